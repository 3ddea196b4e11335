package io.gradio4j.components.dataframe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table whose handlers see a list of rows, each a list of cells; see {@link Dataframe#asArray}. */
public final class ArrayDataframe extends BaseDataframe<List<List<@Nullable Object>>, ArrayDataframe> {

    ArrayDataframe() {
    }

    @Override
    List<List<@Nullable Object>> seen(Table table) {
        return table.rows();
    }

    @Override
    Table table(List<List<@Nullable Object>> value) {
        return Table.ofRows(value);
    }

    @Override
    String kind() {
        return "array";
    }

    @Override
    int defaultRows() {
        return 1;
    }
}
