package io.gradio4j.components.flagging;

import io.gradio4j.Component;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps flags in {@code log.csv}, always with the columns flag, username and timestamp. A file holds at most 100 MB. */
public final class ClassicCsvLogger implements FlaggingCallback {

    private final ReentrantLock lock = new ReentrantLock();
    private Log log = new Log(Path.of("log.csv"));
    private Cells cells = new Cells(List.of(), Path.of(""));

    /** Nothing kept yet. */
    public ClassicCsvLogger() {
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
            if (log.lines() == 0) {
                var header = new ArrayList<>(cells.labels());
                header.addAll(List.of("flag", "username", "timestamp"));
                log.append(header);
            }
            var fields = cells.of(flag);
            fields.addAll(List.of(flag.option().orElse(""), flag.username().orElse(""), LocalDateTime.now().toString()));
            log.append(fields);
            return log.lines() - 1;
        } finally {
            lock.unlock();
        }
    }
}
