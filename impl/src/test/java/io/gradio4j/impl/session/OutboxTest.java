package io.gradio4j.impl.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gradio4j.impl.json.JsonText;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.impl.message.Datum;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.message.MessageWriter;
import io.gradio4j.impl.message.WrittenMessages;
import io.gradio4j.spi.Mailbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final int ROOM = 4_000;

    private final Outbox<Message> outbox = new Outbox<>(WrittenMessages.FORM);

    private static Message message(int number) {
        return new Message.Cancelled(String.valueOf(number));
    }

    private void fill(int from, int to) {
        for (var i = from; i <= to; i++) {
            outbox.add(message(i));
        }
    }

    private static List<Mailbox.Entry<Message>> take(Mailbox.Reader<Message> reader) throws InterruptedException {
        return reader.take(Duration.ZERO).orElseThrow();
    }

    private static List<Long> numbers(List<Mailbox.Entry<Message>> entries) {
        return entries.stream().map(Mailbox.Entry::sequence).toList();
    }

    private Thread waitsForRoom() {
        var thread = Thread.ofVirtual().start(() -> {
            try {
                outbox.awaitRoom();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> thread.getState() == Thread.State.WAITING);
        return thread;
    }

    private static void ends(Thread thread) throws InterruptedException {
        assertThat(thread.join(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void messagesComeInOrderNumberedFromOne() throws InterruptedException {
        fill(1, 3);

        assertThat(take(outbox.read())).containsExactly(new Mailbox.Entry<>(1, message(1)), new Mailbox.Entry<>(2, message(2)),
                new Mailbox.Entry<>(3, message(3)));
        assertThat(outbox.last()).isEqualTo(3);
    }

    @Test
    void aReaderGetsEachMessageOnce() throws InterruptedException {
        var reader = outbox.read();
        fill(1, 2);
        take(reader);
        fill(3, 3);

        assertThat(numbers(take(reader))).containsExactly(3L);
        assertThat(take(reader)).isEmpty();
    }

    @Test
    void manyMessagesComeInParts() throws InterruptedException {
        var reader = outbox.read();
        fill(1, 300);

        assertThat(take(reader)).hasSize(256);
        assertThat(numbers(take(reader))).startsWith(257L).endsWith(300L);
    }

    @Test
    void aWaitingReaderGetsWhatComes() throws InterruptedException {
        var reader = outbox.read();
        var got = new AtomicReference<List<Mailbox.Entry<Message>>>(List.of());
        var thread = Thread.ofVirtual().start(() -> {
            try {
                got.set(reader.take(Duration.ofSeconds(5)).orElseThrow());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);

        fill(1, 1);

        ends(thread);
        assertThat(numbers(got.get())).containsExactly(1L);
    }

    @Test
    void acknowledgedMessagesAreDropped() throws InterruptedException {
        var reader = outbox.read();
        fill(1, 5);
        take(reader);
        fill(6, 6);

        reader.acknowledge();

        assertThat(outbox.size()).isOne();
        assertThat(numbers(take(outbox.read()))).containsExactly(6L);
    }

    @Test
    void whoeverTakesOverGetsWhatWasNotAcknowledged() throws InterruptedException {
        var before = outbox.read();
        fill(1, 4);
        take(before);
        outbox.acknowledge(2);

        assertThat(numbers(take(outbox.read()))).containsExactly(3L, 4L);
    }

    @Test
    void whoeverWasReadingGetsNoMoreAfterATakeover() throws InterruptedException {
        var before = outbox.read();
        outbox.read();
        fill(1, 1);

        assertThat(before.take(Duration.ZERO)).isEmpty();
    }

    @Test
    void aTakeoverWakesWhoeverIsWaiting() throws InterruptedException {
        var before = outbox.read();
        var got = new ArrayList<Boolean>();
        var thread = Thread.ofVirtual().start(() -> {
            try {
                got.add(before.take(Duration.ofSeconds(5)).isPresent());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);

        outbox.read();

        ends(thread);
        assertThat(got).containsExactly(false);
    }

    @Test
    void aReaderGoesOnBehindWhatThePageSawLast() throws InterruptedException {
        fill(1, 6);
        var reader = outbox.read();

        reader.seek(4);

        assertThat(numbers(take(reader))).containsExactly(5L, 6L);
        assertThat(outbox.size()).isEqualTo(2);
    }

    @Test
    void aReaderThatSawNothingStartsAtTheBeginning() throws InterruptedException {
        fill(1, 2);
        var reader = outbox.read();

        reader.seek(-1);

        assertThat(numbers(take(reader))).containsExactly(1L, 2L);
    }

    @Test
    void seekingBackGivesWhatIsStillThere() throws InterruptedException {
        fill(1, 4);
        outbox.acknowledge(2);
        var reader = outbox.read();
        take(reader);

        reader.seek(1);

        assertThat(numbers(take(reader))).containsExactly(3L, 4L);
    }

    @Test
    void onlyTheCurrentReaderLeaves() {
        var before = outbox.read();
        var now = outbox.read();

        assertThat(before.leave()).isFalse();
        assertThat(now.leave()).isTrue();
        assertThat(now.leave()).isFalse();
    }

    @Test
    void whoHasLeftGetsNothing() throws InterruptedException {
        var reader = outbox.read();
        reader.leave();
        fill(1, 1);

        assertThat(reader.take(Duration.ZERO)).isEmpty();
    }

    @Test
    void aProducerGoesOnWhileThereIsRoom() throws InterruptedException {
        fill(1, ROOM - 1);

        outbox.awaitRoom();

        assertThat(outbox.size()).isEqualTo(ROOM - 1);
    }

    @Test
    void aProducerWaitsForRoomAndGoesOnWhenThereIsSome() throws InterruptedException {
        fill(1, ROOM);
        var producer = waitsForRoom();

        outbox.acknowledge(1);

        ends(producer);
    }

    @Test
    void largeMessagesTakeTheRoomOfMany() throws InterruptedException {
        var large = new Message.Log("a", "x".repeat(8 << 20), "info", null, true, "");
        outbox.add(large);
        assertThat(outbox.isFull()).isFalse();
        outbox.add(large);
        assertThat(outbox.held()).isBetween(16L << 20, (16L << 20) + 1_000);
        var producer = waitsForRoom();

        outbox.acknowledge(1);

        ends(producer);
        outbox.acknowledge(2);
        assertThat(outbox.held()).isZero();
    }

    @Test
    void aMessageIsAddedEvenWhenThereIsNoRoom() {
        fill(1, ROOM + 1);

        assertThat(outbox.size()).isEqualTo(ROOM + 1);
    }

    @Test
    void closingLetsAWaitingProducerGo() throws InterruptedException {
        fill(1, ROOM);
        var producer = waitsForRoom();

        outbox.close();

        ends(producer);
    }

    @Test
    void anInterruptedProducerStopsWaiting() throws InterruptedException {
        fill(1, ROOM);
        var producer = waitsForRoom();

        producer.interrupt();

        ends(producer);
        assertThat(outbox.size()).isEqualTo(ROOM);
    }

    @Test
    void aClosedOutboxTakesAndGivesNothing() throws InterruptedException {
        var reader = outbox.read();
        fill(1, 1);

        outbox.close();
        fill(2, 2);

        assertThat(outbox.size()).isZero();
        assertThat(reader.take(Duration.ofSeconds(5))).isEmpty();
        assertThat(outbox.read().take(Duration.ofSeconds(5))).isEmpty();
    }

    private static Message piece(String event, String text) {
        return new Message.ProcessGenerating(event, new Message.Output(List.of(new Datum.Appended(text)), true, 0, 0, List.of()));
    }

    private static String text(Message message) {
        var text = new StringBuilder();
        MessageWriter.data(((Message.ProcessGenerating) message).output().data(), new JsonText(text));
        return text.toString();
    }

    /** Of {@code [["append",[],"text"]]} the text. */
    private static String appended(String data) {
        return data.substring(data.indexOf("[],\"") + 4, data.lastIndexOf("\"]"));
    }

    @Test
    void aReaderThatLagsGetsFewerMessagesButAllOfTheText() throws Exception {
        var reader = outbox.read();
        var written = new StringBuilder();
        for (var i = 0; i < 200_000; i++) {
            outbox.awaitRoom();
            outbox.add(piece(i % 2 == 0 ? "even" : "odd", i + " "));
            if (i % 2 == 0) {
                written.append(i).append(' ');
            }
        }

        assertThat(outbox.size()).isLessThan(2_000);
        var read = new StringBuilder();
        for (var batch = take(reader); !batch.isEmpty(); batch = take(reader)) {
            batch.stream().filter(e -> ((Message.OfEvent) e.message()).eventId().equals("even"))
                    .forEach(e -> read.append(appended(text(e.message()))));
        }
        assertThat(read.toString()).isEqualTo(written.toString());
    }

    @Test
    void whatWasHandedOutNeverChanges() throws Exception {
        var reader = outbox.read();
        fill(1, 1_100);
        outbox.add(piece("e", "a"));
        List<Mailbox.Entry<Message>> last = List.of();
        for (var batch = take(reader); !batch.isEmpty(); batch = take(reader)) {
            last = batch;
        }
        outbox.add(piece("e", "b"));

        assertThat(text(last.getLast().message())).isEqualTo("[[[\"append\",[],\"a\"]]]");
        assertThat(numbers(take(reader))).containsExactly(1_102L);
    }

    @Test
    void otherMessagesOfTheEventKeepTheirPlace() throws Exception {
        var reader = outbox.read();
        fill(1, 1_100);
        outbox.add(piece("e", "a"));
        outbox.add(piece("e", "b"));
        outbox.add(new Message.Log("e", "hi", "info", null, true, "t"));
        outbox.add(piece("e", "c"));
        outbox.add(piece("e", "d"));
        outbox.add(new Message.Cancelled("e"));

        var all = new ArrayList<Mailbox.Entry<Message>>();
        for (var batch = take(reader); !batch.isEmpty(); batch = take(reader)) {
            all.addAll(batch);
        }
        var end = all.subList(1_100, all.size());
        assertThat(end).hasSize(4);
        assertThat(text(end.get(0).message())).contains("\"ab\"");
        assertThat(end.get(1).message()).isInstanceOf(Message.Log.class);
        assertThat(text(end.get(2).message())).contains("\"cd\"");
    }

    @Test
    void theNewestWholeValueStandsForAllBefore() throws Exception {
        var reader = outbox.read();
        for (var i = 0; i < 50_000; i++) {
            outbox.awaitRoom();
            outbox.add(new Message.ProcessGenerating("e", new Message.Output(List.of(new Datum.Whole(Jsons.string("v" + i))), true, 0, 0, List.of())));
        }

        assertThat(outbox.size()).isEqualTo(1_025);
        Message newest = new Message.Heartbeat();
        for (var batch = take(reader); !batch.isEmpty(); batch = take(reader)) {
            newest = batch.getLast().message();
        }
        assertThat(text(newest)).isEqualTo("[\"v49999\"]");
    }
}
