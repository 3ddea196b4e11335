package io.gradio4j;

/** A block with the event {@code like}: a person says what they think of a message. */
public interface HasLike {

    /**
     * Starts a listener that runs when a person likes or dislikes a message, or gives it another mark; see {@link LikeData}.
     *
     * @return the listener's chain
     */
    default Event onLike() {
        return Event.of(this, "like");
    }
}
