package io.gradio4j.components.flagging;

import io.gradio4j.Component;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps flags in a CSV file whose header names the components' labels, the option if there is one, the user if somebody is logged in, and the time.
 * The file is {@code dataset1.csv} in the folder; when the header changes, because the app did, a new one is begun: {@code dataset2.csv}. Texts that
 * a spreadsheet would take for formulas are made harmless. A file holds at most 100 MB.
 */
public final class CsvLogger implements FlaggingCallback {

    private static final System.Logger LOG = System.getLogger(CsvLogger.class.getName());
    private static final Pattern DATASET = Pattern.compile("dataset(\\d{1,9})\\.csv");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

    private final ReentrantLock lock = new ReentrantLock();
    private Optional<String> datasetFileName = Optional.empty();
    private boolean verbose = true;
    private Path folder = Path.of("");
    private Cells cells = new Cells(List.of(), folder);
    private @Nullable Log log;
    private List<String> header = List.of();

    /** Nothing kept yet. */
    public CsvLogger() {
    }

    /**
     * The file's name in the folder.
     *
     * @param name default: {@code dataset1.csv} and so on, a new one when the header changes
     * @return this logger
     */
    public CsvLogger datasetFileName(String name) {
        datasetFileName = Optional.of(name);
        return this;
    }

    /**
     * Whether the log says which file is used.
     *
     * @param verbose default: true
     * @return this logger
     */
    public CsvLogger verbose(boolean verbose) {
        this.verbose = verbose;
        return this;
    }

    @Override
    public void setUp(List<? extends Component<?, ?>> components, Path folder) {
        this.folder = folder;
        cells = new Cells(components, folder);
    }

    @Override
    public int flag(Flag flag) {
        lock.lock();
        try {
            var wanted = header(flag);
            var open = log;
            if (open == null || !wanted.equals(header)) {
                open = open(wanted);
                log = open;
                header = wanted;
            }
            var fields = cells.of(flag);
            flag.option().ifPresent(fields::add);
            flag.username().ifPresent(fields::add);
            fields.add(LocalDateTime.now().format(TIME));
            open.append(fields);
            return open.lines() - 1;
        } finally {
            lock.unlock();
        }
    }

    private List<String> header(Flag flag) {
        var names = new ArrayList<>(cells.labels());
        flag.option().ifPresent(option -> names.add("flag"));
        flag.username().ifPresent(user -> names.add("username"));
        names.add("timestamp");
        return names;
    }

    private Log open(List<String> wanted) {
        var file = datasetFileName.map(folder::resolve).orElseGet(() -> dataset(wanted));
        var opened = new Log(file);
        if (!Files.exists(file)) {
            opened.append(wanted);
        }
        if (verbose) {
            LOG.log(System.Logger.Level.INFO, "Flags are kept in {0}", file);
        }
        return opened;
    }

    private Path dataset(List<String> wanted) {
        var last = last();
        var newest = folder.resolve("dataset" + last + ".csv");
        return last > 0 && new Log(newest).header().equals(wanted) ? newest : folder.resolve("dataset" + (last + 1) + ".csv");
    }

    private int last() {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> DATASET.matcher(file.getFileName().toString())).filter(m -> m.matches())
                    .mapToInt(m -> Integer.parseInt(m.group(1))).max().orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read", e);
        }
    }
}
