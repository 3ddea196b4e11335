package io.gradio4j.impl.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.gradio4j.Blocks;
import io.gradio4j.Request;
import io.gradio4j.impl.app.App;
import io.gradio4j.impl.app.Dependency;
import io.gradio4j.impl.fixtures.Apps;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Press;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.session.Session;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Ranks and times: the arithmetic of the reference, with means of minutes so that the clock's microseconds do not count. */
class LaneTest {

    private static final int QUICK = 0;
    private static final int SLOW = 1;
    private static final int UNKNOWN = 2;
    private static final org.assertj.core.data.Offset<Double> ABOUT = within(2.0);

    private final App app = app();
    private final Timings timings = new Timings();
    private final Session session = new Session("page");
    private final Outbox outbox = new Outbox();

    /** The session's messages of this test. */
    private final class Outbox {
        private final io.gradio4j.spi.Mailbox.Reader<Message> reader = session.outbox().read();

        List<Message.Estimation> estimations() throws InterruptedException {
            return reader.take(Duration.ZERO).orElseThrow().stream().map(e -> (Message.Estimation) e.message()).toList();
        }
    }

    LaneTest() {
        timings.event(QUICK, 100);
        timings.event(SLOW, 400);
    }

    private static App app() {
        var out = new Field("Out");
        var go = new Press("Go");
        for (var i = 0; i < 3; i++) {
            go.onClick().outputs(out).run(() -> "x");
        }
        return Apps.of(Blocks.of(out, go));
    }

    private Job job(int dependency) {
        Dependency of = app.dependency(dependency).orElseThrow();
        return new Job(EventQueue.newId(), session, of, new Input(JsonValue.EMPTY_JSON_ARRAY, JsonValue.NULL, OptionalInt.empty(), Request.NONE),
                false);
    }

    private Lane lane(int limit) {
        return new Lane(limit == 0 ? OptionalInt.empty() : OptionalInt.of(limit), timings);
    }

    private static void start(Lane lane) {
        Objects.requireNonNull(lane.next()).start(Thread.currentThread());
    }

    @Test
    void aFreeLaneTakesTheFunctionsOwnTime() throws InterruptedException {
        lane(1).add(job(QUICK));

        assertThat(outbox.estimations()).singleElement().satisfies(e -> {
            assertThat(e.rank()).isZero();
            assertThat(e.queueSize()).isOne();
            assertThat(e.rankEta()).isEqualTo(100.0);
        });
    }

    @Test
    void aBusyLaneTakesTheRestOfTheRunningEventToo() throws InterruptedException {
        var lane = lane(1);
        lane.add(job(SLOW));
        start(lane);
        outbox.estimations();

        lane.add(job(QUICK));

        assertThat(outbox.estimations().getFirst().rankEta()).isCloseTo(400.0 + 100, ABOUT);
    }

    @Test
    void thoseInFrontCountWithTheirMeanOverTheLimit() throws InterruptedException {
        var lane = lane(2);
        lane.add(job(SLOW));
        lane.add(job(QUICK));
        start(lane);
        start(lane);
        outbox.estimations();

        lane.add(job(SLOW));
        lane.add(job(QUICK));

        var estimations = outbox.estimations();
        assertThat(estimations.get(0).rankEta()).isCloseTo(100.0 + 400, ABOUT);
        assertThat(estimations.get(1).rankEta()).isCloseTo(100.0 + 400.0 / 2 + 100, ABOUT);
        assertThat(estimations).extracting(Message.Estimation::rank).containsExactly(0, 1);
        assertThat(estimations).extracting(Message.Estimation::queueSize).containsExactly(1, 2);
    }

    @Test
    void withoutALimitNobodyWaits() throws InterruptedException {
        var lane = lane(0);
        lane.add(job(SLOW));
        lane.add(job(QUICK));

        assertThat(outbox.estimations()).extracting(Message.Estimation::rankEta).containsExactly(400.0, 100.0);
    }

    @Test
    void aFunctionThatNeverEndedHasNoTime() throws InterruptedException {
        lane(1).add(job(UNKNOWN));

        assertThat(outbox.estimations().getFirst().rankEta()).isNull();
    }

    @Test
    void behindAnUnknownTimeEveryTimeIsUnknown() throws InterruptedException {
        var lane = lane(1);
        lane.add(job(UNKNOWN));
        lane.add(job(QUICK));

        assertThat(outbox.estimations()).extracting(Message.Estimation::rankEta).containsExactly(null, null);
    }

    @Test
    void anUnknownRunningTimeMakesEveryTimeUnknown() throws InterruptedException {
        var lane = lane(1);
        lane.add(job(UNKNOWN));
        start(lane);
        outbox.estimations();

        lane.add(job(QUICK));

        assertThat(outbox.estimations().getFirst().rankEta()).isNull();
    }

    @Test
    void anEventThatTakesLongerThanUsualIsExpectedAtOnce() throws InterruptedException {
        var overdue = new Timings();
        overdue.event(QUICK, 0);
        var lane = new Lane(OptionalInt.of(1), overdue);
        lane.add(job(QUICK));
        start(lane);
        outbox.estimations();

        lane.add(job(QUICK));

        assertThat(outbox.estimations().getFirst().rankEta()).isZero();
    }

    @Test
    void thoseWhoWaitHearOnceThatTheyMovedUp() throws InterruptedException {
        var lane = lane(1);
        var first = job(QUICK);
        var second = job(QUICK);
        lane.add(first);
        lane.add(second);
        outbox.estimations();
        assertThat(lane.hasNews()).isFalse();

        start(lane);
        assertThat(lane.hasNews()).isTrue();
        lane.tell();

        assertThat(lane.hasNews()).isFalse();
        assertThat(outbox.estimations()).singleElement().satisfies(e -> {
            assertThat(e.eventId()).isEqualTo(second.id());
            assertThat(e.rank()).isZero();
            assertThat(e.rankEta()).isCloseTo(200.0, ABOUT);
        });
    }

    @Test
    void aMeanIsTheMeanOfAll() {
        timings.event(QUICK, 300);

        assertThat(timings.event(QUICK)).isEqualTo(200.0);
        assertThat(timings.event(UNKNOWN)).isNull();
        assertThat(timings.step(QUICK, 2)).isEqualTo(2.0);
        assertThat(timings.step(QUICK, 4)).isEqualTo(3.0);
    }

    @Test
    void aPhaseHasOnlyItsOwnTransitions() {
        var job = job(QUICK);
        var turn = new Turn(List.of(job));

        assertThat(job.end()).isEmpty();
        assertThat(turn.start(Thread.currentThread())).isTrue();
        assertThat(turn.start(Thread.currentThread())).isFalse();
        assertThat(job.giveUp()).isFalse();
        job.tell(new Message.ProcessStarts(job.id(), null));
        assertThat(job.end()).contains(turn);
        assertThat(job.end()).isEmpty();
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> job.tell(new Message.ProcessStarts(job.id(), null)));
        assertThat(session.outbox().size()).isOne();
        assertThat(job.isRunning()).isFalse();
        assertThat(turn.isOver()).isFalse();
        assertThat(turn.leave()).isTrue();
        assertThat(turn.isOver()).isTrue();
    }
}
