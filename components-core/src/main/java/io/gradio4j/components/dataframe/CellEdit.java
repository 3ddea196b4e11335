package io.gradio4j.components.dataframe;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;

/**
 * What an {@code edit} event carries: {@code eventData(CellEdit.class)}.
 *
 * @param row the row's position in the value, counted from 0
 * @param column the column's position, counted from 0
 * @param value what was typed; {@code true} or {@code false} for a checkbox
 * @param previousValue the text before
 */
public record CellEdit(int row, int column, String value, String previousValue) {

    /**
     * Reads what the page sends.
     *
     * @param index row and column
     * @param value what was typed
     * @param previousValue the text before
     * @return the edit
     */
    @JsonbCreator
    public static CellEdit of(@JsonbProperty("index") List<Integer> index, @JsonbProperty("value") Object value,
            @JsonbProperty("previous_value") Object previousValue) {
        return new CellEdit(index.get(0), index.get(1), String.valueOf(value), String.valueOf(previousValue));
    }
}
