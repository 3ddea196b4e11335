package io.gradio4j.gallery.samples.inputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.datetime.DateTime;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;

/** How long ago something was. */
@ApplicationScoped
@AppPath("/components/datetime")
public class DateTimeSample extends Sample {

    @Override
    protected String about() {
        return "A date and a time, or a date alone: typed, picked, or said as `now - 5m`.";
    }

    @Override
    protected Block live() {
        var start = DateTime.asInstant("Start in Paris").timezone(ZoneId.of("Europe/Paris"));
        var ago = new Textbox("Hours since then");
        start.onChange().inputs(start).outputs(ago).run(s -> s == null ? "" : "" + Duration.between(s, Instant.now()).toHours());
        var birthday = DateTime.asDate("Birthday").value(LocalDate.of(1815, 12, 10));
        var day = new Textbox("Day of the week");
        birthday.onChange().inputs(birthday).outputs(day)
                .run(b -> b == null ? "" : b.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        return new Column(start, ago, birthday, day);
    }
}
