package io.gradio4j.gallery.samples.inputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.components.timer.Timer;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** A clock. */
@ApplicationScoped
@AppPath("/components/timer")
public class TimerSample extends Sample {

    @Override
    protected String about() {
        return "Something that happens again and again.";
    }

    @Override
    protected Block live() {
        var clock = new Textbox("On the server it is");
        var timer = new Timer(Duration.ofSeconds(1));
        timer.onTick().outputs(clock).run(() -> LocalTime.now().truncatedTo(ChronoUnit.SECONDS).toString());
        return new Column(clock, timer);
    }
}
