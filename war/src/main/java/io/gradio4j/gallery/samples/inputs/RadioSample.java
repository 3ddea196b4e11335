package io.gradio4j.gallery.samples.inputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.radio.Radio;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.RoundingMode;

/** How the JDK rounds 2.5. */
@ApplicationScoped
@AppPath("/components/radio")
public class RadioSample extends Sample {

    @Override
    protected String about() {
        return "One choice of a few; the handler gets the enum's constant.";
    }

    @Override
    protected Block live() {
        var mode = Radio.of(RoundingMode.class).label("Rounding").info("Ways to make a whole number of 2.5");
        var result = new Textbox("Result");
        mode.onChange().inputs(mode).outputs(result).run(m -> m == null ? ""
                : m == RoundingMode.UNNECESSARY ? "not possible" : new java.math.BigDecimal("2.5").setScale(0, m).toString());
        return new Column(mode, result);
    }
}
