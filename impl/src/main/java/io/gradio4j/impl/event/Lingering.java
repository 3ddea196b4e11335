package io.gradio4j.impl.event;

import java.lang.System.Logger;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Handlers whose events were ended from outside, and which have not returned yet. Their places in the queue are free already: a handler
 * may never hear that it is not wanted. Safe for use by many threads.
 */
final class Lingering {

    private static final Logger LOG = System.getLogger(Lingering.class.getName());
    private static final long PATIENCE_SECONDS = 10;

    private final ScheduledExecutorService scheduler;
    private final Set<Turn> turns = ConcurrentHashMap.newKeySet();

    Lingering(ScheduledExecutorService scheduler) {
        this.scheduler = scheduler;
    }

    /** All events of a turn were ended from outside, and its thread was interrupted. */
    void watch(Turn turn) {
        turns.add(turn);
        if (turn.hasLeft()) {
            turns.remove(turn);
            return;
        }
        scheduler.schedule(() -> {
            if (turns.contains(turn)) {
                LOG.log(Logger.Level.WARNING, "The handler ''{0}'' was interrupted {1} s ago and goes on: it does not listen",
                        turn.dependency().apiName(), PATIENCE_SECONDS);
            }
        }, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** A turn's thread has done with it. */
    void left(Turn turn) {
        turn.left();
        turns.remove(turn);
    }

    int count() {
        return turns.size();
    }
}
