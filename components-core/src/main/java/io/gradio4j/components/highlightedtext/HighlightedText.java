package io.gradio4j.components.highlightedtext;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.HasChange;
import io.gradio4j.HasSelect;
import io.gradio4j.Schema;
import io.gradio4j.ToolbarItem;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A text whose parts are marked, by categories in colours or by scores in shades. Where it is interactive, a person marks parts with the
 * mouse, names and removes marks. The event {@code select} carries the token that was clicked on and its category or score.
 *
 * {@snippet :
 * var words = new HighlightedText("Words").colorMap(Map.of("noun", "green"));
 * tag.onClick().inputs(text).outputs(words).run(t -> List.of(Token.of("The "), Token.of("fox", "noun")));
 * }
 */
public final class HighlightedText extends Component<List<Token>, HighlightedText> implements HasChange, HasSelect {

    private static final Defaults DEFAULTS = Defaults.of("value", null, "color_map", null, "show_legend", false, "show_inline_category", true,
            "combine_adjacent", false, "adjacent_separator", "", "show_whitespaces", true, "label", null, "show_label", true, "container",
            true, "scale", null, "min_width", 160, "visible", true, "elem_id", null, "elem_classes", List.of(), "key", null,
            "preserved_by_key", List.of("value"), "interactive", null, "rtl", false, "buttons", List.of());

    /** Makes a text without a label. */
    public HighlightedText() {
        super("highlightedtext");
    }

    /**
     * Makes a text.
     *
     * @param label the text above it
     */
    public HighlightedText(String label) {
        this();
        label(label);
    }

    @Override
    protected List<Token> preprocess(JsonValue payload, Conversion conversion) {
        return switch (payload) {
            case JsonArray items -> items.stream().map(this::token).toList();
            case JsonValue none when none == JsonValue.NULL -> List.of();
            default -> throw expected("a list of tokens", payload);
        };
    }

    private Token token(JsonValue item) {
        if (!(item instanceof JsonObject object) || !(object.get("token") instanceof JsonString text)) {
            throw expected("tokens that are objects with a text as \"token\"", item);
        }
        return switch (object.getOrDefault("class_or_confidence", JsonValue.NULL)) {
            case JsonString category -> Token.of(text.getString(), category.getString());
            case JsonNumber score when Double.isFinite(score.doubleValue()) -> Token.of(text.getString(), score.doubleValue());
            case JsonValue none when none == JsonValue.NULL -> Token.of(text.getString());
            default -> throw expected("tokens whose \"class_or_confidence\" is a string, a number or null", item);
        };
    }

    @Override
    protected JsonValue postprocess(List<Token> value, Conversion conversion) {
        var json = Conversion.JSON.createArrayBuilder();
        trimmed(isOn("combine_adjacent") ? combined(value) : value).forEach(token -> json.add(json(token)));
        return json.build();
    }

    private boolean isOn(String property) {
        return Boolean.TRUE.equals(property(property).orElse(false));
    }

    private List<Token> combined(List<Token> tokens) {
        var separator = (String) property("adjacent_separator").orElse("");
        var combined = new ArrayList<Token>();
        for (var token : tokens) {
            var last = combined.isEmpty() ? null : combined.getLast();
            if (last != null && last.isMarkedLike(token) && !token.text().isEmpty()) {
                combined.set(combined.size() - 1, last.withText(last.text() + separator + token.text()));
            } else if (!token.text().isEmpty()) {
                combined.add(token);
            }
        }
        return combined;
    }

    private List<Token> trimmed(List<Token> tokens) {
        return isOn("show_whitespaces") ? tokens
                : tokens.stream().map(t -> t.withText(t.text().strip())).filter(t -> !t.text().isEmpty()).toList();
    }

    private static JsonObject json(Token token) {
        var json = Conversion.JSON.createObjectBuilder().add("token", token.text());
        if (token.score().isPresent()) {
            var score = token.score().getAsDouble();
            return (score == (long) score ? json.add("class_or_confidence", (long) score) : json.add("class_or_confidence", score)).build();
        }
        return token.category().map(c -> json.add("class_or_confidence", c)).orElseGet(() -> json.addNull("class_or_confidence")).build();
    }

    @Override
    public Schema schema() {
        return TokenSchema.SCHEMA;
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    /**
     * The colours of categories.
     *
     * @param colors by category: red, green, blue, yellow, purple, teal, orange, cyan, lime or pink, or any CSS colour; default: each
     *        category gets one of these ten
     * @return this component
     */
    public HighlightedText colorMap(Map<String, String> colors) {
        return set("color_map", Collections.unmodifiableMap(new LinkedHashMap<>(colors)));
    }

    /**
     * Whether the categories are explained above the text, instead of after each part.
     *
     * @param show default: false
     * @return this component
     */
    public HighlightedText showLegend(boolean show) {
        return set("show_legend", show);
    }

    /**
     * Whether the category stands after each part, if there is no legend.
     *
     * @param show default: true
     * @return this component
     */
    public HighlightedText showInlineCategory(boolean show) {
        return set("show_inline_category", show);
    }

    /**
     * Whether neighbours of the same category become one part.
     *
     * @param combine default: false
     * @return this component
     */
    public HighlightedText combineAdjacent(boolean combine) {
        return set("combine_adjacent", combine);
    }

    /**
     * What is put between neighbours that become one part.
     *
     * @param separator default: nothing
     * @return this component
     */
    public HighlightedText adjacentSeparator(String separator) {
        return set("adjacent_separator", separator);
    }

    /**
     * Whether parts keep the white space around them; else blank parts are left out, too.
     *
     * @param show default: true
     * @return this component
     */
    public HighlightedText showWhitespaces(boolean show) {
        return set("show_whitespaces", show);
    }

    /**
     * Whether the text runs from right to left.
     *
     * @param rtl default: false
     * @return this component
     */
    public HighlightedText rtl(boolean rtl) {
        return set("rtl", rtl);
    }

    /**
     * The toolbar: buttons of the app's own.
     *
     * @param buttons default: none
     * @return this component
     */
    public HighlightedText buttons(ToolbarItem... buttons) {
        return set("buttons", ToolbarItem.toProperty(buttons));
    }
}
