package io.gradio4j.components.flagging;

/** Keeps the flagged values, and nothing else, in {@code log.csv} without a header. A file holds at most 100 MB. */
public final class SimpleCsvLogger extends OneFileLogger {

    /** Nothing kept yet. */
    public SimpleCsvLogger() {
    }

    @Override
    int keep(Flag flag, Cells cells, Log log) {
        log.append(cells.of(flag));
        return log.lines();
    }
}
