package io.gradio4j.impl.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gradio4j.impl.json.Jsons;
import io.gradio4j.impl.message.Datum;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.message.WrittenMessages;
import io.gradio4j.spi.EventBus;
import io.gradio4j.spi.Mailbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every bus does with the messages of a session. */
public abstract class EventBusContract {

    protected static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A bus that listens. */
    protected abstract EventBus<Message> bus();

    /** A message about an event. */
    protected static Message told(String event, int number) {
        return new Message.ProcessGenerating(event, new Message.Output(List.of(new Datum.Whole(Jsons.number(number))), true, 0, 0, List.of()));
    }

    protected static Message ended(String event) {
        return new Message.Cancelled(event);
    }

    /** What a message is on the wire. */
    protected static String text(Message message) {
        return WrittenMessages.FORM.write(message);
    }

    protected static List<String> texts(List<Mailbox.Entry<Message>> entries) {
        return entries.stream().map(e -> text(e.message())).toList();
    }

    protected static List<Long> numbers(List<Mailbox.Entry<Message>> entries) {
        return entries.stream().map(Mailbox.Entry::sequence).toList();
    }

    /** Takes until there are so many. */
    protected static List<Mailbox.Entry<Message>> take(Mailbox.Reader<Message> reader, int count) throws InterruptedException {
        var all = new ArrayList<Mailbox.Entry<Message>>();
        while (all.size() < count) {
            var batch = reader.take(PATIENCE).orElseThrow();
            assertThat(batch).as("after " + all.size()).isNotEmpty();
            all.addAll(batch);
        }
        return all;
    }

    protected static void tell(Mailbox<Message> mailbox, String event, int from, int to) {
        IntStream.rangeClosed(from, to).forEach(i -> mailbox.add(told(event, i)));
    }

    @Test
    void messagesComeInOrderNumberedFromOne() throws InterruptedException {
        var mailbox = bus().mailbox("a");
        mailbox.begin("e");
        var reader = mailbox.read();
        tell(mailbox, "e", 1, 500);
        mailbox.add(ended("e"));

        var all = take(reader, 501);

        assertThat(numbers(all)).isEqualTo(LongStream.rangeClosed(1, 501).boxed().toList());
        assertThat(texts(all.subList(0, 500))).isEqualTo(IntStream.rangeClosed(1, 500).mapToObj(i -> text(told("e", i))).toList());
        assertThat(all.getLast().message().ends()).isTrue();
        await().untilAsserted(() -> assertThat(mailbox.last()).isEqualTo(501));
    }

    @Test
    void aReaderWaitsForAMessage() throws Exception {
        var mailbox = bus().mailbox("a");
        mailbox.begin("e");
        var reader = mailbox.read();
        assertThat(reader.take(Duration.ZERO)).contains(List.of());
        Thread.ofVirtual().start(() -> {
            await().pollDelay(Duration.ofMillis(100)).until(() -> true);
            mailbox.add(told("e", 1));
        });

        var started = System.nanoTime();
        assertThat(take(reader, 1)).hasSize(1);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whatIsNotAcknowledgedComesAgain() throws InterruptedException {
        var mailbox = bus().mailbox("a");
        mailbox.begin("e");
        tell(mailbox, "e", 1, 5);
        take(mailbox.read(), 5);

        var again = mailbox.read();
        assertThat(numbers(take(again, 5))).containsExactly(1L, 2L, 3L, 4L, 5L);
        mailbox.acknowledge(2);
        assertThat(numbers(take(mailbox.read(), 3))).containsExactly(3L, 4L, 5L);
    }

    @Test
    void aReaderMayGoOnWhereAnotherOneWas() throws InterruptedException {
        var mailbox = bus().mailbox("a");
        mailbox.begin("e");
        tell(mailbox, "e", 1, 5);
        take(mailbox.read(), 5);
        var reader = mailbox.read();

        reader.seek(3);

        assertThat(numbers(take(reader, 2))).containsExactly(4L, 5L);
        reader.acknowledge();
        tell(mailbox, "e", 6, 6);
        assertThat(numbers(take(mailbox.read(), 1))).containsExactly(6L);
    }

    @Test
    void aNewReaderTakesOver() throws Exception {
        var mailbox = bus().mailbox("a");
        var old = mailbox.read();
        var next = mailbox.read();

        assertThat(old.take(PATIENCE)).isEmpty();
        assertThat(old.leave()).isFalse();
        assertThat(next.leave()).isTrue();
        assertThat(next.leave()).isFalse();
    }

    @Test
    void aWaitingReaderHearsThatSomebodyTookOver() throws Exception {
        var mailbox = bus().mailbox("a");
        var old = mailbox.read();
        var waiting = Thread.ofVirtual().start(() -> {
            try {
                assertThat(old.take(Duration.ofMinutes(1))).isEmpty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> waiting.getState() != Thread.State.RUNNABLE && waiting.getState() != Thread.State.NEW);

        mailbox.read();

        assertThat(waiting.join(PATIENCE)).isTrue();
    }

    @Test
    void eventsAreUnfinishedUntilTheirLastMessageIsDelivered() {
        var mailbox = bus().mailbox("a");
        mailbox.begin("e");
        mailbox.begin("f");
        assertThat(mailbox.unfinished()).containsExactlyInAnyOrder("e", "f");

        assertThat(mailbox.delivered("e")).isFalse();
        assertThat(mailbox.unfinished()).containsExactly("f");
        assertThat(mailbox.delivered("f")).isTrue();
        assertThat(mailbox.unfinished()).isEmpty();
    }

    @Test
    void aSlowReaderMissesStepsButNotTheLastState() throws Exception {
        var mailbox = bus().mailbox("a");
        mailbox.begin("e");
        var last = 20_000;
        for (var i = 1; i <= last; i++) {
            mailbox.awaitRoom();
            mailbox.add(told("e", i));
        }
        mailbox.add(ended("e"));

        var reader = mailbox.read();
        var all = new ArrayList<Mailbox.Entry<Message>>();
        while (all.isEmpty() || !all.getLast().message().ends()) {
            all.addAll(take(reader, 1));
            reader.acknowledge();
        }

        assertThat(all).hasSizeLessThan(8_000);
        assertThat(numbers(all)).isEqualTo(LongStream.rangeClosed(1, all.size()).boxed().toList());
        assertThat(text(all.get(all.size() - 2).message())).isEqualTo(text(told("e", last)));
    }

    @Test
    void messagesOfNoEventComeWhole() throws InterruptedException {
        var mailbox = bus().mailbox("a");
        var told = List.<Message>of(new Message.Joined("c", "e"), new Message.Rejected("d", 503, Jsons.string("Queue is full \"é\"")),
                new Message.UnexpectedError("Server stopped", true));
        told.forEach(mailbox::add);

        assertThat(take(mailbox.read(), 3).stream().map(Mailbox.Entry::message).toList()).isEqualTo(told);
    }
}
