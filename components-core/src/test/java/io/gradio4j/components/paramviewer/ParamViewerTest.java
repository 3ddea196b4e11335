package io.gradio4j.components.paramviewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.BlockAccess;
import io.gradio4j.Info;
import io.gradio4j.ValidationException;
import io.gradio4j.components.ComponentContract;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParamViewerTest extends ComponentContract {

    @Override
    protected ParamViewer fresh() {
        return new ParamViewer();
    }

    @Override
    protected String config() {
        return """
                value: null, language: "python", linkify: null, key: null, preserved_by_key: ["value"], header: "Parameters", anchor_links:
                false, max_height: null
                """;
    }

    @Override
    protected List<String> events() {
        return List.of("change", "upload");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry("{\"type\":{},\"description\":\"any valid json\"}",
                "{\"array\":{\"type\":\"numpy\",\"description\":\"any valid json\",\"default\":\"None\"}}");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of("{}", Map.of(), "{\"n\":{\"type\":\"int\",\"description\":\"how many\",\"default\":null}}", Map.of("n", new Parameter("int", "how many")),
                "{\"n\":{\"type\":\"int\",\"description\":\"\",\"default\":\"3\"}}", Map.of("n", new Parameter("int", "").byDefault("3")));
    }

    @Override
    protected List<String> refused() {
        return List.of("\"n\"", "3", "[]");
    }

    @Test
    void refusesParametersOfTheWrongKind() {
        for (var wire : List.of("{\"n\":3}", "{\"n\":{\"type\":3}}")) {
            assertThatThrownBy(() -> BlockAccess.preprocess(fresh(), parse(wire), NO_HELP)).as(wire).isInstanceOf(ValidationException.class);
        }
        assertThat(BlockAccess.preprocess(fresh(), JsonValue.NULL, NO_HELP)).isEqualTo(Map.of());
    }

    /** A method to be described. */
    static void repeat(@Info("what to say") String text, List<Map<String, Integer>> times, Map.Entry<?, int[]> more) {
    }

    @Test
    void describesJavaMethods() throws NoSuchMethodException {
        var method = ParamViewerTest.class.getDeclaredMethod("repeat", String.class, List.class, Map.Entry.class);
        assertThat(ParamViewer.parametersOf(method).values()).containsExactly(new Parameter("String", "what to say"),
                new Parameter("List<Map<String, Integer>>", ""), new Parameter("Entry<?, int[]>", ""));
    }
}
