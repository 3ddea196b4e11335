package io.gradio4j.components.highlightedtext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.BlockAccess;
import io.gradio4j.components.ComponentContract;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class HighlightedTextTest extends ComponentContract {

    @Override
    protected HighlightedText fresh() {
        return new HighlightedText();
    }

    @Override
    protected String config() {
        return """
                value: null, color_map: null, show_legend: false, show_inline_category: true, combine_adjacent: false, adjacent_separator: "",
                show_whitespaces: true, label: null, show_label: true, container: true, scale: null, min_width: 160, visible: true, elem_id:
                null, elem_classes: [], key: null, preserved_by_key: ["value"], interactive: null, rtl: false, buttons: []
                """;
    }

    @Override
    protected List<String> events() {
        return List.of("change", "select");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry("""
                {"$defs":{"HighlightedToken":{"properties":{"token":{"title":"Token","type":"string"},"class_or_confidence":{"anyOf":
                [{"type":"string"},{"type":"number"},{"type":"null"}],"default":null,"title":"Class Or Confidence"}},"required":["token"],
                "title":"HighlightedToken","type":"object"}},"items":{"$ref":"#/$defs/HighlightedToken"},"title":"HighlightedTextData",
                "type":"array","additional_description":null}""",
                "[{\"token\":\"The\",\"class_or_confidence\":null},{\"token\":\"quick\",\"class_or_confidence\":\"adj\"}]");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of("[]", List.of(),
                "[{\"token\":\"The \",\"class_or_confidence\":null},{\"token\":\"fox\",\"class_or_confidence\":\"noun\"}]",
                List.of(Token.of("The "), Token.of("fox", "noun")),
                "[{\"token\":\"a\",\"class_or_confidence\":-0.5},{\"token\":\"b\",\"class_or_confidence\":1}]",
                List.of(Token.of("a", -0.5), Token.of("b", 1.0)));
    }

    @Override
    protected List<String> refused() {
        return List.of("\"fox\"", "{}", "3");
    }

    @Test
    void refusesTokensOfTheWrongKind() {
        for (var wire : List.of("[3]", "[{}]", "[{\"token\":3}]", "[{\"token\":\"a\",\"class_or_confidence\":[]}]")) {
            assertThatThrownBy(() -> BlockAccess.preprocess(fresh(), parse(wire), NO_HELP)).as(wire).hasMessageStartingWith("HighlightedText takes tokens");
        }
        assertThat(BlockAccess.preprocess(fresh(), JsonValue.NULL, NO_HELP)).isEqualTo(List.of());
        assertThatThrownBy(() -> Token.of("a", Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Token("a", Optional.of("b"), OptionalDouble.of(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void makesTokensOfWhatWasFoundInAText() {
        assertThat(Token.of("Ada met Alan.", List.of(new Token.Entity("person", 8, 12), new Token.Entity("person", 0, 3))))
                .containsExactly(Token.of("Ada", "person"), Token.of(" met "), Token.of("Alan", "person"), Token.of("."));
        assertThat(Token.of("none", List.of())).containsExactly(Token.of("none"));
        for (var wrong : List.of(new Token.Entity("a", 2, 9), new Token.Entity("a", -1, 2), new Token.Entity("a", 2, 1))) {
            assertThatThrownBy(() -> Token.of("text", List.of(wrong))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(wrong.toString());
        }
    }

    @Test
    void joinsNeighboursOfOneCategory() {
        var words = List.of(Token.of("New", "city"), Token.of(""), Token.of("York", "city"), Token.of(" is"), Token.of(" big"));
        assertThat(shown(new HighlightedText().combineAdjacent(true).adjacentSeparator("_"), words))
                .isEqualTo(List.of(Token.of("New_York", "city"), Token.of(" is_ big")));
    }

    @Test
    void leavesOutWhiteSpace() {
        assertThat(shown(new HighlightedText().showWhitespaces(false), List.of(Token.of(" a ", "x"), Token.of("  "))))
                .isEqualTo(List.of(Token.of("a", "x")));
    }

    private Object shown(HighlightedText component, List<Token> tokens) {
        return BlockAccess.preprocess(fresh(), BlockAccess.postprocess(component, tokens, NO_HELP), NO_HELP);
    }
}
