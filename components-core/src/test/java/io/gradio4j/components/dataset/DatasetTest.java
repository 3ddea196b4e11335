package io.gradio4j.components.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.BlockAccess;
import io.gradio4j.ValidationException;
import io.gradio4j.WireProperty;
import io.gradio4j.components.ComponentContract;
import io.gradio4j.components.Converting;
import io.gradio4j.components.checkbox.Checkbox;
import io.gradio4j.components.textbox.Textbox;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatasetTest extends ComponentContract {

    @Override
    protected Dataset fresh() {
        return new Dataset(new Textbox(), new Checkbox("Ok")).samples(List.of(List.of("a", true), Arrays.asList("b", null)));
    }

    @Override
    protected String config() {
        var components = "components: [{name=textbox, class_id=%s}, {name=checkbox, class_id=%s}]"
                .formatted(BlockAccess.classId(new Textbox()), BlockAccess.classId(new Checkbox()));
        var text = BlockAccess.defaults(fresh());
        return "label: null, show_label: true, component_props: " + text.get("component_props") + ", samples: [[]], headers: [\"\", \"Ok\"],"
                + " type: \"values\", layout: null, samples_per_page: 10, visible: true, elem_id: null, elem_classes: [], key: null,"
                + " preserved_by_key: [\"value\"], container: true, scale: null, min_width: 160, sample_labels: null, "
                + components + ", component_ids: " + text.get("component_ids");
    }

    @Override
    protected List<String> events() {
        return List.of("change", "click", "select");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry("{\"type\":\"integer\",\"description\":\"index of selected example\"}", "0");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of("0", List.of("a", true), "1", Arrays.asList("b", null));
    }

    @Override
    protected List<String> refused() {
        return List.of("\"a\"", "-1", "2", "99999999999", "[0]");
    }

    @Override
    protected List<String> unsettable() {
        return List.of("component_props", "type", "components", "component_ids");
    }

    @Test
    void drawsSamplesByTheirComponents() {
        assertThat(((WireProperty) fresh().properties().get("samples")).json(NO_HELP)).hasToString("[[\"a\",true],[\"b\",null]]");
        assertThat(BlockAccess.usedTypes(fresh())).containsExactly("textbox", "checkbox");
        assertThat(BlockAccess.defaults(new Dataset(new Textbox())).get("headers")).isEqualTo(List.of());
        assertThatThrownBy(() -> new Dataset(new Textbox(), new Checkbox()).samples("a")).hasMessageContaining("not 1: [a]");
    }

    @Test
    void tellsThePropertiesOfItsComponentsButForTheirValues() {
        var dataset = new Dataset(new Textbox("Word").value("x").lines(3));
        var props = ((WireProperty) BlockAccess.defaults(dataset).get("component_props")).json(new Converting()).asJsonArray().getJsonObject(0);
        assertThat(props.getString("label")).isEqualTo("Word");
        assertThat(props.getInt("lines")).isEqualTo(3);
        assertThat(props.isNull("placeholder")).isTrue();
        assertThat(props).doesNotContainKey("value");
    }

    @Test
    void handlersSeeValuesIndexOrBoth() {
        var values = List.of(List.of("a"), List.of("b"));
        assertThat(BlockAccess.preprocess(Dataset.asIndex(new Textbox()).samples(values), parse("1"), NO_HELP)).isEqualTo(1);
        assertThat(BlockAccess.preprocess(Dataset.asSample(new Textbox()).samples(values), parse("1"), NO_HELP))
                .isEqualTo(new SampleDataset.Sample(1, List.of("b")));
        assertThat(BlockAccess.preprocess(fresh(), parse("null"), NO_HELP)).isNull();
        assertThat(BlockAccess.postprocess(Dataset.asIndex(new Textbox()).samples(values), 1, NO_HELP)).hasToString("1");
        assertThatThrownBy(() -> BlockAccess.postprocess(Dataset.asIndex(new Textbox()).samples(values), 2, NO_HELP)).hasMessageContaining("no sample 2");
        assertThatThrownBy(() -> BlockAccess.preprocess(new Dataset(new Textbox()), parse("1"), NO_HELP)).isInstanceOf(ValidationException.class)
                .hasMessage("Dataset has 1 samples, but none of index 1");
        assertThatThrownBy(() -> new Dataset().samplesPerPage(0)).hasMessageContaining("not 0");
    }
}
