package io.gradio4j.components.dataframe;

import io.gradio4j.ValidationException;
import java.util.List;

/**
 * A table whose handlers see records; see {@link Dataframe#of}.
 *
 * @param <R> the record
 */
public final class RecordDataframe<R extends Record> extends BaseDataframe<List<R>, RecordDataframe<R>> {

    private final Class<R> type;

    RecordDataframe(Class<R> type) {
        this.type = type;
        var columns = new Records<>(type);
        var names = columns.names();
        headers(names.toArray(String[]::new));
        datatype(columns.datatypes().toArray(Datatype[]::new));
        columnLimits(names.size(), names.size());
    }

    @Override
    List<R> seen(Table table) {
        try {
            return table.as(type);
        } catch (ValidationException e) {
            throw new ValidationException(describe() + ": " + e.getMessage());
        }
    }

    @Override
    Table table(List<R> value) {
        return Table.of(type, value);
    }

    @Override
    String kind() {
        return "array";
    }
}
