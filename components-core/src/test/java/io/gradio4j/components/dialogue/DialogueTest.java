package io.gradio4j.components.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.BlockAccess;
import io.gradio4j.Request;
import io.gradio4j.ServerFunction;
import io.gradio4j.ValidationException;
import io.gradio4j.components.ComponentContract;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialogueTest extends ComponentContract {

    private static final String TWO = "[{\"speaker\":\"Ada\",\"text\":\"Hello\"},{\"speaker\":\"Bob\",\"text\":\"Hi\"}]";

    @Override
    protected Dialogue<String> fresh() {
        return Dialogue.asText("Dialogue");
    }

    @Override
    protected String config() {
        return "value: null, type: \"text\", speakers: null, tags: [], separator: \" \", color_map: null, label: \"Dialogue\", info: null, placeholder: null, "
                + "show_label: true, container: true, scale: null, min_width: 160, interactive: null, visible: true, elem_id: null, autofocus: false, "
                + "autoscroll: true, elem_classes: [], key: null, preserved_by_key: [\"value\"], max_lines: null, buttons: [], submit_btn: false, ui_mode: \"both\"";
    }

    @Override
    protected List<String> unsettable() {
        return List.of("type");
    }

    @Override
    protected List<String> events() {
        return List.of("change", "input", "submit");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry("""
                {"$defs":{"DialogueLine":{"properties":{"speaker":{"title":"Speaker","type":"string"},"text":{"title":"Text","type":"string"}},
                "required":["speaker","text"],"title":"DialogueLine","type":"object"}},
                "anyOf":[{"items":{"$ref":"#/$defs/DialogueLine"},"type":"array"},{"type":"string"}],"title":"DialogueModel",
                "additional_description":null}""",
                "[{\"speaker\":\"Speaker 1\",\"text\":\"Hello, how are you?\"},{\"speaker\":\"Speaker 2\",\"text\":\"I'm fine, thank you!\"}]");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of("\"\"", "", "\"[Ada] Hello\"", "[Ada] Hello");
    }

    @Override
    protected List<String> refused() {
        return List.of("3", "true", "{\"speaker\":\"Ada\"}");
    }

    @Test
    void linesBecomeText() {
        assertThat(BlockAccess.preprocess(fresh(), parse(TWO), NO_HELP)).isEqualTo("[Ada] Hello\n[Bob] Hi");
        assertThat(BlockAccess.preprocess(fresh(), JsonValue.NULL, NO_HELP)).isEqualTo("");
        assertThat(BlockAccess.preprocess(fresh(), parse("[{\"speaker\":\"Ada\",\"text\":\"\"}]"), NO_HELP)).isEqualTo("");
        assertThat(BlockAccess.preprocess(fresh().separator(" | ").formatter((speaker, text) -> speaker + ": " + text), parse(TWO), NO_HELP))
                .isEqualTo("Ada: Hello | Bob: Hi");
    }

    @Test
    void textBecomesLines() {
        var lines = Dialogue.asLines("Talk").speakers("Ada", "Bob");
        assertThat(BlockAccess.preprocess(lines, parse(TWO), NO_HELP)).isEqualTo(List.of(new DialogueLine("Ada", "Hello"), new DialogueLine("Bob", "Hi")));
        assertThat(BlockAccess.preprocess(lines, parse("\"[Bob] Hi\\n\\n[] there\""), NO_HELP))
                .isEqualTo(List.of(new DialogueLine("Bob", "Hi"), new DialogueLine("Ada", "[] there")));
        assertThat(BlockAccess.preprocess(lines, JsonValue.NULL, NO_HELP)).isEqualTo(List.of());
        assertThat(BlockAccess.postprocess(lines, List.of(new DialogueLine("Ada", "Hello"), new DialogueLine("Bob", "Hi")), NO_HELP)).hasToString(TWO);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "Eve; Dialogue \"Talk\" has the speakers [Ada, Bob], not Eve.", "Bob; Dialogue \"Talk\" takes at most 1 lines, not 2."})
    void otherSpeakersAndMoreLinesAreRefused(String second, String message) {
        var talk = Dialogue.asLines("Talk").speakers("Ada", "Bob").maxLines(second.equals("Eve") ? 2 : 1);
        assertThatThrownBy(() -> BlockAccess.preprocess(talk, parse(TWO.replace("Bob", second)), NO_HELP)).isInstanceOf(ValidationException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void theSeparatorTellsLinesApart(String separator) {
        assertThatThrownBy(() -> fresh().separator(separator)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Dialogue \"Dialogue\": the separator can't be \"" + separator + "\"");
    }

    @Test
    void whoMayEditIsToldOfTags() {
        assertThat(fresh().property("info")).isEmpty();
        assertThat(fresh().interactive(true).property("info")).contains("Type colon (:) in the dialogue line to see the available tags");
    }

    @Test
    void thePageMayHaveItConverted() throws Exception {
        var functions = BlockAccess.serverFunctions(fresh());
        assertThat(functions).containsOnlyKeys("format", "unformat");
        assertThat(functions.get("format").apply(call(TWO))).isEqualTo("[Ada] Hello\n[Bob] Hi");
        assertThat(functions.get("unformat").apply(call("{\"text\":\"[Ada] Hello\\n[Bob] Hi\"}"))).hasToString(TWO);
        assertThatThrownBy(() -> functions.get("unformat").apply(call("3"))).isInstanceOf(ValidationException.class);
    }

    private static ServerFunction.Call call(String argument) {
        return new ServerFunction.Call(parse(argument), NO_HELP, Request.NONE);
    }
}
