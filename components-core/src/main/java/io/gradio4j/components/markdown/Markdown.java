package io.gradio4j.components.markdown;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.HasChange;
import io.gradio4j.HasCopy;
import io.gradio4j.Schema;
import io.gradio4j.ToolbarItem;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * Formatted text: GitHub's Markdown with tables, highlighted code and formulas between {@code $$}. HTML in it is cleaned: nothing in
 * it runs.
 *
 * <p>Indentation that all lines share, and empty lines around the text, are taken away, so that a text block can stand where it is
 * needed.
 *
 * {@snippet :
 * new Markdown("# Dashboard");
 * }
 */
public final class Markdown extends Component<String, Markdown> implements HasChange, HasCopy {

    private static final Defaults DEFAULTS = Defaults.of("value", null, "label", null, "show_label", false, "scale", null, "min_width",
            null, "rtl", false, "latex_delimiters", LatexDelimiter.json(new LatexDelimiter("$$", "$$", true)), "visible", true, "elem_id", null,
            "elem_classes", List.of(), "key", null, "preserved_by_key", List.of("value"), "sanitize_html", true, "line_breaks", false,
            "header_links", false, "height", null, "max_height", null, "min_height", null, "buttons", null, "container", false,
            "padding", false);

    /** Makes a text without a value yet. */
    public Markdown() {
        super("markdown");
    }

    /**
     * Makes a text.
     *
     * @param text what it shows
     */
    public Markdown(String text) {
        this();
        value(text);
    }

    @Override
    protected String preprocess(JsonValue payload, Conversion conversion) {
        if (payload == JsonValue.NULL) {
            return "";
        }
        if (!(payload instanceof JsonString text)) {
            throw expected("a string", payload);
        }
        return text.getString();
    }

    @Override
    protected JsonValue postprocess(String value, Conversion conversion) {
        return Conversion.JSON.createValue(Indentation.trim(value));
    }

    @Override
    public Schema schema() {
        return Schema.string().example(Conversion.JSON.createValue("# Hello!"));
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    /**
     * Whether the text is written from right to left.
     *
     * @param rtl default: false
     * @return this component
     */
    public Markdown rtl(boolean rtl) {
        return set("rtl", rtl);
    }

    /**
     * What stands around a formula.
     *
     * @param delimiters none for no formulas; default: {@code $$} on both sides, for formulas on lines of their own
     * @return this component
     */
    public Markdown latexDelimiters(LatexDelimiter... delimiters) {
        return set("latex_delimiters", LatexDelimiter.json(delimiters));
    }

    /**
     * Whether HTML in the text is cleaned of all that is not plain formatting.
     *
     * @param sanitize default: true; with false, forms, frames and styles of the text's author are kept, but still nothing runs
     * @return this component
     */
    public Markdown sanitizeHtml(boolean sanitize) {
        return set("sanitize_html", sanitize);
    }

    /**
     * Whether a single line break in the text is one on the page.
     *
     * @param breaks default: false, as Markdown has it: an empty line starts a new paragraph
     * @return this component
     */
    public Markdown lineBreaks(boolean breaks) {
        return set("line_breaks", breaks);
    }

    /**
     * Whether headings have links to themselves.
     *
     * @param links default: false
     * @return this component
     */
    public Markdown headerLinks(boolean links) {
        return set("header_links", links);
    }

    /**
     * How high it is; more text scrolls.
     *
     * @param pixels default: as high as the text
     * @return this component
     */
    public Markdown height(int pixels) {
        return set("height", pixels);
    }

    /**
     * How high it is; more text scrolls.
     *
     * @param height any CSS length; default: as high as the text
     * @return this component
     */
    public Markdown height(String height) {
        return set("height", height);
    }

    /**
     * How high it may be; more text scrolls.
     *
     * @param pixels default: as high as the text
     * @return this component
     */
    public Markdown maxHeight(int pixels) {
        return set("max_height", pixels);
    }

    /**
     * How high it may be; more text scrolls.
     *
     * @param height any CSS length; default: as high as the text
     * @return this component
     */
    public Markdown maxHeight(String height) {
        return set("max_height", height);
    }

    /**
     * How high it is at least.
     *
     * @param pixels default: as high as the text
     * @return this component
     */
    public Markdown minHeight(int pixels) {
        return set("min_height", pixels);
    }

    /**
     * How high it is at least.
     *
     * @param height any CSS length; default: as high as the text
     * @return this component
     */
    public Markdown minHeight(String height) {
        return set("min_height", height);
    }

    /**
     * The toolbar: {@link io.gradio4j.ToolbarButton#COPY} copies the text.
     *
     * @param buttons default: none
     * @return this component
     */
    public Markdown buttons(ToolbarItem... buttons) {
        return set("buttons", ToolbarItem.toProperty(buttons));
    }

    /**
     * Whether there is room around the text.
     *
     * @param padding default: false
     * @return this component
     */
    public Markdown padding(boolean padding) {
        return set("padding", padding);
    }
}
