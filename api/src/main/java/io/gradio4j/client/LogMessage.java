package io.gradio4j.client;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What an app's function tells the person while it runs, where a page shows a toast.
 *
 * @param text the message; may have HTML in it
 * @param level how serious it is
 * @param title the heading
 * @param duration how long a page would show it; empty means until it is closed
 * @param visible whether a page would show it
 */
public record LogMessage(String text, Level level, String title, Optional<Duration> duration, boolean visible) {

    /** How serious a message is. */
    public enum Level {
        /** Worth knowing. */
        INFO,
        /** Something may be wrong. */
        WARNING,
        /** Something worked. */
        SUCCESS,
        /** Something failed. */
        ERROR;

        static Level of(String name) {
            for (var level : values()) {
                if (level.name().equals(name.toUpperCase(Locale.ROOT))) {
                    return level;
                }
            }
            return INFO;
        }
    }
}
