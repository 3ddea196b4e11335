package io.gradio4j.components.json;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.HasChange;
import io.gradio4j.Nesting;
import io.gradio4j.Schema;
import io.gradio4j.ToolbarButton;
import io.gradio4j.ToolbarItem;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Shows JSON as a tree that can be folded.
 *
 * <p>The value is anything that JSON-B can write: records, maps, lists, numbers, {@link JsonValue} itself; a {@code String} is JSON text.
 * As an input the handler gets a {@link JsonValue}, or null for none.
 *
 * {@snippet :
 * var answer = new JSON("Answer");
 * ask.onClick().inputs(question).outputs(answer).run(q -> new Answer(q, 42));     // a record
 * }
 */
public final class JSON extends Component<@Nullable Object, JSON> implements HasChange {

    private static final int MOST_LEVELS = 200;

    private static final Defaults DEFAULTS = Defaults.of("value", null, "label", null, "show_label", true, "container", true, "scale", null,
            "min_width", 160, "visible", true, "elem_id", null, "elem_classes", List.of(), "key", null, "preserved_by_key",
            List.of("value"), "open", false, "show_indices", false, "height", null, "max_height", 500, "min_height", null, "buttons",
            List.of("copy"));

    private static final JsonObject ANY = Conversion.JSON.createObjectBuilder().add("type", JsonValue.EMPTY_JSON_OBJECT)
            .add("description", "any valid json").build();

    /** Makes a tree without a label. */
    public JSON() {
        super("json");
    }

    /**
     * Makes a tree.
     *
     * @param label the text above it
     */
    public JSON(String label) {
        this();
        label(label);
    }

    @Override
    protected @Nullable Object preprocess(JsonValue payload, Conversion conversion) {
        return payload == JsonValue.NULL ? null : payload;
    }

    @Override
    protected JsonValue postprocess(@Nullable Object value, Conversion conversion) {
        return switch (value) {
            case null -> JsonValue.NULL;
            case JsonValue json -> json;
            case String text -> parse(text);
            default -> conversion.toJson(value);
        };
    }

    private JsonValue parse(String text) {
        if (Nesting.depth(text) > MOST_LEVELS) {
            throw new IllegalArgumentException("Invalid JSON string: more than " + MOST_LEVELS + " levels");
        }
        try (var parser = Conversion.JSON.createParser(new StringReader(text))) {
            parser.next();
            var json = parser.getValue();
            if (parser.hasNext()) {
                throw new JsonException("more than one value");
            }
            return json;
        } catch (JsonException | NoSuchElementException e) {
            throw new IllegalArgumentException("Invalid JSON string: " + (text.length() > 100 ? text.substring(0, 100) + "…" : text), e);
        }
    }

    @Override
    public Schema schema() {
        return Schema.of(ANY, Conversion.JSON.createObjectBuilder().add("foo", "bar").build());
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    /**
     * Whether all of the tree is unfolded at first.
     *
     * @param open default: false, then the fourth level and those below are folded
     * @return this component
     */
    public JSON open(boolean open) {
        return set("open", open);
    }

    /**
     * Whether the items of a list have their numbers before them.
     *
     * @param show default: false
     * @return this component
     */
    public JSON showIndices(boolean show) {
        return set("show_indices", show);
    }

    /**
     * The height.
     *
     * @param pixels default: as high as its content, within the least and greatest height
     * @return this component
     */
    public JSON height(int pixels) {
        return set("height", pixels);
    }

    /**
     * The height.
     *
     * @param css a CSS length, such as {@code 50vh}
     * @return this component
     */
    public JSON height(String css) {
        return set("height", css);
    }

    /**
     * The greatest height; more content is scrolled.
     *
     * @param pixels default: 500
     * @return this component
     */
    public JSON maxHeight(int pixels) {
        return set("max_height", pixels);
    }

    /**
     * The greatest height; more content is scrolled.
     *
     * @param css a CSS length, such as {@code 50vh}
     * @return this component
     */
    public JSON maxHeight(String css) {
        return set("max_height", css);
    }

    /**
     * The least height.
     *
     * @param pixels default: none
     * @return this component
     */
    public JSON minHeight(int pixels) {
        return set("min_height", pixels);
    }

    /**
     * The least height.
     *
     * @param css a CSS length, such as {@code 10em}
     * @return this component
     */
    public JSON minHeight(String css) {
        return set("min_height", css);
    }

    /**
     * The toolbar.
     *
     * @param buttons default: {@link ToolbarButton#COPY}
     * @return this component
     */
    public JSON buttons(ToolbarItem... buttons) {
        return set("buttons", ToolbarItem.toProperty(buttons));
    }
}
