package io.gradio4j.components.dataframe;

import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;

/**
 * What a {@code select} event carries besides what {@link io.gradio4j.SelectData} tells: {@code eventData(CellSelection.class)}.
 *
 * @param row the row's position in the value, counted from 0
 * @param column the column's position, counted from 0
 * @param value the cell
 * @param rowValue all cells of its row
 * @param columnValue all cells of its column
 */
public record CellSelection(int row, int column, JsonValue value, List<JsonValue> rowValue, List<JsonValue> columnValue) {

    /**
     * Reads what the page sends.
     *
     * @param index row and column
     * @param value the cell
     * @param rowValue all cells of its row
     * @param columnValue all cells of its column
     * @return the selection
     */
    @JsonbCreator
    public static CellSelection of(@JsonbProperty("index") List<Integer> index, @JsonbProperty("value") JsonValue value,
            @JsonbProperty("row_value") List<JsonValue> rowValue, @JsonbProperty("col_value") List<JsonValue> columnValue) {
        return new CellSelection(index.get(0), index.get(1), value, rowValue, columnValue);
    }
}
