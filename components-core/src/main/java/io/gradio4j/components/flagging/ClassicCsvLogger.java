package io.gradio4j.components.flagging;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Keeps flags in {@code log.csv}, always with the columns flag, username and timestamp. A file holds at most 100 MB. */
public final class ClassicCsvLogger extends OneFileLogger {

    /** Nothing kept yet. */
    public ClassicCsvLogger() {
    }

    @Override
    int keep(Flag flag, Cells cells, Log log) {
        if (log.lines() == 0) {
            var header = new ArrayList<>(cells.labels());
            header.addAll(List.of("flag", "username", "timestamp"));
            log.append(header);
        }
        var fields = cells.of(flag);
        fields.addAll(List.of(flag.option().orElse(""), flag.username().orElse(""), LocalDateTime.now().toString()));
        log.append(fields);
        return log.lines() - 1;
    }
}
