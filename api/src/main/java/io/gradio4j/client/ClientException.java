package io.gradio4j.client;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a call of an app brought no result. Each kind has a type of its own, so that a {@code switch} can tell all of them apart. Mistakes
 * of the caller, such as an unknown endpoint or a missing argument, are {@link IllegalArgumentException}s instead.
 */
public abstract sealed class ClientException extends RuntimeException {

    private final String endpoint;
    private final String text;

    private ClientException(String endpoint, String text, @Nullable Throwable cause) {
        super(endpoint.isEmpty() ? text : endpoint + ": " + text, cause);
        this.endpoint = endpoint;
        this.text = text;
    }

    /** The endpoint that was called; an empty string when no call was involved. */
    public final String endpoint() {
        return endpoint;
    }

    /** The reason, in the server's words if it gave one; the message without the endpoint. */
    public final String text() {
        return text;
    }

    /** The app's function failed. */
    public static final class Failed extends ClientException {

        private final String title;
        private final transient Optional<Duration> duration;
        private final boolean visible;

        Failed(String endpoint, String text, String title, Optional<Duration> duration, boolean visible) {
            super(endpoint, text, null);
            this.title = title;
            this.duration = duration;
            this.visible = visible;
        }

        /** The heading that a page would show. */
        public String title() {
            return title;
        }

        /** How long a page would show it; empty means until it is closed. */
        public Optional<Duration> duration() {
            return duration;
        }

        /** Whether a page would show it. */
        public boolean visible() {
            return visible;
        }
    }

    /** The app does not accept the values: its function was not called. */
    public static final class Invalid extends ClientException {

        private final transient Map<String, String> messages;

        Invalid(String endpoint, String text, Map<String, String> messages) {
            super(endpoint, text, null);
            this.messages = messages;
        }

        /** What is wrong, by the parameter's name. */
        public Map<String, String> messages() {
            return messages;
        }
    }

    /** The queue takes no more calls now; later it may. */
    public static final class QueueFull extends ClientException {

        QueueFull(String endpoint, String text) {
            super(endpoint, text, null);
        }
    }

    /** The app asks for a login, or does not accept the one that was given. */
    public static final class Unauthorized extends ClientException {

        Unauthorized(String endpoint, String text) {
            super(endpoint, text, null);
        }
    }

    /** The server refused a request for another reason. */
    public static final class Refused extends ClientException {

        private final int status;

        Refused(String endpoint, String text, int status) {
            super(endpoint, text, null);
            this.status = status;
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }
    }

    /** The server could not be reached, or the connection ended before the result came. */
    public static final class ConnectionLost extends ClientException {

        ConnectionLost(String endpoint, String text, @Nullable Throwable cause) {
            super(endpoint, text, cause);
        }
    }

    /** The server gave up on all calls of this client, as it does when it stops or has forgotten the session. */
    public static final class Unexpected extends ClientException {

        private final boolean sessionLost;

        Unexpected(String endpoint, String text, boolean sessionLost) {
            super(endpoint, text, null);
            this.sessionLost = sessionLost;
        }

        /** Whether the server has forgotten this client's session. */
        public boolean sessionLost() {
            return sessionLost;
        }
    }

    /** The answer is not what the protocol says, or larger than this client accepts. */
    public static final class Protocol extends ClientException {

        Protocol(String endpoint, String text, @Nullable Throwable cause) {
            super(endpoint, text, cause);
        }
    }

    /** The answer took longer than the caller was willing to wait. */
    public static final class TimedOut extends ClientException {

        TimedOut(String endpoint, String text) {
            super(endpoint, text, null);
        }
    }

    /** The call was cancelled, by this client or at the server. */
    public static final class Cancelled extends ClientException {

        Cancelled(String endpoint, String text) {
            super(endpoint, text, null);
        }
    }

    /** The waiting thread was interrupted; it still has its interrupt flag. */
    public static final class Interrupted extends ClientException {

        Interrupted(String endpoint, @Nullable Throwable cause) {
            super(endpoint, "interrupted while waiting", cause);
        }
    }
}
