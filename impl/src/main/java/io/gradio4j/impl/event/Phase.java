package io.gradio4j.impl.event;

/** Where an event is on its way. Each phase has just the transitions that are possible from it. */
sealed interface Phase {

    /** In the queue. */
    record Waiting() implements Phase {

        Running start(Thread thread) {
            return new Running(thread, System.nanoTime());
        }

        Ended cancel() {
            return new Ended();
        }
    }

    /**
     * On its thread.
     *
     * @param thread where it runs
     * @param since when it started, by {@link System#nanoTime}
     */
    record Running(Thread thread, long since) implements Phase {

        Ended end() {
            return new Ended();
        }
    }

    /** Done, failed or cancelled: nothing comes after it. */
    record Ended() implements Phase {
    }
}
