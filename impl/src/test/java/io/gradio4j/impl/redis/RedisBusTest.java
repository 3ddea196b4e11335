package io.gradio4j.impl.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.message.WrittenMessages;
import io.gradio4j.impl.session.EventBusContract;
import io.gradio4j.spi.EventBus;
import io.gradio4j.testing.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisBusTest extends EventBusContract {

    @TempDir
    private static Path folder;
    @AutoClose
    private static RedisServer redis;

    private final String app = UUID.randomUUID().toString();
    private final Node here = new Node();
    private final Node there = new Node();

    @BeforeAll
    static void start() throws Exception {
        redis = new RedisServer(folder);
    }

    /** A node that writes down what it hears. */
    private final class Node implements EventBus.Listener, AutoCloseable {
        private final RedisCluster cluster = new RedisCluster(redis.address());
        private final EventBus<Message> bus = cluster.join(app, WrittenMessages.FORM);
        private final List<String> heard = new CopyOnWriteArrayList<>();

        Node() {
            bus.listen(this);
        }

        @Override
        public void command(String command) {
            heard.add("command " + command);
        }

        @Override
        public void connectionLost(String session) {
            heard.add("connection " + session);
        }

        @Override
        public void eventLost(String eventId) {
            heard.add("event " + eventId);
        }

        @Override
        public void close() {
            cluster.close();
        }
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Override
    protected EventBus<Message> bus() {
        return here.bus;
    }

    @Test
    void nodesHaveNamesThatFitIntoIds() {
        assertThat(here.bus.node()).matches("[0-9a-f]{8}").isNotEqualTo(there.bus.node());
        await().atMost(PATIENCE).until(here.cluster::isUp);
    }

    @Test
    void messagesOfAllNodesComeInOneOrder() throws InterruptedException {
        var mine = here.bus.mailbox("a");
        var theirs = there.bus.mailbox("a");
        mine.begin("e");
        theirs.begin("f");
        var reader = there.bus.mailbox("a").read();
        tell(mine, "e", 1, 100);
        tell(theirs, "f", 1, 100);

        var all = take(reader, 200);

        assertThat(numbers(all)).doesNotHaveDuplicates().isSorted().hasSize(200).endsWith(200L);
        assertThat(texts(all).stream().filter(t -> t.contains("\"e\"")).toList())
                .isEqualTo(java.util.stream.IntStream.rangeClosed(1, 100).mapToObj(i -> text(told("e", i))).toList());
    }

    @Test
    void anotherNodeTakesOver() throws Exception {
        var old = here.bus.mailbox("a").read();
        var next = there.bus.mailbox("a").read();

        assertThat(old.take(PATIENCE)).isEmpty();
        assertThat(old.leave()).isFalse();
        assertThat(next.take(Duration.ZERO)).contains(List.of());
    }

    @Test
    void everyNodeKnowsWhoseAnEventIs() {
        here.bus.mailbox("a").begin("e");
        assertThat(there.bus.session("e")).contains("a");
        assertThat(there.bus.mailbox("a").unfinished()).containsExactly("e");
        assertThat(there.bus.mailbox("a").delivered("e")).isTrue();
        assertThat(here.bus.session("e")).isEmpty();
    }

    @Test
    void commandsReachTheirNodeInOrder() {
        for (var i = 0; i < 50; i++) {
            assertThat(here.bus.send(there.bus.node(), String.valueOf(i))).isTrue();
        }
        await().atMost(PATIENCE).until(() -> there.heard.size() == 50);
        assertThat(there.heard).startsWith("command 0", "command 1").endsWith("command 49");
        assertThat(here.heard).isEmpty();
        assertThat(here.bus.send("deadbeef", "x")).isFalse();

        here.bus.broadcast("all");
        await().atMost(PATIENCE).until(() -> there.heard.contains("command all"));
        assertThat(here.heard).isEmpty();
    }

    @Test
    void nothingIsLeftOfASessionThatWasRemoved() throws InterruptedException {
        var mailbox = here.bus.mailbox("a");
        mailbox.begin("e");
        mailbox.add(ended("e"));
        var reader = there.bus.mailbox("a").read();
        take(reader, 1);
        assertThat(keysOf("a")).isNotEmpty();

        there.bus.remove("a");
        there.bus.mailbox("a").delivered("e");
        reader.acknowledge();
        assertThat(reader.leave()).isFalse();

        assertThat(keysOf("a")).isEmpty();
        assertThat(here.bus.session("e")).isEmpty();
    }

    private List<String> keysOf(String session) {
        try (var link = new Link(redis.address(), new Link.News() {
            @Override
            public void message(String channel, String message) {
                throw new IllegalStateException("Nothing was subscribed to");
            }

            @Override
            public void missed() {
                // Nothing is waited for.
            }
        })) {
            return link.ask(connection -> connection.async().keys("gradio4j:" + app + ":*:" + session));
        }
    }

    @Test
    void openPagesAreKnownElsewhere() {
        here.bus.present("a", true);
        await().until(() -> there.bus.isPresentElsewhere("a"));
        assertThat(here.bus.isPresentElsewhere("a")).isFalse();
        here.bus.present("a", false);
        await().until(() -> !there.bus.isPresentElsewhere("a"));
    }

    @Test
    void eventsOfANodeThatEndsAreFailedOnce() throws InterruptedException {
        var mailbox = here.bus.mailbox("a");
        mailbox.begin("e");
        mailbox.begin("done");
        mailbox.add(told("e", 1));
        mailbox.add(ended("done"));
        here.bus.present("a", true);
        await().until(() -> there.bus.isPresentElsewhere("a"));

        here.close();

        try (var third = new Node()) {
            var reader = there.bus.mailbox("a").read();
            var all = take(reader, 3);
            assertThat(text(all.getLast().message())).isEqualTo(text(WrittenMessages.FORM.lost("e")));
            assertThat(reader.take(Duration.ofSeconds(2))).contains(List.of());
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(there.heard.size() + third.heard.size()).isEqualTo(1));
            assertThat(there.heard.isEmpty() ? third.heard : there.heard).containsExactly("connection a");
        }
    }
}
