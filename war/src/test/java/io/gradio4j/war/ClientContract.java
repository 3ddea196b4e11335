package io.gradio4j.war;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.gradio4j.Progress;
import io.gradio4j.client.Api;
import io.gradio4j.client.Arguments;
import io.gradio4j.client.Client;
import io.gradio4j.client.ClientException;
import io.gradio4j.client.LogMessage;
import io.gradio4j.client.Result;
import io.gradio4j.client.Status;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The Java client finds everything at its place. */
interface ClientContract extends Served {

    private Client connect() {
        return Client.connect(app().base().toString());
    }

    private static List<String> texts(Iterable<Result> results) {
        var texts = new ArrayList<String>();
        results.forEach(result -> texts.add(result.toString()));
        return texts;
    }

    @Test
    default void clientReadsTheDescription() {
        try (var client = connect()) {
            var repeat = client.viewApi().endpoint("/repeat").orElseThrow();
            assertThat(repeat.parameters()).extracting(Api.Parameter::name).containsExactly("text", "times");
            assertThat(repeat.parameters().get(1).byDefault()).isPresent();
            assertThat(repeat.returns()).extracting(Api.Return::type).containsExactly("string");
            assertThat(client.viewApi().endpoint("/secret")).isEmpty();
            assertThat(client.viewApi().endpoint("/unlisted").orElseThrow().documented()).isFalse();
            assertThat(client.viewApi().toString()).contains("/repeat(text, times = 2").doesNotContain("/unlisted");
        }
    }

    @Test
    default void clientCallsByPositionByNameAndByNumber() {
        try (var client = connect()) {
            assertThat(client.predict("/echo", "ä\u2028\"").as(String.class)).isEqualTo("ä\u2028\"");
            assertThat(client.predict("echo_direct", "x").as(String.class)).isEqualTo("x");
            assertThat(client.predict("/repeat", "ab").as(String.class)).isEqualTo("abab");
            assertThat(client.predict("/repeat", Arguments.of("times", 3).and("text", "c")).as(String.class)).isEqualTo("ccc");
            assertThat(client.predict(0, "by number").as(String.class)).isEqualTo("by number");
            assertThat(client.predict("/unlisted", "x").as(String.class)).isEqualTo("unlisted x");
        }
    }

    @Test
    default void clientRefusesWhatTheAppDoesNotHave() {
        try (var client = connect()) {
            assertThatIllegalArgumentException().isThrownBy(() -> client.predict("/nope")).withMessageContaining("/echo");
            assertThatIllegalArgumentException().isThrownBy(() -> client.predict("/secret", "x")).withMessageContaining("may call");
            assertThatIllegalArgumentException().isThrownBy(() -> client.predict("/echo", 1, 2));
            assertThatIllegalArgumentException().isThrownBy(() -> client.predict("/echo", Arguments.of("x", 1)));
        }
    }

    @Test
    default void clientFollowsStreams() {
        try (var client = connect()) {
            var words = client.submit("/spell", 100).stream().map(Result::toString).toList();
            assertThat(words).isNotEmpty().last().asString().startsWith("w0 w1 ").endsWith("w99 ");
            assertThat(words).allSatisfy(text -> assertThat(words.getLast()).startsWith(text));
            assertThat(texts(client.submit("/growing", 4)).getLast()).isEqualTo("abababab");
            assertThat(client.predict("/spell", 1).as(String.class)).isEqualTo("w0 ");
        }
    }

    @Test
    default void clientAppliesEditsOfNestedValues() {
        try (var client = connect(); var job = client.submit("/guess")) {
            var results = job.stream().toList();
            var last = results.getLast();
            assertThat(last).isEqualTo(job.result());
            assertThat(last.as(0, String.class)).isEqualTo("done");
            assertThat(results.getFirst().as(0, String.class)).isEqualTo("thinking");
            assertThat(results.getFirst().as(1, JsonObject.class).getString("label")).isEqualTo("cat");
            assertThat(results.getFirst().as(1, JsonObject.class).getJsonArray("confidences")).hasSize(2);
        }
    }

    @Test
    default void clientKeepsTheStateOfItsSession() {
        try (var client = connect(); var other = connect()) {
            assertThat(client.predict("/tally").as(String.class)).isEqualTo("1");
            assertThat(client.predict("/tally").as(String.class)).isEqualTo("2");
            assertThat(other.predict("/tally").as(String.class)).isEqualTo("1");
        }
    }

    @Test
    default void clientHearsProgressAndLogs() {
        try (var client = connect(); var job = client.submit("/report")) {
            var statuses = new CopyOnWriteArrayList<Status>();
            job.onStatus(statuses::add);
            assertThat(job.result().as(String.class)).isEqualTo("packed");
            assertThat(job.logs()).extracting(LogMessage::text).containsExactly("Started", "Step a", "Step b");
            assertThat(job.logs().getLast().level()).isEqualTo(LogMessage.Level.WARNING);
            assertThat(job.logs().getLast().title()).isEqualTo("Careful");
            await().untilAsserted(() -> assertThat(statuses).extracting(Status::stage).endsWith(Status.Stage.DONE)
                    .contains(Status.Stage.RUNNING));
            assertThat(statuses.stream().flatMap(s -> s.progress().stream()).map(Progress.Unit::desc)).contains("Packing");
        }
    }

    @Test
    default void clientSeesItsPlaceInTheQueueAndCancels() {
        var name = UUID.randomUUID().toString();
        try (var client = connect(); var other = connect(); var running = client.submit("/hold", name)) {
            await().untilAsserted(() -> assertThat(running.status().stage()).isEqualTo(Status.Stage.RUNNING));
            try (var waiting = other.submit("/hold", name + "2")) {
                await().untilAsserted(() -> assertThat(waiting.status().queueSize()).hasValue(1));
                assertThat(waiting.status().ahead()).hasValue(0);
                assertThatThrownBy(() -> waiting.result(Duration.ofMillis(50))).isInstanceOf(ClientException.TimedOut.class);
            }
            running.cancel();
            assertThatThrownBy(running::result).isInstanceOf(ClientException.Cancelled.class);
            await().untilAsserted(() -> assertThat(client.predict("/fate", name).as(String.class)).isEqualTo("interrupted"));
            assertThat(client.predict("/fate", name + "2").as(String.class)).isEqualTo("never started");
        }
    }

    @Test
    default void closedClientEndsItsCalls() {
        var name = UUID.randomUUID().toString();
        var client = connect();
        var job = client.submit("/hold", name);
        await().untilAsserted(() -> assertThat(job.status().stage()).isEqualTo(Status.Stage.RUNNING));
        client.close();
        client.close();
        try (var other = connect()) {
            await().untilAsserted(() -> assertThat(other.predict("/fate", name).as(String.class)).isEqualTo("interrupted"));
        }
    }

    @Test
    default void clientGetsFailuresInTheAppsWords() {
        try (var client = connect()) {
            var soldOut = catchThrowableOfType(ClientException.Failed.class, () -> client.predict("/sell_out", "pears"));
            assertThat(soldOut).hasMessage("/sell_out: Sold out: pears");
            assertThat(soldOut.title()).isEqualTo("Sorry");
            assertThat(soldOut.duration()).contains(Duration.ofSeconds(5));
            assertThatThrownBy(() -> client.predict("/crash", "x")).isInstanceOf(ClientException.Failed.class)
                    .hasMessageNotContaining("password");
            var blank = catchThrowableOfType(ClientException.Invalid.class, () -> client.predict("/named", " "));
            assertThat(blank.messages()).containsValue("Name an item");
        }
    }

    @Test
    default void clientSendsItsHeaders() {
        try (var client = Client.connect(app().base().toString(), options -> options.header("X-Test", "yes"))) {
            assertThat(client.predict("/who").as(String.class)).contains(", yes, ");
        }
    }

    @Test
    default void clientIsUsedByManyThreads() throws Exception {
        try (var client = connect(); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 200).<Callable<String>>mapToObj(i -> () -> client.predict("/echo", "n" + i).as(String.class)).toList();
            var answers = new ArrayList<String>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            assertThat(answers).isEqualTo(IntStream.range(0, 200).mapToObj(i -> "n" + i).toList());
        }
    }
}
