package io.gradio4j.war;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of a page that depend on data, with two servers behind a load balancer that gives every request to the next one. */
class ClusterRendersIT implements RenderContract {

    @TempDir
    static Path folder;
    @AutoClose
    private static Nodes nodes;
    @AutoClose
    private static Caller app;

    @BeforeAll
    static void start() throws Exception {
        nodes = new Nodes(Files.createDirectory(folder.resolve("all")), "RenderApp", Map.of());
        app = new Caller(nodes.balancer().url());
    }

    @Override
    public Caller app(String path) {
        return app;
    }

    private static JsonObject fired(PageSocket page, String id, int function, Object... values) throws InterruptedException {
        page.send(Json.createObjectBuilder().add("type", "join").add("id", id).add("fn_index", function).add("data", Caller.data(values)).addNull("event_data")
                .build().toString());
        // A page that comes back is told again of what it had not acknowledged.
        var answer = page.until(m -> m.getString("id", "").equals(id)).getLast();
        return answer.getString("msg").equals("rejected") ? answer
                : page.until(m -> m.getString("msg").equals("process_completed") && m.getString("event_id").equals(answer.getString("event_id"))).getLast();
    }

    private static JsonObject drawn(PageSocket page, String id, Caller node, int fields) throws Exception {
        return fired(page, id, node.function("apply"), fields).getJsonObject("output").getJsonObject("render_config");
    }

    @Test
    void existingClientNoticesNothing() throws Exception {
        NodeTests.run("render.test.mjs", nodes.balancer().url(), 2, folder.resolve("render.log"));
    }

    @Test
    void pageThatComesToTheOtherServerGoesOnWithWhatIsDrawn() throws Exception {
        var session = Caller.newSession();
        JsonObject two;
        try (var page = nodes.node(0).socket(session, "")) {
            two = drawn(page, "a", nodes.node(0), 2);
            page.drop();
        }
        try (var page = nodes.node(1).socket(session, "")) {
            var pressed = fired(page, "b", RenderContract.listener(two, "rb1"));
            assertThat(pressed.getJsonObject("output").getJsonArray("data")).hasToString("[\"clicked 1\"]");
            var three = drawn(page, "c", nodes.node(1), 3);
            assertThat(RenderContract.ids(three, "t1")).isEqualTo(RenderContract.ids(two, "t1")).hasSize(1);
        }
    }

    @Test
    void pageWhoseServerDiesDrawsAnewAtTheOther() throws Exception {
        try (var mortal = new Nodes(Files.createDirectory(folder.resolve("mortal")), "RenderApp", Map.of())) {
            var session = Caller.newSession();
            JsonObject before;
            try (var page = mortal.node(0).socket(session, "")) {
                before = drawn(page, "a", mortal.node(0), 1);
            }
            mortal.program(0).close();
            try (var page = mortal.node(1).socket(session, "")) {
                await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                    var refused = fired(page, Caller.newSession(), RenderContract.listener(before, "rb0"));
                    assertThat(refused.getString("detail")).contains("the server that has drawn it has stopped. Please reload the page.");
                });
                var after = drawn(page, "b", mortal.node(1), 1);
                var pressed = fired(page, "c", RenderContract.listener(after, "rb0"));
                assertThat(pressed.getJsonObject("output").getJsonArray("data")).hasToString("[\"clicked 0\"]");
            }
        }
    }
}
