package io.gradio4j.components.datetime;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.HasChange;
import io.gradio4j.HasSubmit;
import io.gradio4j.Schema;
import io.gradio4j.ToolbarItem;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A date and a time, or a date alone, typed or picked from a calendar. It may be empty: then the handler gets null.
 *
 * <p>A person types {@code 2026-01-31 18:30:00}, or {@code now}, or {@code now - 5m} with {@code d}, {@code h}, {@code m} or {@code s}.
 * Times are those of a time zone, by default the server's.
 *
 * {@snippet :
 * var start = DateTime.asInstant("Start").timezone(ZoneId.of("Europe/Paris"));
 * var birthday = DateTime.asDate("Birthday");                    // the handler gets a LocalDate
 * }
 *
 * @param <T> {@code Instant}, {@code LocalDateTime}, {@code LocalDate} or {@code String}
 */
public final class DateTime<T> extends Component<@Nullable T, DateTime<T>> implements HasChange, HasSubmit {

    private static final Defaults DEFAULTS = Defaults.of("value", null, "include_time", true, "type", "timestamp", "timezone", null, "label",
            null, "show_label", true, "info", null, "scale", null, "min_width", 160, "visible", true, "interactive", null, "elem_id", null,
            "elem_classes", List.of(), "key", null, "preserved_by_key", List.of("value"), "buttons", List.of());

    private final Function<ZonedDateTime, T> read;
    private final Function<Moment, String> write;

    /** A value to be written as text. */
    private record Moment(Object value, DateTimeText text) {
    }

    private DateTime(Function<ZonedDateTime, T> read, Function<Moment, String> write) {
        super("datetime");
        this.read = read;
        this.write = write;
    }

    /** Makes one whose value is a point in time; it says "Date". */
    public static DateTime<Instant> asInstant() {
        return new DateTime<>(ZonedDateTime::toInstant, m -> m.text().of(((Instant) m.value())));
    }

    /**
     * Makes one whose value is a point in time.
     *
     * @param label the text above it
     * @return the component
     */
    public static DateTime<Instant> asInstant(String label) {
        return asInstant().label(label);
    }

    /** Makes one whose value is what calendar and clock show; it says "Date". */
    public static DateTime<LocalDateTime> asLocal() {
        return new DateTime<>(ZonedDateTime::toLocalDateTime, m -> m.text().of((LocalDateTime) m.value())).type("datetime");
    }

    /**
     * Makes one whose value is what calendar and clock show.
     *
     * @param label the text above it
     * @return the component
     */
    public static DateTime<LocalDateTime> asLocal(String label) {
        return asLocal().label(label);
    }

    /** Makes one for a date without a time; it says "Date". */
    public static DateTime<LocalDate> asDate() {
        return new DateTime<>(ZonedDateTime::toLocalDate, m -> m.text().of(((LocalDate) m.value()).atStartOfDay())).type("datetime").includeTime(false);
    }

    /**
     * Makes one for a date without a time.
     *
     * @param label the text above it
     * @return the component
     */
    public static DateTime<LocalDate> asDate(String label) {
        return asDate().label(label);
    }

    /** Makes one whose value is the text as it was typed, but for {@code now}; it says "Date". */
    public static DateTime<String> asText() {
        return new DateTime<String>(time -> "", m -> (String) m.value()).type("string");
    }

    /**
     * Makes one whose value is the text as it was typed, but for {@code now}.
     *
     * @param label the text above it
     * @return the component
     */
    public static DateTime<String> asText(String label) {
        return asText().label(label);
    }

    private DateTime<T> type(String type) {
        return set("type", type);
    }

    private DateTimeText text() {
        var zone = property("timezone").map(z -> ZoneId.of((String) z)).orElseGet(ZoneId::systemDefault);
        return new DateTimeText(!Boolean.FALSE.equals(properties().get("include_time")), zone);
    }

    @Override
    @SuppressWarnings("unchecked")
    protected @Nullable T preprocess(JsonValue payload, Conversion conversion) {
        if (payload == JsonValue.NULL) {
            return null;
        }
        if (!(payload instanceof JsonString string)) {
            throw expected("a date as a string", payload);
        }
        if (string.getString().isBlank()) {
            return null;
        }
        var text = text();
        var time = text.parse(string.getString()).orElseThrow(() -> expected("a date like " + text.pattern() + ", or now, or now - 5m", payload));
        if ("string".equals(properties().get("type"))) {
            return (T) (DateTimeText.isRelative(string.getString()) ? text.of(time.toInstant()) : string.getString());
        }
        return read.apply(time);
    }

    @Override
    protected JsonValue postprocess(@Nullable T value, Conversion conversion) {
        return value == null ? JsonValue.NULL : Conversion.JSON.createValue(write.apply(new Moment(value, text())));
    }

    @Override
    public Schema schema() {
        var text = text();
        return Schema.string().description("Formatted as " + text.pattern()).example(Conversion.JSON.createValue(text.example()));
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    @Override
    protected boolean joinsForm() {
        return true;
    }

    /**
     * Whether there is a time of day beside the date.
     *
     * @param include default: true, but for {@link #asDate()}
     * @return this component
     */
    public DateTime<T> includeTime(boolean include) {
        return set("include_time", include);
    }

    /**
     * Whose times are meant.
     *
     * @param zone default: the server's
     * @return this component
     */
    public DateTime<T> timezone(ZoneId zone) {
        return set("timezone", zone.getId());
    }

    /**
     * The toolbar: buttons of the app's own.
     *
     * @param buttons default: none
     * @return this component
     */
    public DateTime<T> buttons(ToolbarItem... buttons) {
        return set("buttons", ToolbarItem.toProperty(buttons));
    }
}
