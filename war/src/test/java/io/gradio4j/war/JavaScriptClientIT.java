package io.gradio4j.war;

import static io.gradio4j.war.Program.TARGET;

import io.gradio4j.Blocks;
import io.gradio4j.components.button.Button;
import io.gradio4j.components.textbox.Textbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gradio's own JavaScript client, unchanged, is a client of ours. The tests themselves, and what they cover: {@code src/test/js/README.md}. */
class JavaScriptClientIT {

    @TempDir
    static Path folder;
    @AutoClose
    private static Program app;

    @BeforeAll
    static void start() throws IOException {
        app = start(Map.of());
    }

    private static Program start(Map<String, String> settings) throws IOException {
        return start("ContractApp", settings);
    }

    private static Program start(String name, Map<String, String> settings) throws IOException {
        var environment = new HashMap<>(settings);
        environment.put("XDG_CACHE_HOME", folder.toString());
        environment.put("GRADIO_APP", name);
        environment.put("GRADIO_PLUGINS", TARGET.resolve("fixtures").toString());
        return Program.start(List.of("-jar", TARGET.resolve("gradio4j.war").toString()), environment);
    }

    private static Path log(String name) {
        return folder.resolve(name + ".log");
    }

    @Test
    void itConnectsAndReadsWhatTheAppOffers() throws Exception {
        NodeTests.run("connect.test.mjs", app.url(), 14, log("connect"));
    }

    @Test
    void itCallsAndFollows() throws Exception {
        NodeTests.run("submit.test.mjs", app.url(), 36, log("submit"));
    }

    @Test
    void itUnderstandsValuesOfAllKinds() throws Exception {
        try (var wire = start("WireApp", Map.of())) {
            NodeTests.run("values.test.mjs", wire.url(), 13, log("values"));
        }
    }

    @Test
    void itCallsWhatWasDrawn() throws Exception {
        try (var renders = start("RenderApp", Map.of())) {
            NodeTests.run("render.test.mjs", renders.url(), 2, log("render"));
        }
    }

    @Test
    void itFindsItsWayThroughABadNetwork() throws Exception {
        try (var other = start(Map.of())) {
            NodeTests.run("network.test.mjs", app.url(), 7, log("network"), Map.of("GRADIO_OTHER_URL", other.url().toString()));
        }
    }

    @Test
    void itStaysBelowTheAddressOfAProxy() throws Exception {
        try (var proxied = start(Map.of("GRADIO_ROOT_PATH", "/tools"))) {
            NodeTests.run("root.test.mjs", proxied.url(), 2, log("root"));
        }
    }

    @Test
    void itLogsIn() throws Exception {
        try (var closed = start(Map.of("GRADIO_AUTH", "ada:secret,bob:other", "GRADIO_AUTH_MESSAGE", "Members only"))) {
            NodeTests.run("login.test.mjs", closed.url(), 6, log("login"));
        }
    }

    @Test
    void itIsToldThatTheQueueIsFull() throws Exception {
        var running = new AtomicBoolean();
        var out = new Textbox("Out");
        var go = new Button("Go");
        go.onClick().outputs(out).apiName("wait").run(() -> {
            running.set(true);
            Thread.sleep(600_000);
            return "";
        });
        go.onClick().outputs(out).apiName("running").queue(false).run(() -> running.get() ? "yes" : "no");
        try (var busy = Blocks.of(out, go).queue(queue -> queue.maxSize(1)).launch(options -> options.port(0))) {
            NodeTests.run("busy.test.mjs", busy.url(), 1, log("busy"));
        }
    }
}
