package io.gradio4j.components.dataframe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dflib.DataFrame;
import org.jspecify.annotations.Nullable;

/** Makes tables of DFLib's data frames, where an app has DFLib. */
public final class DflibTables implements TableConverter {

    private static final boolean PRESENT = isPresent();

    /** Made by the service loader. */
    public DflibTables() {
    }

    private static boolean isPresent() {
        try {
            Class.forName("org.dflib.DataFrame", false, DflibTables.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Override
    public Optional<Table> convert(Object value) {
        return PRESENT ? Frames.convert(value) : Optional.empty();
    }

    /** A class of its own: it is loaded only where DFLib is. */
    private static final class Frames {

        static Optional<Table> convert(Object value) {
            return value instanceof DataFrame frame ? Optional.of(table(frame)) : Optional.empty();
        }

        private static Table table(DataFrame frame) {
            var headers = List.of(frame.getColumnsIndex().toArray());
            return new Table(headers, IntStream.range(0, frame.height()).mapToObj(row -> {
                var cells = new ArrayList<@Nullable Object>(headers.size());
                IntStream.range(0, headers.size()).forEach(column -> cells.add(frame.getColumn(column).get(row)));
                return cells;
            }).toList());
        }
    }
}
