package io.gradio4j.components.datetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.gradio4j.BlockAccess;
import io.gradio4j.Component;
import io.gradio4j.ValidationException;
import io.gradio4j.components.ComponentContract;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTimeTest extends ComponentContract {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Override
    protected DateTime<Instant> fresh() {
        return DateTime.asInstant();
    }

    @Override
    protected String config() {
        return """
                value: null, include_time: true, type: "timestamp", timezone: null, label: null, show_label: true, info: null, scale: null,
                min_width: 160, visible: true, interactive: null, elem_id: null, elem_classes: [], key: null, preserved_by_key:
                ["value"], buttons: []
                """;
    }

    @Override
    protected List<String> unsettable() {
        return List.of("type");
    }

    @Override
    protected List<String> events() {
        return List.of("change", "submit");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry("{\"type\":\"string\",\"description\":\"Formatted as YYYY-MM-DD HH:MM:SS\"}", "\"2020-10-01 05:20:15\"");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of("\"2026-01-31 18:30:00\"", LocalDateTime.of(2026, 1, 31, 18, 30).atZone(ZoneId.systemDefault()).toInstant());
    }

    @Override
    protected List<String> refused() {
        return List.of("1769880600", "{}", "\"yesterday\"", "\"2026-02-30 00:00:00\"", "\"2026-01-31\"", "\"now - 5y\"", "\"2026-01-31 24:00:00\"");
    }

    @Test
    void aZoneSaysWhoseTimesAreMeant() {
        var start = DateTime.asInstant("Start").timezone(PARIS);
        assertThat(read(start, "\"2026-07-01 12:00:00\"")).isEqualTo(Instant.parse("2026-07-01T10:00:00Z"));
        assertThat(write(start, Instant.parse("2026-01-01T10:00:00Z"))).isEqualTo("\"2026-01-01 11:00:00\"");
        assertThat(start.properties()).containsEntry("timezone", "Europe/Paris");
    }

    @Test
    void givesTheTypeThatWasAskedFor() {
        assertThat(read(DateTime.asLocal(), "\"2026-1-5 7:08:09\"")).isEqualTo(LocalDateTime.of(2026, 1, 5, 7, 8, 9));
        assertThat(write(DateTime.asLocal(), LocalDateTime.of(2026, 1, 5, 7, 8, 9))).isEqualTo("\"2026-01-05 07:08:09\"");
        assertThat(read(DateTime.asDate(), "\"2026-01-05\"")).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(write(DateTime.asDate(), LocalDate.of(2026, 1, 5))).isEqualTo("\"2026-01-05\"");
        assertThat(read(DateTime.asText(), "\"2026-1-5 7:08:09\"")).isEqualTo("2026-1-5 7:08:09");
        assertThat(write(DateTime.asText(), "now - 1d")).isEqualTo("\"now - 1d\"");
        assertThat(List.of(DateTime.asLocal(), DateTime.asDate(), DateTime.asText())).extracting(c -> c.properties().get("type"))
                .containsExactly("datetime", "datetime", "string");
    }

    @Test
    void textsAreDatesToo() {
        assertThatThrownBy(() -> read(DateTime.asText("When"), "\"soon\"")).isInstanceOf(ValidationException.class)
                .hasMessage("DateTime \"When\" takes a date like YYYY-MM-DD HH:MM:SS, or now, or now - 5m, not \"soon\"");
        assertThatThrownBy(() -> read(DateTime.asDate(), "\"2026-01-05 10:00:00\"")).isInstanceOf(ValidationException.class);
    }

    @ParameterizedTest
    @CsvSource({"now,0", "now - 2d,172800", "now-3h,10800", "  now -   5 m ,300", "now-7s,7"})
    void nowIsTheServersTimeAndSomeBefore(String text, long seconds) {
        var time = (Instant) read(fresh(), "\"" + text + "\"");
        assertThat(time).isCloseTo(Instant.now().minus(Duration.ofSeconds(seconds)), within(5, ChronoUnit.SECONDS));
        var local = LocalDateTime.parse(((String) read(DateTime.asText().timezone(ZoneOffset.UTC), "\"" + text + "\"")).replace(' ', 'T'));
        assertThat(local.toInstant(ZoneOffset.UTC)).isCloseTo(time, within(5, ChronoUnit.SECONDS));
    }

    @Test
    void mayBeNothing() {
        assertThat(read(fresh(), "null")).isNull();
        assertThat(read(DateTime.asText(), "\" \"")).isNull();
        assertThat(BlockAccess.postprocess(fresh(), null, NO_HELP)).isEqualTo(JsonValue.NULL);
    }

    @Test
    void theExampleOfADateHasNoTime() {
        assertThat(DateTime.asDate().schema().example()).hasToString("\"2020-10-01\"");
        assertThat(DateTime.asDate().schema().json().getString("description")).isEqualTo("Formatted as YYYY-MM-DD");
    }

    private static Object read(Component<?, ?> component, String wire) {
        return BlockAccess.preprocess(component, parse(wire), NO_HELP);
    }

    private static String write(Component<?, ?> component, Object value) {
        return BlockAccess.postprocess(component, value, NO_HELP).toString();
    }
}
