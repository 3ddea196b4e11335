package io.gradio4j;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * What a {@code select} event carries.
 *
 * @param target the block that fired
 * @param index the position of what was selected: one number, or several for a range or a cell
 * @param value what was selected
 * @param selected whether it was selected ({@code true}) or taken back
 */
public record SelectData(Block target, List<Integer> index, JsonValue value, boolean selected) {

    /**
     * Reads the event's payload.
     *
     * @param event the raw event
     * @return the event as a selection
     * @throws ValidationException if the payload is no selection
     */
    public static SelectData from(EventData event) {
        if (!(event.data() instanceof JsonObject data)) {
            throw new ValidationException("A select event carries an object, not " + event.data());
        }
        var index = switch (data.getOrDefault("index", JsonValue.NULL)) {
            case JsonNumber one -> List.of(one.intValue());
            case JsonArray many -> many.stream().filter(JsonNumber.class::isInstance).map(n -> ((JsonNumber) n).intValue()).toList();
            default -> List.<Integer>of();
        };
        return new SelectData(event.target(), index, data.getOrDefault("value", JsonValue.NULL),
                !JsonValue.FALSE.equals(data.get("selected")));
    }

    /** The value as text: a string's characters, else its JSON. */
    public String text() {
        return value instanceof JsonString s ? s.getString() : value.toString();
    }
}
