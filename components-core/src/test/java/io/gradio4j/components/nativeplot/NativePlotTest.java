package io.gradio4j.components.nativeplot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.BlockAccess;
import io.gradio4j.components.ComponentContract;
import io.gradio4j.components.dataframe.Table;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NativePlotTest extends ComponentContract {

    @Override
    protected LinePlot fresh() {
        return new LinePlot();
    }

    @Override
    protected String config() {
        return """
                value: null, x: null, y: null, color: null, title: null, x_title: null, y_title: null, color_title: null, x_bin: null,
                y_aggregate: null, color_map: null, colors_in_legend: null, x_lim: null, y_lim: null, x_label_angle: 0, y_label_angle: 0,
                x_axis_format: null, y_axis_format: null, x_axis_labels_visible: true, caption: null, sort: null, tooltip: "axis",
                height: null, label: null, show_label: false, container: true, scale: null, min_width: 160, visible: true, elem_id: null,
                elem_classes: [], buttons: [], key: null, preserved_by_key: ["value"]
                """;
    }

    @Override
    protected List<String> events() {
        return List.of("change", "select", "double_click");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry("{\"type\":{},\"description\":\"any valid json\"}", "null");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of("{\"columns\":[\"t\",\"n\",\"s\"],\"data\":[[1000,2.5,\"a\"],[null,3,null]],\"datatypes\":{\"t\":\"temporal\",\"n\":\"quantitative\",\"s\":\"nominal\"},\"mark\":\"line\"}",
                new Table(List.of("t", "n", "s"), List.of(Arrays.asList(Instant.ofEpochSecond(1), 2.5, "a"), Arrays.asList(null, 3L, null))),
                "{\"columns\":[\"a\"],\"data\":[],\"datatypes\":{\"a\":\"nominal\"},\"mark\":\"line\"}", new Table(List.of("a"), List.of()));
    }

    @Override
    protected List<String> refused() {
        return List.of("\"a\"", "3", "[[1]]", "{\"columns\":[\"a\"]}", "{\"columns\":[\"a\"],\"data\":[[1,2]]}", "{\"columns\":[\"a\"],\"data\":[1]}",
                "{\"columns\":[1],\"data\":[]}");
    }

    @Test
    void eachKindHasItsOwnNameInTheApi() {
        assertThat(List.of(new BarPlot(), new LinePlot(), new ScatterPlot())).extracting(BlockAccess::name)
                .containsExactly("barplot", "lineplot", "scatterplot");
    }

    @Test
    void marksDiffer() {
        for (var mark : Map.of("bar", new BarPlot("A"), "line", new LinePlot("A"), "point", new ScatterPlot("A")).entrySet()) {
            assertThat(wire(mark.getValue(), Table.ofRows(List.of(List.of(1))))).endsWith("\"mark\":\"" + mark.getKey() + "\"}");
            assertThat(BlockAccess.defaults(mark.getValue()).get("show_label")).isEqualTo(true);
        }
    }

    @Test
    void numbersColumnsWithoutHeaders() {
        assertThat(wire(fresh(), Table.ofRows(List.of(List.of(1, true))))).startsWith("{\"columns\":[\"1\",\"2\"],\"data\":[[1,true]],");
        assertThat(BlockAccess.preprocess(fresh(), JsonValue.NULL, NO_HELP)).isEqualTo(Table.empty());
    }

    @Test
    void writesEveryKindOfTimeInMilliseconds() {
        var noon = LocalDateTime.of(2026, 1, 2, 12, 0);
        var paris = noon.atZone(ZoneId.of("Europe/Paris"));
        assertThat(wire(fresh(), Table.ofRows(List.of(List.of(noon), List.of(paris), List.of(paris.toOffsetDateTime()), List.of(LocalDate.EPOCH),
                List.of(java.sql.Timestamp.from(Instant.ofEpochSecond(5))), List.of(java.time.YearMonth.of(1970, 2))))))
                .contains("[[1767355200000],[1767351600000],[1767351600000],[0],[5000],[2678400000]]");
    }

    @Test
    void refusesColumnsOfSeveralKinds() {
        assertThatThrownBy(() -> wire(new BarPlot("Sales").x("a"), Table.ofRows(List.of(List.of(1), List.of("two"))))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("BarPlot \"Sales\": the column \"1\" is quantitative, but it has the nominal cell two");
    }

    @Test
    void writesNumbersThatJsonDoesNotHaveAsNone() {
        assertThat(wire(fresh(), Table.ofRows(List.of(List.of(Double.NaN), List.of(Float.POSITIVE_INFINITY), List.of(0.1f), List.of((short) 7)))))
                .contains("[[null],[null],[0.1],[7]]");
    }

    @Test
    void givesLimitsBinsAndOrderAsThePageKnowsThem() {
        assertThat(fresh().xLim(Double.NEGATIVE_INFINITY, 2).yLim(-1, 1.5).properties()).hasToString("{x_lim=[null,2.0], y_lim=[-1.0,1.5]}");
        assertThat(fresh().xLim(Instant.ofEpochMilli(1500), Instant.MAX).properties().get("x_lim")).hasToString("[1.5,null]");
        assertThat(List.of(Duration.ofDays(2), Duration.ofHours(25), Duration.ofMinutes(90), Duration.ofSeconds(10)))
                .extracting(d -> fresh().xBin(d).properties().get("x_bin")).containsExactly("2d", "25h", "90m", "10s");
        assertThat(List.of(Order.values())).extracting(o -> fresh().sort(o).properties().get("sort")).containsExactly("x", "y", "-x", "-y");
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        for (Runnable wrong : List.<Runnable>of(() -> fresh().xLim(2, 1), () -> fresh().yLim(Double.NaN, 1), () -> fresh().xBin(0), () -> fresh().xBin(Duration.ofMillis(5)),
                () -> fresh().height(0))) {
            assertThatThrownBy(wrong::run).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("LinePlot: ");
        }
    }

    @Test
    void readsTheRangeOfASelection() throws Exception {
        try (var jsonb = JsonbBuilder.create()) {
            var range = jsonb.fromJson("{\"value\":[1.5,3],\"index\":[1.5,3],\"selected\":true}", XRange.class);
            assertThat(range).isEqualTo(new XRange(1.5, 3));
            assertThat(range.start()).isEqualTo(Instant.ofEpochMilli(1500));
            assertThat(range.end()).isEqualTo(Instant.ofEpochSecond(3));
        }
    }

    private static String wire(NativePlot<?> plot, Table table) {
        return BlockAccess.postprocess(plot, table, NO_HELP).toString();
    }
}
