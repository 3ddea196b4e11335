package io.gradio4j.impl.app;

import io.gradio4j.LaunchOptions;
import io.gradio4j.impl.file.FileSettings;
import java.lang.System.Logger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What an operator decides. Each comes from the launch options, else from configuration under Gradio's name, else it is the default.
 *
 * @param rootPath the path or URL under which a proxy shows the app, without a trailing slash; an empty string for none
 * @param plugins the folder with plugin jars
 * @param onlyApp the simple class name of the only app to serve; empty for all
 * @param heartbeat how often an idle stream is kept alive
 * @param defaultConcurrency how many events of one listener run at once; empty for any number
 * @param showError whether the texts of all exceptions reach clients; empty when the app decides
 * @param files what may be read and written
 * @param maxBody the largest request body but for uploads, in bytes
 * @param maxSessions how many sessions are kept
 * @param maxWaiting how many events of one app wait, unless the app says otherwise
 * @param grace how long events live on after their page's connection was lost
 * @param operation how the apps are run
 */
public record Settings(String rootPath, Optional<Path> plugins, Optional<String> onlyApp, Duration heartbeat,
        OptionalInt defaultConcurrency, Optional<Boolean> showError, FileSettings files, long maxBody, int maxSessions, int maxWaiting, Duration grace,
        Operation operation) {

    private static final Logger LOG = System.getLogger(Settings.class.getName());
    private static final long MAX_BODY = 16L << 20;
    private static final int MAX_SESSIONS = 10_000;
    private static final int MAX_WAITING = 10_000;

    /** The defaults with no configuration at all. */
    public static Settings defaults() {
        return from(new LaunchOptions(), name -> Optional.empty());
    }

    /**
     * Reads the settings.
     *
     * @param options what the app's author set
     * @param configuration looks a name up
     * @return the settings; an unusable value is logged and replaced by the default
     */
    public static Settings from(LaunchOptions options, Function<String, Optional<String>> configuration) {
        var root = options.get("root_path", String.class).or(() -> configuration.apply("GRADIO_ROOT_PATH")).orElse("");
        return new Settings(root.endsWith("/") ? root.substring(0, root.length() - 1) : root,
                configuration.apply("GRADIO_PLUGINS").filter(s -> !s.isBlank()).map(Path::of),
                configuration.apply("GRADIO_APP").filter(s -> !s.isBlank()),
                configuration.apply("GRADIO_HEARTBEAT_INTERVAL").flatMap(s -> seconds("GRADIO_HEARTBEAT_INTERVAL", s))
                        .orElse(Duration.ofSeconds(15)),
                configuration.apply("GRADIO_DEFAULT_CONCURRENCY_LIMIT").map(s -> limit("GRADIO_DEFAULT_CONCURRENCY_LIMIT", s))
                        .orElse(OptionalInt.of(1)),
                options.get("show_error", Boolean.class), files(options, configuration), MAX_BODY,
                options.get("state_session_capacity", Integer.class).or(() -> count("GRADIO_STATE_SESSION_CAPACITY", configuration)).orElse(MAX_SESSIONS),
                count("GRADIO_MAX_QUEUE_SIZE", configuration).orElse(MAX_WAITING),
                configuration.apply("GRADIO_RECONNECT_GRACE").flatMap(s -> seconds("GRADIO_RECONNECT_GRACE", s)).orElse(Duration.ofSeconds(30)),
                Operation.from(options, configuration));
    }

    private static FileSettings files(LaunchOptions options, Function<String, Optional<String>> configuration) {
        return new FileSettings(configuration.apply("GRADIO_TEMP_DIR").filter(s -> !s.isBlank()).map(Path::of),
                paths("allowed_paths", options, configuration), paths("blocked_paths", options, configuration), maxFileSize(options, configuration),
                size(configuration.apply("GRADIO_MAX_STREAM_SIZE")).orElse(FileSettings.MAX_STREAMS));
    }

    private static List<Path> paths(String name, LaunchOptions options, Function<String, Optional<String>> configuration) {
        var set = options.get(name, List.class).filter(paths -> !paths.isEmpty());
        if (set.isPresent()) {
            return ((List<?>) set.get()).stream().map(Path.class::cast).toList();
        }
        return configuration.apply("GRADIO_" + name.toUpperCase(Locale.ROOT)).stream().flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip).filter(text -> !text.isEmpty()).map(Path::of).toList();
    }

    /** A limit that nobody understands must not become none: it is an error. */
    private static OptionalLong maxFileSize(LaunchOptions options, Function<String, Optional<String>> configuration) {
        var set = options.get("max_file_size", Long.class);
        if (set.isPresent()) {
            return OptionalLong.of(set.get());
        }
        return size(configuration.apply("GRADIO_MAX_FILE_SIZE"));
    }

    private static OptionalLong size(Optional<String> configured) {
        return configured.map(String::strip).filter(s -> !s.isEmpty()).map(s -> s.matches("[0-9]+") ? s + "b" : s).map(text -> OptionalLong.of(new LaunchOptions().maxFileSize(text)
                .get("max_file_size", Long.class).orElseThrow())).orElse(OptionalLong.empty());
    }

    private static Optional<Duration> seconds(String name, String text) {
        try {
            var seconds = Double.parseDouble(text.trim());
            if (seconds >= 0.001 && seconds < 86_400) {
                return Optional.of(Duration.ofMillis(Math.round(seconds * 1000)));
            }
        } catch (NumberFormatException e) {
            LOG.log(Logger.Level.DEBUG, "Not a number", e);
        }
        LOG.log(Logger.Level.WARNING, "{0}={1} is not a positive number of seconds; the default is used", name, text);
        return Optional.empty();
    }

    private static Optional<Integer> count(String name, Function<String, Optional<String>> configuration) {
        var text = configuration.apply(name).orElse("").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var count = Integer.parseInt(text);
            if (count > 0) {
                return Optional.of(count);
            }
        } catch (NumberFormatException e) {
            LOG.log(Logger.Level.DEBUG, "Not a number", e);
        }
        LOG.log(Logger.Level.WARNING, "{0}={1} is not a positive number; the default is used", name, text);
        return Optional.empty();
    }

    private static OptionalInt limit(String name, String text) {
        if (text.trim().equalsIgnoreCase("none")) {
            return OptionalInt.empty();
        }
        try {
            var limit = Integer.parseInt(text.trim());
            if (limit > 0) {
                return OptionalInt.of(limit);
            }
        } catch (NumberFormatException e) {
            LOG.log(Logger.Level.DEBUG, "Not a number", e);
        }
        LOG.log(Logger.Level.WARNING, "{0}={1} is neither a positive number nor none; 1 is used", name, text);
        return OptionalInt.of(1);
    }
}
