package io.gradio4j.components.dataframe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.BlockAccess;
import io.gradio4j.ValidationException;
import io.gradio4j.components.ComponentContract;
import io.gradio4j.components.Converting;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataframeTest extends ComponentContract {

    @Override
    protected Dataframe fresh() {
        return new Dataframe();
    }

    @Override
    protected String config() {
        return """
                value: {"headers":["1","2","3"],"data":[],"metadata":null}, headers: ["1", "2", "3"], row_count: [3, "dynamic"],
                row_limits: null, col_count: [3, "dynamic"], column_count: [3, "dynamic"], column_limits: null, datatype: "str",
                type: "pandas", latex_delimiters: [{"left":"$$","right":"$$","display":true}], label: null, show_label: true,
                max_height: 500, scale: null, min_width: 160, interactive: null, visible: true, elem_id: null, elem_classes: [],
                key: null, preserved_by_key: ["value"], wrap: false, line_breaks: true, column_widths: [], show_row_numbers: false,
                show_search: "none", static_columns: [], pinned_columns: null, max_chars: null, buttons: null
                """;
    }

    @Override
    protected List<String> events() {
        return List.of("change", "input", "select", "edit");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry("""
                {"properties":{"headers":{"items":{},"title":"Headers","type":"array"},
                "data":{"items":{"items":{},"type":"array"},"title":"Data","type":"array"},
                "metadata":{"anyOf":[{"additionalProperties":{"anyOf":[{"items":{},"type":"array"},{"type":"null"}]},"type":"object"},
                {"type":"null"}],"default":null,"title":"Metadata"}},"required":["headers","data"],"title":"DataframeData","type":"object",
                "additional_description":null}""", "{\"headers\":[\"a\",\"b\"],\"data\":[[\"foo\",\"bar\"]]}");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of("{\"headers\":[\"a\"],\"data\":[],\"metadata\":null}", new Table(List.of("a"), List.of()),
                "{\"headers\":[\"a\",\"b\"],\"data\":[[\"x\",1],[null,2.5],[\"\",true]],\"metadata\":null}",
                new Table(List.of("a", "b"), List.of(List.of("x", 1L), Arrays.asList(null, 2.5), List.of("", true))));
    }

    @Override
    protected List<String> refused() {
        return List.of("\"a\"", "3", "[[1]]", "{\"headers\":[\"a\"]}");
    }

    @Override
    protected List<String> unsettable() {
        return List.of("col_count", "type");
    }

    @Test
    void refusesRowsAndHeadersOfTheWrongKind() {
        for (var wire : List.of("{\"headers\":[\"a\"],\"data\":[[1,2]]}", "{\"headers\":[\"a\"],\"data\":[1]}", "{\"headers\":[[]],\"data\":[]}")) {
            assertThatThrownBy(() -> BlockAccess.preprocess(fresh(), parse(wire), NO_HELP)).as(wire).isInstanceOf(ValidationException.class)
                    .hasMessageStartingWith("Dataframe takes ");
        }
    }

    @Test
    void keepsTheNumberOfRowsAndColumnsWithinItsLimits() {
        var frame = new Dataframe("T").rowLimits(1, 2).columnLimits(1, 1);
        assertThatThrownBy(() -> BlockAccess.preprocess(frame, parse("{\"headers\":[\"a\"],\"data\":[]}"), NO_HELP))
                .hasMessage("Dataframe \"T\" takes at least 1 rows, not 0");
        assertThatThrownBy(() -> BlockAccess.preprocess(frame, parse("{\"headers\":[\"a\"],\"data\":[[1],[2],[3]]}"), NO_HELP))
                .hasMessage("Dataframe \"T\" takes at most 2 rows, not 3");
        assertThatThrownBy(() -> BlockAccess.preprocess(frame, parse("{\"headers\":[\"a\",\"b\"],\"data\":[[1,2]]}"), NO_HELP))
                .hasMessage("Dataframe \"T\" takes at most 1 columns, not 2");
        assertThatThrownBy(() -> frame.rowLimits(3, 2)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("3, 2");
    }

    @Test
    void readsWhatWasTypedAsTheColumnsDatatypeSays() {
        var frame = new Dataframe().headers("n", "b", "s").datatype(Datatype.NUMBER, Datatype.BOOL, Datatype.STR);
        var table = (Table) BlockAccess.preprocess(frame,
                parse("{\"headers\":[\"n\",\"b\",\"s\"],\"data\":[[\"12\",\"true\",\"7\"],[\" -1.5 \",0,\"\"],[\"\",\"\",null],[\"many\",\"maybe\",1]]}"),
                NO_HELP);
        assertThat(table.rows()).containsExactly(List.of(12L, true, "7"), List.of(-1.5, 0L, ""), Arrays.asList(null, false, null),
                List.of("many", "maybe", 1L));
    }

    @Test
    void datatypesGoWithTheirColumns() {
        var frame = new Dataframe().headers("id", "n").datatype(Datatype.STR, Datatype.NUMBER);
        var moved = "{\"headers\":[\"new\",\"id\",\"n\"],\"data\":[[\"1\",\"007\",\"7\"]]}";
        assertThat(((Table) BlockAccess.preprocess(frame, parse(moved), NO_HELP)).rows()).containsExactly(List.of("1", "007", 7L));
        var renamed = "{\"headers\":[\"id\",\"number\",\"more\"],\"data\":[[\"007\",\"7\",\"8\"]]}";
        assertThat(((Table) BlockAccess.preprocess(frame, parse(renamed), NO_HELP)).rows()).containsExactly(List.of("007", 7L, "8"));
    }

    @Test
    void hasAsManyHeadersAsColumns() {
        assertThat(wire(new Dataframe().headers("a", "b", "c"), Table.ofRows(List.of(List.of(1, 2))))).startsWith("{\"headers\":[\"a\",\"b\"],");
        assertThat(wire(new Dataframe().headers("a"), Table.ofRows(List.of(List.of(1, 2, 3))))).startsWith("{\"headers\":[\"a\",\"2\",\"3\"],");
        assertThat(new Dataframe().columnCount(2).emptyPayload()).hasToString("{\"headers\":[\"1\",\"2\"],\"data\":[],\"metadata\":null}");
        assertThat(BlockAccess.defaults(new Dataframe().headers("x", "y")).get("col_count")).isEqualTo(List.of(2, "dynamic"));
        assertThatThrownBy(() -> new Dataframe().columnCount(2).headers("a")).hasMessage("Dataframe: 1 headers for 2 columns");
        assertThatThrownBy(() -> new Dataframe().headers("a").columnCount(2)).hasMessage("Dataframe: 1 headers for 2 columns");
    }

    @Test
    void namesStaticColumnsByTheirHeaders() {
        assertThat(new Dataframe().headers("a", "b").staticColumns("b").properties()).containsEntry("static_columns", List.of(1));
        assertThatThrownBy(() -> new Dataframe().headers("a").staticColumns("z")).hasMessageContaining("\"z\"").hasMessageContaining("[a]");
    }

    @Test
    void writesTheLookOfATable() {
        var table = Table.ofColumns(Map.of("n", List.of(1.5, 3.0))).styled(s -> s.format("n", "%.1f €").highlightMax("n", "color: red"));
        assertThat(wire(fresh(), table)).isEqualTo("{\"headers\":[\"n\"],\"data\":[[1.5],[3.0]],"
                + "\"metadata\":{\"display_value\":[[\"1.5 €\"],[\"3.0 €\"]],\"styling\":[[\"\"],[\"color: red\"]]}}");
    }

    @Test
    void writesWhatIsNoNumberForJsonAsNothing() {
        assertThat(wire(fresh(), Table.ofRows(List.of(List.of(Double.NaN, Float.POSITIVE_INFINITY, 1.5f)))))
                .contains("\"data\":[[null,null,1.5]]");
    }

    @Test
    void writesFilesDatesAndConstantsAsWhatAPageShows() {
        var row = Arrays.asList(Path.of("a.png"), LocalDate.of(2026, 11, 25), Timestamp.valueOf("2026-11-25 10:00:00"), Size.L, 'c', new BigDecimal("1.50"),
                new java.util.Date(0), java.sql.Date.valueOf("2026-11-25"), ZonedDateTime.parse("2026-11-25T10:00:00+01:00[Europe/Paris]"));
        var wire = BlockAccess.postprocess(fresh(), Table.ofRows(List.of(row)), new Converting()).asJsonObject();
        var cells = wire.getJsonArray("data").getJsonArray(0);
        assertThat(cells.getJsonObject(0).getString("path")).isEqualTo("a.png");
        assertThat(cells.subList(1, 9)).hasToString("[\"2026-11-25\", \"2026-11-25T10:00\", \"L\", \"c\", 1.50, \"1970-01-01T00:00:00Z\", \"2026-11-25\","
                + " \"2026-11-25T10:00+01:00\"]");
    }

    @Test
    void aSampleIsTheFirstRows() {
        var table = Table.ofRows(IntStream.range(0, 9).mapToObj(List::of).toList());
        assertThat(BlockAccess.example(fresh(), table, NO_HELP)).hasToString("[[0],[1],[2],[3],[4]]");
        assertThat(BlockAccess.example(fresh(), null, NO_HELP)).hasToString("null");
    }

    @Test
    void anEditTellsCellAndTexts() {
        assertThat(CellEdit.of(List.of(2, 1), true, "false")).isEqualTo(new CellEdit(2, 1, "true", "false"));
    }

    private static String wire(Dataframe frame, Table table) {
        return BlockAccess.postprocess(frame, table, NO_HELP).toString();
    }

    enum Size { S, L }

    record Item(String name, int count, double price, Size size, boolean sold) {
    }

    @Test
    void handlersOfATypedTableSeeRecords() {
        var frame = Dataframe.of(Item.class).label("Items");
        assertThat(frame.properties()).containsEntry("headers", List.of("name", "count", "price", "size", "sold"))
                .containsEntry("datatype", List.of(Datatype.STR, Datatype.NUMBER, Datatype.NUMBER, Datatype.STR, Datatype.BOOL));
        var wire = "{\"headers\":[\"name\",\"count\",\"price\",\"size\",\"sold\"],\"data\":[[\"tea\",3,2.5,\"S\",true]],\"metadata\":null}";
        assertThat(BlockAccess.preprocess(frame, parse(wire), NO_HELP)).isEqualTo(List.of(new Item("tea", 3, 2.5, Size.S, true)));
        assertThat(BlockAccess.postprocess(frame, List.of(new Item("tea", 3, 2.5, Size.S, true)), NO_HELP)).hasToString(wire);
        assertThatThrownBy(() -> BlockAccess.preprocess(frame, parse(wire.replace(",3,", ",\"many\",")), NO_HELP))
                .isInstanceOf(ValidationException.class).hasMessage("RecordDataframe \"Items\": Row 1, column \"count\": \"many\" is no int");
        assertThatThrownBy(() -> BlockAccess.preprocess(frame, parse(wire.replace("\"S\"", "\"XXL\"")), NO_HELP))
                .hasMessageContaining("\"XXL\" is no Size");
        assertThatThrownBy(() -> BlockAccess.preprocess(frame, parse(wire.replace(",3,", ",null,")), NO_HELP))
                .hasMessageContaining("a value of type int is needed");
    }

    @Test
    void handlersOfAnArrayTableSeeRows() {
        var frame = Dataframe.asArray().headers("a", "b");
        var wire = "{\"headers\":[\"a\",\"b\"],\"data\":[[1,2]],\"metadata\":null}";
        assertThat(BlockAccess.preprocess(frame, parse(wire), NO_HELP)).isEqualTo(List.of(List.of(1L, 2L)));
        assertThat(BlockAccess.postprocess(frame, List.of(List.of(1L, 2L)), NO_HELP)).hasToString(wire);
        assertThat(frame.property("type")).contains("array");
        assertThat(frame.property("row_count")).contains(List.of(1, "dynamic"));
    }
}
