package io.gradio4j.impl.event;

import io.gradio4j.Handler;
import io.gradio4j.Toast;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.metrics.Metrics;
import io.gradio4j.impl.metrics.Step;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

/** What is done on the thread of a turn: one event, a batch of events, or the pieces of a stream one after the other. */
final class Worker {

    private static final Logger LOG = System.getLogger(Worker.class.getName());
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Call call;
    private final Timings timings;
    private final Metrics metrics;
    private final ScheduledExecutorService scheduler;
    private final Desk desk;

    /** Where events are reported that have ended. */
    interface Desk {
        /** Ends a running event with its last message; does nothing when somebody else ended it before. */
        void settle(Job job, Message last);
    }

    Worker(Call call, Timings timings, Metrics metrics, ScheduledExecutorService scheduler, Desk desk) {
        this.call = call;
        this.timings = timings;
        this.metrics = metrics;
        this.scheduler = scheduler;
        this.desk = desk;
    }

    void work(Turn turn) {
        var started = System.nanoTime();
        var watch = metrics.endpoint(turn.dependency().countedAs());
        turn.jobs().forEach(job -> watch.took(Step.QUEUE, started - job.since()));
        if (turn.dependency().handler().orElseThrow() instanceof Handler.Batching(int maxSize, Handler.BatchFunction function)) {
            call.run(turn.dependency(), function, turn.jobs().stream().filter(Job::isRunning).map(job -> member(job, started)).toList());
            return;
        }
        var job = turn.jobs().getFirst();
        if (!job.isRunning()) {
            return;
        }
        try {
            var pieces = job.pieces();
            if (pieces.isPresent()) {
                follow(job, pieces.get(), started);
            } else {
                succeeded(job, call.run(job.session(), job.dependency(), job.input(), job.simple(),
                        ears(job, output -> new Message.ProcessGenerating(job.id(), output))), started);
            }
        } catch (Throwable e) {
            failed(job, e, started);
        }
    }

    private Call.Member member(Job job, long started) {
        var ears = ears(job, output -> new Message.ProcessGenerating(job.id(), output));
        return new Call.Member(job.session(), job.input(), new Call.Ears(ears.results(), units -> ifWanted(() -> ears.progress().accept(units)),
                toast -> ifWanted(() -> ears.toasts().accept(toast)), ears.resources(), ears.media()), output -> succeeded(job, output, started),
                e -> failed(job, e, started));
    }

    /** That one event of a batch was cancelled must not end the handler, which also works for the others. */
    private static void ifWanted(Runnable report) {
        try {
            report.run();
        } catch (CancellationException e) {
            LOG.log(Logger.Level.TRACE, "A cancelled event of a batch needs no report", e);
        }
    }

    private void succeeded(Job job, Message.Output output, long started) {
        if (job.isRunning() && !output.usedCache()) {
            timings.event(job.dependency().timedAs(), secondsSince(started));
        }
        desk.settle(job, new Message.Succeeded(job.id(), output));
    }

    private void failed(Job job, Throwable cause, long started) {
        if (!job.isRunning()) {
            LOG.log(Logger.Level.DEBUG, "A cancelled handler ended", cause);
            return;
        }
        timings.event(job.dependency().timedAs(), secondsSince(started));
        desk.settle(job, job.failed(call.failure(job.session(), job.id(), job.dependency(), cause)));
    }

    private static double secondsSince(long time) {
        return (System.nanoTime() - time) / 1e9;
    }

    /** Calls the handler for each piece until no more come, or the time is over. */
    private void follow(Job job, Pieces pieces, long started) throws Exception {
        var limit = job.dependency().definition().timeLimit();
        var piece = new Pieces.Piece(job.input(), false);
        var left = Optional.<Double>empty();
        while (true) {
            var remaining = left;
            var output = call.run(job.session(), job.dependency(), piece.input(), true, ears(job, o -> new Message.ProcessStreaming(job.id(), o,
                    remaining.orElse(null))));
            if (left.isEmpty()) {
                timings.event(job.dependency().timedAs(), secondsSince(started));
                left = limit.map(atMost -> Math.max(Call.seconds(atMost) - secondsSince(started), 0));
            }
            var pause = limit.map(atMost -> atMost.minusNanos(System.nanoTime() - started)).orElse(LONGEST_PAUSE);
            if (piece.last() || !pause.isPositive()) {
                desk.settle(job, new Message.Succeeded(job.id(), output));
                return;
            }
            send(job, new Message.ProcessStreaming(job.id(), output.unfinished(), left.orElse(null)));
            var next = pieces.await(pause);
            if (next.isEmpty()) {
                desk.settle(job, new Message.Succeeded(job.id(), output));
                return;
            }
            piece = next.get();
        }
    }

    /** Waits while the page lags too far behind. */
    private static void send(Job job, Message message) {
        var outbox = job.session().outbox();
        job.ensureWanted();
        try {
            outbox.awaitRoom();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The event was cancelled");
        }
        job.tell(message);
    }

    private Call.Ears ears(Job job, Function<Message.Output, Message> result) {
        return new Call.Ears(output -> send(job, result.apply(output)), new Reports(job, scheduler)::report, toast -> toast(job, toast),
                job::holds, job.media());
    }

    private static void toast(Job job, Toast toast) {
        if (job.isRunning()) {
            send(job, new Message.Log(job.id(), toast.message(), toast.level().name().toLowerCase(Locale.ROOT),
                    Call.seconds(toast.duration()), toast.visible(), toast.title()));
        }
    }
}
