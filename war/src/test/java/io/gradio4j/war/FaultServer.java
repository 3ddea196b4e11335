package io.gradio4j.war;

import static io.gradio4j.war.Program.TARGET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonString;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The fixture {@code FaultsApp} on the embedded server, in a process of its own, with patience for seconds where others have minutes. */
final class FaultServer implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Program program;
    private final Caller app;

    private FaultServer(Program program) {
        this.program = program;
        app = new Caller(program.url());
    }

    /**
     * Starts one.
     *
     * @param cache where the WAR is unpacked
     * @param settings more than those that all have
     * @param options of the JVM
     */
    static FaultServer start(Path cache, Map<String, String> settings, String... options) throws Exception {
        return startBehind(List.of(), cache, settings, options);
    }

    /** The same, started by another command, which ends as the server. */
    static FaultServer startBehind(List<String> command, Path cache, Map<String, String> settings, String... options) throws Exception {
        var arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-jar", TARGET.resolve("gradio4j.war").toString()));
        return new FaultServer(Program.startBehind(command, arguments, environment(cache, settings)));
    }

    private static Map<String, String> environment(Path cache, Map<String, String> settings) {
        var environment = new HashMap<>(Map.of("XDG_CACHE_HOME", cache.toString(), "GRADIO_APP", "FaultsApp",
                "GRADIO_PLUGINS", TARGET.resolve("fixtures").toString(), "GRADIO_METRICS", "true", "GRADIO_HEARTBEAT_INTERVAL", "0.5",
                "GRADIO_RECONNECT_GRACE", "3", "GRADIO_SHUTDOWN_GRACE", "1"));
        environment.putAll(settings);
        return environment;
    }

    Caller app() {
        return app;
    }

    Program program() {
        return program;
    }

    /** A gauge of the metrics. */
    long gauge(String name) throws Exception {
        var sample = Pattern.compile("(?m)^" + name + " (\\d+)$").matcher(app.get(Caller.API + "metrics").body());
        assertThat(sample.find()).as(name + " is among the metrics").isTrue();
        return Long.parseLong(sample.group(1));
    }

    void awaitGauge(String name, long value) {
        await().atMost(PATIENCE).until(() -> gauge(name) == value);
    }

    /** What became of a handler. */
    String fate(String name) throws Exception {
        return ((JsonString) app.run("fate", name)).getString();
    }

    void awaitFate(String name, String fate) {
        await().atMost(PATIENCE).until(() -> fate(name).equals(fate));
    }

    /** It serves as if nothing had happened: an event through the queue, and one past it. */
    void assertWell() throws Exception {
        var session = Caller.newSession();
        app.join(session, "echo", "well");
        try (var stream = app.stream(session)) {
            assertThat(stream.await("process_completed").getJsonObject("output").getJsonArray("data").getString(0)).isEqualTo("well");
        }
        assertThat(fate("nobody")).isEqualTo("never started");
    }

    @Override
    public void close() {
        app.close();
        program.close();
    }
}
