package io.gradio4j.components.flagging;

import io.gradio4j.Component;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps the flagged values, and nothing else, in {@code log.csv} without a header. A file holds at most 100 MB. */
public final class SimpleCsvLogger implements FlaggingCallback {

    private final ReentrantLock lock = new ReentrantLock();
    private Log log = new Log(Path.of("log.csv"));
    private Cells cells = new Cells(List.of(), Path.of(""));

    /** Nothing kept yet. */
    public SimpleCsvLogger() {
    }

    @Override
    public void setUp(List<? extends Component<?, ?>> components, Path folder) {
        log = new Log(folder.resolve("log.csv"));
        cells = new Cells(components, folder);
    }

    @Override
    public int flag(Flag flag) {
        lock.lock();
        try {
            log.append(cells.of(flag));
            return log.lines();
        } finally {
            lock.unlock();
        }
    }
}
