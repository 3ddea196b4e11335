package io.gradio4j.components.flagging;

import io.gradio4j.Component;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps flags in {@code log.csv}, one line after the other. */
abstract class OneFileLogger implements FlaggingCallback {

    private final ReentrantLock lock = new ReentrantLock();
    private Log log = new Log(Path.of("log.csv"));
    private Cells cells = new Cells(List.of(), Path.of(""));

    @Override
    public final void setUp(List<? extends Component<?, ?>> components, Path folder) {
        log = new Log(folder.resolve("log.csv"));
        cells = new Cells(components, folder);
    }

    @Override
    public final int flag(Flag flag) {
        lock.lock();
        try {
            return keep(flag, cells, log);
        } finally {
            lock.unlock();
        }
    }

    /** Writes a flag, alone; returns how many there are. */
    abstract int keep(Flag flag, Cells cells, Log log);
}
