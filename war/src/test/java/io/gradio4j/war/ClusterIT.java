package io.gradio4j.war;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gradio4j.client.Client;
import io.gradio4j.client.Status;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers with one Redis do what one does, whichever of them gets a request. */
class ClusterIT implements ServerContract {

    @TempDir
    static Path folder;
    @AutoClose
    private static Nodes nodes;
    @AutoClose
    private static Caller app;

    @BeforeAll
    static void start() throws Exception {
        nodes = new Nodes(folder, "ContractApp", Map.of("GRADIO_RECONNECT_GRACE", "3"));
        app = new Caller(nodes.balancer().url());
    }

    @Override
    public Caller app() {
        return app;
    }

    /** One node's queue is followed and cancelled from the other. */
    @Override
    @Test
    public void waitingEventLeavesTheQueueAndRunningOneIsInterrupted() throws Exception {
        var running = Caller.newSession();
        var waiting = Caller.newSession();
        var here = nodes.node(0);
        var there = nodes.node(1);
        var first = here.join(running, "hold", running);
        try (var ofFirst = there.stream(running)) {
            ofFirst.await("process_starts");
            var second = here.join(waiting, "hold", waiting);
            try (var ofSecond = there.stream(waiting)) {
                assertThat(ofSecond.next().getString("msg")).isEqualTo("estimation");
                there.cancel(waiting, "hold", second);
                CancelContract.assertCancelled(ofSecond.next(), second);
                assertThat(ofSecond.next().getString("msg")).isEqualTo("close_stream");
            }
            there.cancel(running, "hold", first);
            CancelContract.assertCancelled(ofFirst.next(), first);
            assertThat(ofFirst.next().getString("msg")).isEqualTo("close_stream");
        }
        await().untilAsserted(() -> assertThat(here.run("fate", running)).hasToString("\"interrupted\""));
        assertThat(here.run("fate", waiting)).hasToString("\"never started\"");
    }

    /** Limits hold for each node: with two, two run and the third one waits. */
    @Override
    @Test
    public void clientSeesItsPlaceInTheQueueAndCancels() {
        var name = UUID.randomUUID().toString();
        try (var client = Client.connect(nodes.program(0).url().toString()); var other = Client.connect(nodes.program(1).url().toString());
                var running = client.submit("/hold", name); var second = other.submit("/hold", name + "2")) {
            await().untilAsserted(() -> assertThat(running.status().stage()).isEqualTo(Status.Stage.RUNNING));
            await().untilAsserted(() -> assertThat(second.status().stage()).isEqualTo(Status.Stage.RUNNING));
            try (var waiting = other.submit("/hold", name + "3")) {
                await().untilAsserted(() -> assertThat(waiting.status().queueSize()).hasValue(1));
                waiting.cancel();
            }
            running.cancel();
            second.cancel();
            await().untilAsserted(() -> assertThat(client.predict("/fate", name).as(String.class)).isEqualTo("interrupted"));
            await().untilAsserted(() -> assertThat(other.predict("/fate", name + "2").as(String.class)).isEqualTo("interrupted"));
            assertThat(other.predict("/fate", name + "3").as(String.class)).isEqualTo("never started");
        }
    }

    /** The node that ran the call knows what became of it. */
    @Override
    @Test
    public void closedClientEndsItsCalls() {
        var name = UUID.randomUUID().toString();
        try (var client = Client.connect(app.base().toString()); var job = client.submit("/hold", name)) {
            await().untilAsserted(() -> assertThat(job.status().stage()).isEqualTo(Status.Stage.RUNNING));
        }
        await().until(() -> hasFate(name, "interrupted"));
    }

    private static boolean hasFate(String name, String fate) throws Exception {
        return Stream.of(nodes.node(0).run("fate", name), nodes.node(1).run("fate", name)).map(Object::toString).toList().contains("\"" + fate + "\"");
    }

    /** The node that lost the page ends its event, wherever that runs. */
    @Override
    @Test
    public void eventsOfAPageThatIsGoneEndAfterTheTimeOfGrace() throws Exception {
        for (var index : new int[] {0, 1}) {
            var session = Caller.newSession();
            var page = nodes.node(0).socket(session, "");
            nodes.node(index).join(session, "hold", session);
            page.until("process_starts");
            page.drop();
            await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(5)).until(() -> hasFate(session, "running"));
            await().atMost(Duration.ofSeconds(20)).until(() -> hasFate(session, "interrupted"));
        }
    }

    /** Each node remembers for itself. */
    @Override
    @Test
    public void rememberedResultComesWithoutTheQueue() throws Exception {
        var session = Caller.newSession();
        for (var index : new int[] {0, 1}) {
            var results = new ArrayList<JsonObject>();
            for (var i = 0; i < 2; i++) {
                nodes.node(index).join(session, "cached", session);
                try (var stream = nodes.node(1 - index).stream(session)) {
                    results.add(stream.await("process_completed"));
                }
            }
            assertThat(results.get(0).isNull("used_cache")).isTrue();
            assertThat(results.get(1).getString("used_cache")).isEqualTo("full");
            assertThat(results.get(1).getJsonObject("output").get("data")).isEqualTo(results.get(0).getJsonObject("output").get("data"));
        }
    }

    @Test
    void nodesGiveTheSameDocuments() throws Exception {
        for (var path : List.of("config", Caller.API + "info", Caller.API + "app_id", "theme.css", Caller.API + "openapi.json")) {
            var first = nodes.node(0).get(path).body().replace(nodes.node(0).origin(), "");
            assertThat(nodes.node(1).get(path).body().replace(nodes.node(1).origin(), "")).isEqualTo(first).isNotEmpty();
        }
    }
}
