package io.gradio4j.impl.event;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.HasMediaStream;
import io.gradio4j.impl.file.MediaRun;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adds what a handler gives to the streams that its outputs play.
 *
 * @param run the event's streams; empty when each result is whole
 * @param root the address of the app as the client knows it
 */
record Playing(Optional<MediaRun> run, String root) {

    /** The component as one that plays a stream now; empty if it does not. */
    Optional<HasMediaStream<?>> player(Component<?, ?> component) {
        return run.isPresent() && component instanceof HasMediaStream<?> player && player.isStreaming() ? Optional.of(player) : Optional.empty();
    }

    /** Adds a piece, if there is one; what the client plays from then on. */
    @SuppressWarnings("unchecked")
    JsonValue next(int id, HasMediaStream<?> player, @Nullable Object piece, Conversion conversion) {
        var streams = run.orElseThrow();
        return (piece == null ? streams.playing(id, root)
                : Optional.of(streams.add(id, root, ((HasMediaStream<Object>) player).segment(piece, conversion))))
                .map(player::playing).orElse(JsonValue.NULL);
    }
}
