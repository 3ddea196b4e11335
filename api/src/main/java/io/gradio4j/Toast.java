package io.gradio4j;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A short message that a running handler shows on the page: {@code Toast.info("Saved")}. It reaches the page for queued events;
 * elsewhere it goes to the server's log.
 *
 * @param level how it looks
 * @param message the text; simple inline HTML is kept, everything else is escaped
 * @param title the heading
 * @param duration how long it stays; empty means until it is closed
 * @param visible whether the page shows it
 */
public record Toast(Level level, String message, String title, Optional<Duration> duration, boolean visible) {

    private static final ThreadLocal<@Nullable Consumer<Toast>> RECEIVER = new InheritableThreadLocal<>();
    private static final Duration DEFAULT_DURATION = Duration.ofSeconds(10);

    /** How a toast looks. */
    public enum Level {
        /** A plain note. */
        INFO,
        /** Something to look at. */
        WARNING,
        /** It worked. */
        SUCCESS
    }

    /**
     * Shows a note for 10 seconds.
     *
     * @param message the text
     */
    public static void info(String message) {
        of(Level.INFO, message).show();
    }

    /**
     * Shows a warning for 10 seconds.
     *
     * @param message the text
     */
    public static void warning(String message) {
        of(Level.WARNING, message).show();
    }

    /**
     * Shows a success for 10 seconds.
     *
     * @param message the text
     */
    public static void success(String message) {
        of(Level.SUCCESS, message).show();
    }

    /**
     * A message that is not shown yet, to be changed first.
     *
     * @param level how it looks; also its title
     * @param message the text
     * @return the message, for 10 seconds, visible
     */
    public static Toast of(Level level, String message) {
        var name = level.name();
        return new Toast(level, message, name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT),
                Optional.of(DEFAULT_DURATION), true);
    }

    /**
     * The same with another heading.
     *
     * @param title default: the level's name
     * @return the changed message
     */
    public Toast withTitle(String title) {
        return new Toast(level, message, title, duration, visible);
    }

    /**
     * The same for another time.
     *
     * @param duration default: 10 s; zero means until it is closed
     * @return the changed message
     * @throws IllegalArgumentException if negative
     */
    public Toast withDuration(Duration duration) {
        return new Toast(level, message, title, shown(duration), visible);
    }

    /**
     * The same, shown or only told to programs that call the app.
     *
     * @param visible default: true
     * @return the changed message
     */
    public Toast withVisible(boolean visible) {
        return new Toast(level, message, title, duration, visible);
    }

    /** Shows this message on the page whose event is running on this thread. */
    public void show() {
        var receiver = RECEIVER.get();
        if (receiver != null) {
            receiver.accept(this);
        } else {
            System.getLogger(Toast.class.getName()).log(System.Logger.Level.INFO, "{0}: {1}", title, message);
        }
    }

    /**
     * Says where this thread's messages go; for runtimes.
     *
     * @param receiver gets each message
     * @return closing it restores what was before
     */
    public static Receiving receive(Consumer<Toast> receiver) {
        var before = RECEIVER.get();
        RECEIVER.set(receiver);
        return () -> {
            if (before == null) {
                RECEIVER.remove();
            } else {
                RECEIVER.set(before);
            }
        };
    }

    /** Undoes {@link #receive}. */
    @FunctionalInterface
    public interface Receiving extends AutoCloseable {
        @Override
        void close();
    }

    /** How long a toast stays; empty for until it is closed. */
    static Optional<Duration> shown(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("duration must be 0 or more, not " + duration);
        }
        return duration.isZero() ? Optional.empty() : Optional.of(duration);
    }

    static Duration seconds(double seconds) {
        if (!(seconds >= 0) || Double.isInfinite(seconds)) {
            throw new IllegalArgumentException("duration must be 0 or more seconds, not " + seconds);
        }
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
