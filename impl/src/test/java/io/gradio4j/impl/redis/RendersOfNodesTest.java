package io.gradio4j.impl.redis;

import static io.gradio4j.Gradio.header;
import static io.gradio4j.Gradio.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.gradio4j.Blocks;
import io.gradio4j.Column;
import io.gradio4j.Layout;
import io.gradio4j.OAuthProfile;
import io.gradio4j.Render;
import io.gradio4j.Request;
import io.gradio4j.ServerFunction;
import io.gradio4j.State;
import io.gradio4j.impl.app.Settings;
import io.gradio4j.impl.auth.Caller;
import io.gradio4j.impl.event.Answer;
import io.gradio4j.impl.event.AppRuntime;
import io.gradio4j.impl.event.EventQueue;
import io.gradio4j.impl.event.Input;
import io.gradio4j.impl.event.RefusedException;
import io.gradio4j.impl.event.ServerCall;
import io.gradio4j.impl.event.Wanted;
import io.gradio4j.impl.fixtures.Apps;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Press;
import io.gradio4j.impl.fixtures.Tape;
import io.gradio4j.impl.json.JsonText;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.message.MessageWriter;
import io.gradio4j.impl.session.Session;
import io.gradio4j.testing.RedisServer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of a page that depend on data, where two nodes serve it in turn: one of them draws, and both take what the page wants. */
class RendersOfNodesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    @TempDir
    private static Path folder;
    @AutoClose
    private static RedisServer redis;

    /** Tells the apps of one test from those of others. */
    private final String mark = UUID.randomUUID().toString().replace("-", "");
    private final String page = UUID.randomUUID().toString();
    private final List<String> happened = new CopyOnWriteArrayList<>();
    private final CountDownLatch inside = new CountDownLatch(1);
    private final Node here = new Node("here");
    private final Node there = new Node("there");

    @BeforeAll
    static void start() throws Exception {
        redis = new RedisServer(folder);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    /** One server; what it draws says where it was drawn. */
    private final class Node implements AutoCloseable {
        private final RedisCluster cluster = new RedisCluster(redis.address());
        private final AppRuntime runtime;
        private boolean dead;

        Node(String name) {
            runtime = new AppRuntime(Apps.of(page(name)), Apps.plugins(), Settings.defaults(), cluster);
        }

        Session session() {
            return runtime.sessions().open(page);
        }

        Answer call(Wanted wanted, Input input) {
            return runtime.reception().to(session(), wanted).call(input);
        }

        JsonValue result(String endpoint, String data) {
            return json(call(Wanted.named(endpoint, true), input(data))).get("data");
        }

        JsonObject draw(String letters) {
            return json(call(Wanted.named("apply", true), input("[\"" + letters + "\"]"))).getJsonObject("render_config");
        }

        String join(String endpoint, String data) {
            var destination = runtime.reception().to(session(), Wanted.named(endpoint, true));
            var id = destination.newId();
            destination.join(input(data), new EventQueue.Ticket(id, true, Optional.of(new Message.Joined("mine", id))));
            return id;
        }

        /** Its sign of life is gone, and what it runs speaks no more. */
        void die() {
            cluster.close();
            dead = true;
        }

        @Override
        public void close() {
            runtime.close();
            if (!dead) {
                cluster.close();
            }
        }
    }

    private Blocks page(String node) {
        var text = new Field("Text");
        var out = new Field("Out");
        var go = new Press("Go");
        var count = State.of(0);
        go.onClick().inputs(count).outputs(count).apiName(mark).run(n -> n + 1);
        go.onClick().outputs(out).apiName("where").run(() -> node);
        var app = new Blocks[1];
        app[0] = Blocks.of(text, out, go, new Render<>(text, letters -> {
            count.onChange().run(() -> {
            });
            app[0].onUnload().run(() -> {
                happened.add(node + " heard of the end");
            });
            return new Column(IntStream.range(0, letters.length()).mapToObj(i -> part(node, letters, i, out)).toList());
        }).roles("staff"));
        return app[0];
    }

    private Column part(String node, String letters, int i, Field out) {
        var field = new Field("Field").key("f" + i);
        var press = new Press("Press");
        var tape = new Tape();
        press.onClick().outputs(out).apiName("press" + i).run(() -> node + " drew " + letters);
        press.onClick().inputs(header("x-test"), profile()).outputs(out).apiName("ask" + i)
                .run((test, profile) -> test + " " + profile.map(OAuthProfile::username).orElse("nobody"));
        press.onClick().inputs(field).outputs(out).apiName("long" + i).validate(field, value -> value.length() > 3, "too short").run(value -> value);
        press.onClick().outputs(out).apiName("staff" + i).rolesAllowed("staff").run(() -> "for staff");
        press.onClick().outputs(out).apiName("wait" + i).run(() -> {
            inside.countDown();
            try {
                Thread.sleep(PATIENCE.toMillis());
            } catch (InterruptedException e) {
                happened.add("interrupted at " + node);
                throw e;
            }
            return "late";
        });
        tape.onStream().inputs(tape).outputs(out).apiName("tape" + i).run(String::valueOf);
        return new Column(field, press, tape, new Asked(node));
    }

    /** Has a function that says who calls it, and where. */
    private static final class Asked extends Layout<Asked> {
        private final String node;

        Asked(String node) {
            super("asked");
            this.node = node;
        }

        @Override
        protected Map<String, ServerFunction> serverFunctions() {
            return Map.of("who", call -> call.request().username() + " asks " + node + " for " + JsonText.of(call.argument()));
        }
    }

    private static Input input(String data) {
        return new Input(Jsons.read(data).asJsonArray(), JsonValue.NULL, OptionalInt.empty(), Request.NONE);
    }

    private static JsonObject json(Answer answer) {
        assertThat(answer.status()).as(answer.json()).isEqualTo(200);
        return Jsons.read(answer.json()).asJsonObject();
    }

    /** All that the page hears until its event ends, as it stands on the wire. */
    private List<String> heard(Node node) throws InterruptedException {
        var heard = new ArrayList<String>();
        var reader = node.session().outbox().read();
        while (heard.stream().noneMatch(m -> m.contains("process_completed"))) {
            var batch = reader.take(PATIENCE).orElseThrow();
            assertThat(batch).as("after " + heard).isNotEmpty();
            batch.forEach(entry -> {
                var out = new StringBuilder();
                MessageWriter.write(entry.message(), 0, out);
                heard.add(out.toString());
            });
        }
        reader.acknowledge();
        return heard;
    }

    private static List<Integer> ids(JsonObject part, String key) {
        return part.getJsonArray("components").getValuesAs(JsonObject.class).stream()
                .filter(c -> c.getJsonObject("props").getString("key", "").equals(key)).map(c -> c.getInt("id")).toList();
    }

    private static int listener(JsonObject part, String apiName) {
        return part.getJsonArray("dependencies").getValuesAs(JsonObject.class).stream().filter(d -> d.getString("api_name").equals(apiName))
                .findFirst().orElseThrow().getInt("id");
    }

    @Test
    void whatOneNodeHasDrawnIsCalledThroughTheOther() {
        here.draw("ab");

        assertThat(there.result("press1", "[]")).hasToString("[\"here drew ab\"]");
        assertThat(here.result("press1", "[]")).hasToString("[\"here drew ab\"]");
    }

    @Test
    void beforeAnythingIsDrawnEachNodeDoesWhatItIsAsked() {
        assertThat(there.result("where", "[]")).hasToString("[\"there\"]");
        assertThat(here.result("where", "[]")).hasToString("[\"here\"]");
        here.draw("a");
        assertThat(there.result("where", "[]")).hasToString("[\"here\"]");
    }

    @Test
    void theNodeThatHasDrawnDrawsAgainSoThatKeysKeepTheirNumbers() {
        var one = here.draw("a");
        var two = there.draw("ab");

        assertThat(ids(two, "f0")).isEqualTo(ids(one, "f0")).hasSize(1);
        assertThat(listener(two, "press0")).isNotEqualTo(listener(one, "press0"));
        assertThat(there.result("press0", "[]")).hasToString("[\"here drew ab\"]");
    }

    @Test
    void twoNodesThatDrawAtTheSameTimeAgreeOnOne() throws Exception {
        var one = CompletableFuture.supplyAsync(() -> here.draw("a"));
        var two = CompletableFuture.supplyAsync(() -> there.draw("a"));

        assertThat(ids(one.get(), "f0")).isEqualTo(ids(two.get(), "f0"));
        assertThat(here.result("where", "[]")).isEqualTo(there.result("where", "[]"));
    }

    @Test
    void anEventOfTheOtherNodeIsFollowedFromBoth() throws Exception {
        here.draw("a");
        var first = there.join("press0", "[]");
        var messages = heard(there);

        assertThat(messages.getFirst()).contains("\"mine\"").contains(first);
        assertThat(messages.getLast()).contains(first).contains("here drew a");

        var second = there.join("press0", "[]");
        assertThat(heard(here).getLast()).contains(second).contains("here drew a");
    }

    @Test
    void whoAsksIsKnownWhereItIsDone() {
        here.draw("a");
        var request = new Request(Map.of("x-test", List.of("seen")), Map.of(), Map.of(), "/", "127.0.0.1", "ada", page);
        var caller = new Caller("ada", Set.of("staff"), Optional.of(new OAuthProfile("Ada", "ada", "", "", JsonValue.EMPTY_JSON_OBJECT)), Optional.empty());
        var input = new Input(JsonValue.EMPTY_JSON_ARRAY, JsonValue.NULL, OptionalInt.empty(), request, caller, "");

        assertThat(json(there.call(Wanted.named("ask0", true), input)).get("data")).hasToString("[\"seen ada\"]");
        assertThat(json(there.call(Wanted.named("staff0", true), input)).get("data")).hasToString("[\"for staff\"]");
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> there.result("staff0", "[]"))
                .satisfies(e -> assertThat(e.status()).isEqualTo(403)).withMessageContaining("only for users with the role 'staff'");
    }

    @Test
    void whatTheOtherNodeRefusesIsRefusedHere() {
        here.draw("a");

        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> there.join("long0", "[\"ab\"]"))
                .satisfies(e -> assertThat(e.status()).isEqualTo(422))
                .satisfies(e -> assertThat(e.detail().asJsonArray().getJsonObject(0).getString("message")).isEqualTo("too short"));
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> there.result("press7", "[]"))
                .satisfies(e -> assertThat(e.status()).isEqualTo(500)).withMessage("There is no endpoint named 'press7'.");
    }

    @Test
    void anEventOfTheOtherNodeIsCancelled() throws Exception {
        here.draw("a");
        var id = there.join("wait0", "[]");
        inside.await();

        there.runtime.nodes().cancel(there.session(), id);

        assertThat(heard(there).getLast()).contains("process_completed").contains(id);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(happened).containsExactly("interrupted at here"));
    }

    @Test
    void piecesOfAStreamReachTheOtherNode() throws Exception {
        here.draw("a");
        var id = there.join("tape0", "[1]");

        assertThat(there.runtime.nodes().piece(id, Jsons.read("[2]").asJsonArray(), JsonValue.NULL)).isTrue();
        assertThat(there.runtime.nodes().endStream(id)).isTrue();

        assertThat(heard(there).getLast()).contains("\"data\":[\"2\"]");
    }

    @Test
    void functionsOfDrawnComponentsAreCalledThroughTheOther() {
        var part = here.draw("a");
        var asked = part.getJsonArray("components").getValuesAs(JsonObject.class).stream().filter(c -> c.getString("type").equals("asked")).findFirst()
                .orElseThrow().getInt("id");
        var request = new Request(Map.of(), Map.of(), Map.of(), "/", "", "ada", page);

        assertThat(there.runtime.reception().call(there.session(), new ServerCall(asked, "who", Jsons.string("tea"), request, "")).json())
                .isEqualTo("\"ada asks here for \\\"tea\\\"\"");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> there.runtime.reception().call(there.session(), new ServerCall(asked, "when", JsonValue.NULL, request, "")))
                .satisfies(e -> assertThat(e.status()).isEqualTo(404));
    }

    @Test
    void changesOfStateThatADrawnListenerWaitsForAreTold() {
        here.draw("a");

        assertThat(json(there.call(Wanted.named(mark, true), input("[null]"))).getJsonArray("changed_state_ids")).hasSize(1);
    }

    @Test
    void whatIsDrawnHearsThatThePageIsClosedThoughTheOtherNodeHadTheConnection() {
        here.draw("a");
        there.runtime.pageClosed(there.session());

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(happened).containsExactly("here heard of the end"));
    }

    @Test
    void whenTheNodeThatHasDrawnStopsAnotherOneDrawsAnew() {
        var press = listener(here.draw("a"), "press0");
        here.runtime.close();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(there.result("where", "[]")).hasToString("[\"there\"]"));

        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> there.call(Wanted.numbered(press, true), input("[]")))
                .withMessageContaining("fn_index " + press).withMessageContaining("the server that has drawn it has stopped. Please reload the page.");
        there.draw("b");
        assertThat(there.result("press0", "[]")).hasToString("[\"there drew b\"]");
    }

    @Test
    void whenTheNodeThatHasDrawnIsDeadAnotherOneDrawsAnew() {
        here.draw("a");
        here.die();

        there.draw("b");

        assertThat(there.result("press0", "[]")).hasToString("[\"there drew b\"]");
    }

    @Test
    void whoWaitsForANodeThatDiesIsToldSo() throws Exception {
        here.draw("a");
        var answer = CompletableFuture.supplyAsync(() -> there.result("wait0", "[]"));
        inside.await();

        here.die();

        assertThatExceptionOfType(java.util.concurrent.ExecutionException.class).isThrownBy(answer::get)
                .withCauseInstanceOf(RefusedException.class).withMessageContaining("The server that has drawn this page has stopped. Please try again.");
    }
}
