package io.gradio4j.gallery.samples.inputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.dropdown.Dropdown;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.BreakIterator;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What time it is somewhere, in some languages. */
@ApplicationScoped
@AppPath("/components/dropdown")
public class DropdownSample extends Sample {

    @Override
    protected String about() {
        return "One choice or several of any number: type to find it.";
    }

    @Override
    protected Block live() {
        var zones = ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();
        var zone = Dropdown.of(zones, ZoneId::getId).label("Time zone").value(ZoneId.of("Europe/Berlin"));
        var languages = Dropdown.of(List.of(BreakIterator.getAvailableLocales()), l -> l.getDisplayName() + " (" + l + ")")
                .label("Languages").info("At most three").multiselect().maxChoices(3);
        var time = new Textbox("Time");
        zone.onChange().inputs(zone, languages).outputs(time).run((z, spoken) -> z == null ? "" : now(z, spoken));
        languages.onChange().inputs(zone, languages).outputs(time).run((z, spoken) -> z == null ? "" : now(z, spoken));
        return new Column(zone, languages, time);
    }

    private static String now(ZoneId zone, List<java.util.Locale> languages) {
        var time = ZonedDateTime.now(zone);
        var text = languages.stream().map(l -> DateTimeFormatter.ofPattern("EEEE, d MMMM HH:mm", l).format(time)).toList();
        return text.isEmpty() ? time.toString() : String.join("\n", text);
    }
}
