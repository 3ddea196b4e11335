package io.gradio4j.client;

import static io.gradio4j.client.FakeServer.CLOSE_STREAM;
import static io.gradio4j.client.FakeServer.completed;
import static io.gradio4j.client.FakeServer.failed;
import static io.gradio4j.client.FakeServer.frame;
import static io.gradio4j.client.FakeServer.generated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.gradio4j.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls from their start to their end, with everything that a server may tell about them. */
@Timeout(20)
class JobTest {

    /** Held, for the log manager would forget a logger and its filter. */
    private static final Logger FEED_LOG = Logger.getLogger(Feed.class.getName());

    private FakeServer server;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
        client = Client.connect(server.url());
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private static List<String> texts(Iterable<Result> results) {
        var texts = new ArrayList<String>();
        results.forEach(result -> texts.add(result.toString()));
        return texts;
    }

    private static String forCall(String id, String frame) {
        return frame.replace("{id}", id);
    }

    @Test
    void functionThatDoesNotStreamHasOneResult() {
        server.eachCall(completed("[\"hi\"]"), CLOSE_STREAM);
        var job = client.submit("/greet", "Ada");
        assertThat(texts(job)).containsExactly("hi");
        assertThat(job.result().as(String.class)).isEqualTo("hi");
        assertThat(job.status().stage()).isEqualTo(Status.Stage.DONE);
        assertThat(texts(job)).isEmpty();
    }

    @Test
    void editsAreAppliedStepByStep() {
        server.eachCall(generated("[{\"l\":[\"a\"]}]"), generated("[[[\"append\",[\"l\",0],\"b\"],[\"add\",[\"l\",1],[]]]]"), generated("[[]]"),
                generated("[[[\"delete\",[\"l\",0],null],[\"add\",[\"l\",0,0],1]]]"), completed("[{\"l\":[[1]]}]"), CLOSE_STREAM);
        assertThat(texts(client.submit("/greet", "Ada"))).containsExactly("{\"l\":[\"a\"]}", "{\"l\":[\"ab\",[]]}", "{\"l\":[\"ab\",[]]}",
                "{\"l\":[[1]]}");
    }

    @Test
    void completionThatDiffersFromTheLastStepIsAResultOfItsOwn() {
        server.eachCall(generated("[\"a\"]"), completed("[\"b\"]"), CLOSE_STREAM);
        assertThat(client.submit("/greet", "Ada").stream().map(Result::toString)).containsExactly("a", "b");
    }

    @Test
    void streamsOfInputsSendWholeValues() {
        var streaming = frame("{\"msg\":\"process_streaming\",\"event_id\":\"{id}\",\"output\":{\"data\":[\"f\"]},\"success\":true,\"time_limit\":9}");
        server.eachCall(streaming, streaming, generated("[\"g\"]"), generated("[\"h\"]"), completed("[\"h\"]"), CLOSE_STREAM);
        assertThat(texts(client.submit("/watch", "x"))).containsExactly("f", "f", "g", "h");
    }

    @Test
    void resultsCanBeTakenWhileTheCallRuns() {
        var job = client.submit("/greet", "Ada");
        var results = job.iterator();
        server.send(forCall("e1", generated("[\"a\"]")));
        assertThat(results.next().as(String.class)).isEqualTo("a");
        server.send(forCall("e1", generated("[[[\"append\",[],\"b\"]]]")));
        assertThat(results.hasNext()).isTrue();
        assertThat(results.next().as(String.class)).isEqualTo("ab");
        server.send(forCall("e1", completed("[\"ab\"]")), CLOSE_STREAM);
        assertThat(results.hasNext()).isFalse();
        assertThatThrownBy(results::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void statusesComeInOrder() {
        server.eachCall(
                frame("{\"msg\":\"estimation\",\"event_id\":\"{id}\",\"rank\":1,\"queue_size\":2,\"rank_eta\":1.5}"),
                frame("{\"msg\":\"estimation\",\"event_id\":\"{id}\",\"rank\":0,\"queue_size\":1,\"rank_eta\":null}"),
                frame("{\"msg\":\"process_starts\",\"event_id\":\"{id}\",\"eta\":0.25}"),
                frame("{\"msg\":\"progress\",\"event_id\":\"{id}\",\"progress_data\":[{\"index\":3,\"length\":10,\"unit\":\"steps\","
                        + "\"progress\":null,\"desc\":\"Loading\"},{\"index\":null,\"length\":null,\"unit\":null,\"progress\":0.5,\"desc\":null}]}"),
                frame("{\"msg\":\"heartbeat\",\"event_id\":null}"), frame("{\"msg\":\"something_new\",\"event_id\":\"{id}\"}"),
                completed("[\"hi\"]"), CLOSE_STREAM);
        var statuses = new CopyOnWriteArrayList<Status>();
        client.submit("/greet", "Ada").onStatus(statuses::add).result();
        var eta = Optional.of(Duration.ofMillis(250));
        var running = new Status(Status.Stage.RUNNING, OptionalInt.empty(), OptionalInt.empty(), eta, List.of());
        await().untilAsserted(() -> assertThat(statuses).containsExactly(
                new Status(Status.Stage.WAITING, OptionalInt.of(1), OptionalInt.of(2), Optional.of(Duration.ofMillis(1500)), List.of()),
                new Status(Status.Stage.WAITING, OptionalInt.of(0), OptionalInt.of(1), Optional.empty(), List.of()),
                running,
                running.withProgress(List.of(new Progress.Unit(3L, 10L, "steps", null, "Loading"),
                        new Progress.Unit(null, null, "", 0.5, null))),
                Status.of(Status.Stage.DONE)));
    }

    @Test
    void listenersGetWhatWasSaidBeforeTheyCame() {
        server.eachCall(
                frame("{\"msg\":\"log\",\"event_id\":\"{id}\",\"log\":\"Saved\",\"level\":\"success\",\"duration\":10,\"visible\":true,\"title\":\"Success\"}"),
                frame("{\"msg\":\"log\",\"event_id\":\"{id}\",\"log\":\"Odd\",\"level\":\"strange\",\"duration\":null,\"visible\":false,\"title\":\"T\"}"),
                completed("[\"hi\"]"), CLOSE_STREAM);
        var job = client.submit("/greet", "Ada");
        job.result();
        var saved = new LogMessage("Saved", LogMessage.Level.SUCCESS, "Success", Optional.of(Duration.ofSeconds(10)), true);
        var odd = new LogMessage("Odd", LogMessage.Level.INFO, "T", Optional.empty(), false);
        assertThat(job.logs()).containsExactly(saved, odd);
        var heard = new CopyOnWriteArrayList<LogMessage>();
        job.onLog(heard::add);
        await().untilAsserted(() -> assertThat(heard).containsExactly(saved, odd));
    }

    @Test
    void listenerThatFailsIsLoggedAndGoesOn() {
        var logged = new CopyOnWriteArrayList<String>();
        FEED_LOG.setFilter(entry -> {
            logged.add(entry.getMessage());
            return false;
        });
        var feed = new Feed<Integer>();
        feed.follow(number -> {
            throw new IllegalStateException("too many: " + number);
        });
        feed.add(1);
        feed.add(2);
        await().untilAsserted(() -> assertThat(logged).containsExactly("A listener failed at 1", "A listener failed at 2"));
        feed.close();
    }

    @Test
    void slowListenersMissOnlyTheOldest() {
        var feed = new Feed<Integer>();
        for (var i = 0; i < 1500; i++) {
            feed.add(i);
        }
        feed.close();
        feed.add(7);
        var heard = new CopyOnWriteArrayList<Integer>();
        feed.follow(heard::add);
        await().untilAsserted(() -> assertThat(heard).hasSize(1000).startsWith(500).endsWith(1499));
    }

    @Test
    void failureHasTheAppsWords() {
        server.eachCall(generated("[\"a\"]"), failed("{\"error\":\"No file\",\"duration\":0,\"visible\":false,\"title\":\"Oops\"}"), CLOSE_STREAM);
        var job = client.submit("/greet", "Ada");
        var failure = catchThrowableOfType(ClientException.Failed.class, job::result);
        assertThat(failure).hasMessage("/greet: No file");
        assertThat(failure.endpoint()).isEqualTo("/greet");
        assertThat(failure.text()).isEqualTo("No file");
        assertThat(failure.title()).isEqualTo("Oops");
        assertThat(failure.duration()).isEmpty();
        assertThat(failure.visible()).isFalse();
        assertThat(job.status().stage()).isEqualTo(Status.Stage.FAILED);
        var results = job.iterator();
        assertThat(results.next().as(String.class)).isEqualTo("a");
        assertThatThrownBy(results::hasNext).isInstanceOf(ClientException.Failed.class);
    }

    @Test
    void hiddenFailureIsOneToo() {
        server.eachCall(failed("{\"error\":null}"), CLOSE_STREAM);
        assertThatThrownBy(() -> client.predict("/greet", "Ada")).isInstanceOf(ClientException.Failed.class)
                .hasMessage("/greet: the app's function failed; the app does not say why");
        server.eachCall(generated("[\"a\"]").replace("true}", "false}"), CLOSE_STREAM);
        assertThatThrownBy(() -> client.predict("/greet", "Ada")).isInstanceOf(ClientException.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"output\":{},\"success\":true", "\"output\":{\"error\":\"It was cancelled\"},\"success\":false,\"cancelled\":true"})
    void callCancelledAtTheServerEnds(String end) {
        server.eachCall(frame("{\"msg\":\"process_completed\",\"event_id\":\"{id}\"," + end + "}"), CLOSE_STREAM);
        var job = client.submit("/greet", "Ada");
        assertThatThrownBy(job::result).isInstanceOf(ClientException.Cancelled.class).hasMessageContaining("at the server");
        assertThat(job.status().stage()).isEqualTo(Status.Stage.CANCELLED);
    }

    @Test
    void cancellingEndsTheCallHereAndThere() {
        var job = client.submit("/count", "a");
        job.cancel();
        job.close();
        assertThatThrownBy(job::result).isInstanceOf(ClientException.Cancelled.class);
        assertThat(server.requests("cancel")).singleElement().satisfies(request -> assertThat(request.json().keySet())
                .containsExactlyInAnyOrder("event_id", "session_hash", "fn_index"));
        assertThat(server.requests("reset")).singleElement().satisfies(request ->
                assertThat(request.json().getString("event_id")).isEqualTo("e1"));
        server.send(forCall("e1", completed("[]")), CLOSE_STREAM);
        server.eachCall(completed("[\"hi\"]"), CLOSE_STREAM);
        assertThat(client.predict("/greet", "Ada").as(String.class)).isEqualTo("hi");
    }

    @Test
    void closingTheStreamOfResultsCancels() {
        server.eachCall(generated("[\"a\"]"));
        var job = client.submit("/greet", "Ada");
        try (var results = job.stream()) {
            assertThat(results.findFirst()).hasValueSatisfying(r -> assertThat(r).hasToString("a"));
        }
        assertThat(job.status().stage()).isEqualTo(Status.Stage.CANCELLED);
    }

    @Test
    void waitingCanBeLimited() {
        var job = client.submit("/greet", "Ada");
        assertThatThrownBy(() -> job.result(Duration.ofMillis(20))).isInstanceOf(ClientException.TimedOut.class)
                .hasMessage("/greet: no result within 20 ms");
        server.send(forCall("e1", completed("[\"hi\"]")), CLOSE_STREAM);
        assertThat(job.result(Duration.ofSeconds(10)).as(String.class)).isEqualTo("hi");
    }

    @Test
    void interruptEndsTheWaitingAndCancelsWhatNobodyElseCanSee() throws InterruptedException {
        var seen = new AtomicReference<Throwable>();
        var interrupted = new AtomicReference<Boolean>();
        var waiting = Thread.ofVirtual().start(() -> {
            seen.set(catchThrowable(() -> client.predict("/greet", "Ada")));
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        await().untilAsserted(() -> assertThat(server.requests("queue/data")).hasSize(1));
        waiting.interrupt();
        waiting.join();
        assertThat(seen.get()).isInstanceOf(ClientException.Interrupted.class);
        assertThat(interrupted.get()).isTrue();
        assertThat(server.requests("cancel")).hasSize(1);
    }

    @Test
    void interruptOfAWalkLeavesTheCallRunning() throws InterruptedException {
        var job = client.submit("/greet", "Ada");
        var seen = new AtomicReference<Throwable>();
        var waiting = Thread.ofVirtual().start(() -> seen.set(catchThrowable(() -> texts(job))));
        waiting.interrupt();
        waiting.join();
        assertThat(seen.get()).isInstanceOf(ClientException.Interrupted.class);
        server.send(forCall("e1", completed("[\"hi\"]")), CLOSE_STREAM);
        assertThat(job.result().as(String.class)).isEqualTo("hi");
    }

    @Test
    void callsShareOneStreamAndEachGetsItsOwn() {
        var first = client.submit("/greet", "Ada");
        var second = client.submit("/greet", "Bob");
        server.send(forCall("e2", generated("[\"b\"]")), forCall("e1", generated("[\"a\"]")), forCall("e2", completed("[\"bb\"]")),
                forCall("e1", completed("[\"aa\"]")), CLOSE_STREAM);
        assertThat(texts(first)).containsExactly("a", "aa");
        assertThat(texts(second)).containsExactly("b", "bb");
        assertThat(server.requests("queue/data")).hasSize(1);
    }

    @Test
    void closedStreamIsOpenedAgainForTheNextCall() {
        server.eachCall(completed("[\"hi\"]"), CLOSE_STREAM);
        for (var i = 0; i < 5; i++) {
            assertThat(client.predict("/greet", "Ada").as(String.class)).isEqualTo("hi");
        }
        assertThat(server.requests("queue/data")).hasSizeBetween(5, 10)
                .extracting(FakeServer.Request::path).containsOnly(server.requests("queue/data").getFirst().path());
    }

    @Test
    void manyThreadsMayCallAtOnce() throws Exception {
        server.eachCall(body -> List.of(generated("[\"\"]"), completed("[" + body.getJsonArray("data").get(0) + "]")));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Callable<String>>();
            for (var i = 0; i < 200; i++) {
                var name = "n" + i;
                calls.add(() -> name + "=" + client.predict("/greet", name).as(String.class));
            }
            for (var call : threads.invokeAll(calls)) {
                var pair = call.get().split("=");
                assertThat(pair[0]).isEqualTo(pair[1]);
            }
        }
        assertThat(server.requests("queue/data")).hasSize(1);
    }

    @Test
    void messagesThatComeBeforeTheirIdAreKept() {
        client.submit("/greet", "Ada");
        await().untilAsserted(() -> assertThat(server.requests("queue/data")).hasSize(1));
        server.api("queue/join", exchange -> {
            server.send(forCall("x", generated("[\"a\"]")), forCall("x", completed("[\"ab\"]")));
            await().during(Duration.ofMillis(200)).until(() -> true);
            FakeServer.send(exchange, 200, "application/json", "{\"event_id\":\"x\"}".getBytes());
        });
        assertThat(texts(client.submit("/greet", "Bob"))).containsExactly("a", "ab");
    }

    @Test
    void fullQueueIsTold() {
        server.answerApi("queue/join", 503, "{\"detail\":\"Queue is full. Max size is 2 and size is 2.\"}");
        assertThatThrownBy(() -> client.submit("/greet", "Ada")).isInstanceOf(ClientException.QueueFull.class)
                .hasMessage("/greet: Queue is full. Max size is 2 and size is 2.");
    }

    @Test
    void invalidValuesAreToldByParameter() {
        server.answerApi("queue/join", 422, "{\"detail\":[{\"is_valid\":true,\"message\":\"\"},{\"__type__\":\"validate\",\"is_valid\":false,"
                + "\"message\":\"too short\",\"parameter_name\":\"name\"},{\"is_valid\":false,\"message\":\"odd\"}]}");
        var failure = catchThrowableOfType(ClientException.Invalid.class, () -> client.predict("/greet", "Ada"));
        assertThat(failure).hasMessage("/greet: name: too short; parameter_1: odd");
        assertThat(failure.messages()).isEqualTo(Map.of("name", "too short", "parameter_1", "odd"));
        server.answerApi("queue/join", 422, "{\"detail\":[{\"type\":\"missing\",\"loc\":[\"body\",\"data\"],\"msg\":\"Field required\"}]}");
        assertThatThrownBy(() -> client.predict("/greet", "Ada")).hasMessage("/greet: body.data: Field required");
    }

    @Test
    void otherRefusalsAreToldWithTheirStatus() {
        server.answerApi("queue/join", 400, "{\"detail\":\"the validator failed\"}");
        assertThatThrownBy(() -> client.predict("/greet", "Ada")).hasMessage("/greet: the validator failed")
                .isInstanceOfSatisfying(ClientException.Refused.class, e -> assertThat(e.status()).isEqualTo(400));
        server.answerApi("queue/join", 401, "{\"detail\":{\"error\":\"Not authenticated\",\"auth_message\":null}}");
        assertThatThrownBy(() -> client.predict("/greet", "Ada")).isInstanceOf(ClientException.Unauthorized.class)
                .hasMessage("/greet: Not authenticated");
        server.answerApi("queue/join", 500, "Internal Server Error");
        assertThatThrownBy(() -> client.predict("/greet", "Ada")).hasMessage("/greet: Internal Server Error");
        server.answerApi("queue/join", 502, "");
        assertThatThrownBy(() -> client.predict("/greet", "Ada")).hasMessage("/greet: the server answered with status 502");
    }

    @Test
    void closingTheClientCancelsItsCalls() {
        var job = client.submit("/greet", "Ada");
        client.close();
        assertThatThrownBy(job::result).isInstanceOf(ClientException.Cancelled.class);
        assertThat(server.requests("cancel")).hasSize(1);
    }

    @Test
    void slowReaderGoesOnWithTheNewest() {
        var job = client.submit("/greet", "Ada");
        var chunk = "x".repeat(1_000_000);
        server.send(forCall("e1", generated("[\"\"]")));
        for (var i = 0; i < 20; i++) {
            server.send(forCall("e1", generated("[[[\"append\",[],\"" + chunk + "\"]]]")));
        }
        server.send(forCall("e1", generated("[[[\"append\",[],\"y\"]]]")), forCall("e1", completed("[\"end\"]")), CLOSE_STREAM);
        job.result();
        var lengths = job.stream().map(result -> result.toString().length()).toList();
        assertThat(lengths).hasSizeLessThan(8).endsWith(20_000_001, 3).doesNotHaveDuplicates();
    }
}
