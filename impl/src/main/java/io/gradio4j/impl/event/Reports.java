package io.gradio4j.impl.event;

import io.gradio4j.Progress;
import io.gradio4j.impl.message.Message;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An event's progress on its way to the page: the newest report at most every 10 ms, however fast a handler's loop is. One that
 * has not been sent when the event ends is dropped. Safe for use by many threads.
 */
final class Reports {

    private static final long PAUSE_MILLIS = 10;

    private final Job job;
    private final ScheduledExecutorService scheduler;
    private @Nullable List<Progress.Unit> newest;
    private boolean pausing;

    Reports(Job job, ScheduledExecutorService scheduler) {
        this.job = job;
        this.scheduler = scheduler;
    }

    /**
     * Takes how far the event is. Events without queue show no progress.
     *
     * @throws CancellationException when the event has ended
     */
    synchronized void report(List<Progress.Unit> units) {
        job.ensureWanted();
        if (job.dependency().queue()) {
            newest = units;
            if (!pausing) {
                send(units);
            }
        }
    }

    private synchronized void goOn() {
        pausing = false;
        var units = newest;
        if (units != null) {
            try {
                send(units);
            } catch (CancellationException e) {
                pausing = true; // The event has ended: nobody waits for its progress any more.
            }
        }
    }

    private void send(List<Progress.Unit> units) {
        newest = null;
        job.tell(new Message.ProgressReport(job.id(), units));
        pausing = true;
        scheduler.schedule(this::goOn, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }
}
