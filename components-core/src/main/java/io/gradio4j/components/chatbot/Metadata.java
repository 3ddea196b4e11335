package io.gradio4j.components.chatbot;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a message. One with a title is a thought: it is shown in a box that can be folded. Immutable.
 *
 * @param title the heading of the box, in Markdown; {@code null} for a message that is no thought
 * @param id by which other thoughts name this one; {@code null} for none
 * @param parentId the thought within which this one is shown; it must come earlier. {@code null} for none
 * @param log small text after the title; {@code null} for none
 * @param duration how long it took, after the title; {@code null} for nothing
 * @param status {@code null}: open, nothing turns; a thought that is done is folded at first
 */
public record Metadata(@Nullable String title, @Nullable String id, @Nullable String parentId, @Nullable String log,
        @Nullable Duration duration, @Nullable Status status) {

    /** Nothing is said. */
    public static final Metadata NONE = new Metadata(null, null, null, null, null, null);

    /** How far a thought has come. */
    public enum Status {
        /** It goes on: something turns beside the title. */
        PENDING,
        /** It is over: the box is folded. */
        DONE
    }
}
