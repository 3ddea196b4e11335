package io.gradio4j.gallery.samples.apps;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.components.apps.Interface;
import io.gradio4j.components.apps.TabbedInterface;
import io.gradio4j.components.flagging.FlaggingMode;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Two apps behind tabs. */
@ApplicationScoped
@AppPath("/components/tabbedinterface")
public class TabbedInterfaceSample extends Sample {

    @Override
    protected String about() {
        return "Several apps in one, each behind a tab.";
    }

    @Override
    protected Block live() {
        var shout = Interface.inputs(new Textbox("Text")).outputs(new Textbox("Loud"))
                .run(text -> text.toUpperCase(Locale.ROOT)).flaggingMode(FlaggingMode.NEVER);
        var reverse = Interface.inputs(new Textbox("Text")).outputs(new Textbox("Backwards"))
                .run(text -> new StringBuilder(text).reverse().toString()).flaggingMode(FlaggingMode.NEVER);
        return new TabbedInterface().add("Shout", shout).add("Reverse", reverse).build();
    }
}
