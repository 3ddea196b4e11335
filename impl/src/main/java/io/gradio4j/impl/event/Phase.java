package io.gradio4j.impl.event;

/** Where an event is on its way. Each phase has just the transitions that are possible from it. */
sealed interface Phase {

    /** In the queue. */
    record Waiting() implements Phase {

        Running start(Turn turn) {
            return new Running(turn);
        }

        Ended cancel() {
            return new Ended();
        }
    }

    /**
     * On its thread, alone or together with others.
     *
     * @param turn the thread and who is on it
     */
    record Running(Turn turn) implements Phase {

        Ended end() {
            return new Ended();
        }
    }

    /** Done, failed or cancelled: nothing comes after it. */
    record Ended() implements Phase {
    }
}
