package io.gradio4j;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code like} event carries.
 *
 * @param target the block that fired
 * @param index the position of the message, or of the first one where several answers in a row are one
 * @param value what was marked: the contents of the messages
 * @param liked true for a like, false for a dislike and when another mark was given or taken back
 * @param mark the mark in words, such as {@code Like}; {@code null} when it was taken back
 */
public record LikeData(Block target, int index, JsonValue value, boolean liked, @Nullable String mark) {

    /**
     * Reads the event's payload.
     *
     * @param event the raw event
     * @return the event as a mark
     * @throws ValidationException if the payload is none
     */
    public static LikeData from(EventData event) {
        var data = EventFields.of(event, "like");
        var liked = data.value("liked");
        var mark = switch (liked) {
            case JsonString s when s.getString().isEmpty() -> Optional.<String>empty();
            case JsonString s -> Optional.of(s.getString());
            case JsonValue v when v == JsonValue.TRUE || v == JsonValue.FALSE -> Optional.of(v == JsonValue.TRUE ? "Like" : "Dislike");
            default -> throw data.wrong("whether it was liked as \"liked\"");
        };
        return new LikeData(event.target(), data.index(), data.value("value"), liked == JsonValue.TRUE, mark.orElse(null));
    }
}
