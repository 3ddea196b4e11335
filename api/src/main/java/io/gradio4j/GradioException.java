package io.gradio4j;

import java.time.Duration;
import java.util.Optional;

/**
 * A failure that a handler shows to the person: the page shows the message as a toast, an API client gets it as the error. Other
 * exceptions reach nobody unless the app says {@code showError}.
 *
 * {@snippet :
 * throw new GradioException("Sold out").title("Sorry").duration(5);
 * }
 */
public class GradioException extends RuntimeException {

    private String title = "Error";
    private transient Optional<Duration> duration = Optional.of(Duration.ofSeconds(10));
    private boolean visible = true;
    private boolean logged = true;

    /**
     * Makes a failure.
     *
     * @param message the text for the person
     */
    public GradioException(String message) {
        super(message);
    }

    /**
     * Makes a failure that another one caused.
     *
     * @param message the text for the person
     * @param cause what the log shows
     */
    public GradioException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * The heading of the toast.
     *
     * @param title default: {@code Error}
     * @return this exception
     */
    public GradioException title(String title) {
        this.title = title;
        return this;
    }

    /**
     * How long the toast stays.
     *
     * @param seconds default: 10; 0 means until it is closed
     * @return this exception
     * @throws IllegalArgumentException if negative
     */
    public GradioException duration(double seconds) {
        return duration(Toast.seconds(seconds));
    }

    /**
     * How long the toast stays.
     *
     * @param duration default: 10 s; zero means until it is closed
     * @return this exception
     * @throws IllegalArgumentException if negative
     */
    public GradioException duration(Duration duration) {
        this.duration = Toast.shown(duration);
        return this;
    }

    /**
     * Whether the page shows a toast.
     *
     * @param visible default: true
     * @return this exception
     */
    public GradioException visible(boolean visible) {
        this.visible = visible;
        return this;
    }

    /**
     * Whether the server's log has the exception with its stack trace.
     *
     * @param logged default: true
     * @return this exception
     */
    public GradioException logged(boolean logged) {
        this.logged = logged;
        return this;
    }

    /** The heading of the toast. */
    public final String title() {
        return title;
    }

    /** How long the toast stays; empty means until it is closed. */
    public final Optional<Duration> duration() {
        return duration;
    }

    /** Whether the page shows a toast. */
    public final boolean visible() {
        return visible;
    }

    /** Whether the log has the exception. */
    public final boolean logged() {
        return logged;
    }
}
