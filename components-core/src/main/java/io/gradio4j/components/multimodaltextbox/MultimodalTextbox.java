package io.gradio4j.components.multimodaltextbox;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.FileData;
import io.gradio4j.FileTypes;
import io.gradio4j.HasBlur;
import io.gradio4j.HasChange;
import io.gradio4j.HasFocus;
import io.gradio4j.HasInput;
import io.gradio4j.HasSelect;
import io.gradio4j.HasStop;
import io.gradio4j.HasSubmit;
import io.gradio4j.MediaTypes;
import io.gradio4j.Schema;
import io.gradio4j.ValidationException;
import io.gradio4j.components.textbox.InputHtmlAttributes;
import io.gradio4j.components.textbox.TextAlign;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A field for text and files: chosen, dropped, pasted or recorded. It grows with its text.
 *
 * {@snippet :
 * var message = new MultimodalTextbox().placeholder("Ask, or drop a picture").fileTypes("image").fileCount(FileCount.MULTIPLE);
 * }
 *
 * <p>The event {@code select} carries the selected text and its range. Submitting waits for files that are on their way.
 */
public final class MultimodalTextbox extends Component<MultimodalValue, MultimodalTextbox>
        implements HasChange, HasInput, HasSelect, HasSubmit, HasFocus, HasBlur, HasStop {

    private static final JsonObject EMPTY = Conversion.JSON.createObjectBuilder().add("text", "").add("files", JsonValue.EMPTY_JSON_ARRAY).build();
    private static final Defaults DEFAULTS = Defaults.of("value", EMPTY, "sources", List.of("upload"), "file_types", null, "file_count",
            "single", "lines", 1, "max_lines", 20, "placeholder", null, "label", null, "info", null, "show_label", true, "container", true,
            "scale", null, "min_width", 160, "interactive", null, "visible", true, "elem_id", null, "autofocus", false, "autoscroll", true,
            "elem_classes", List.of(), "key", null, "preserved_by_key", List.of("value"), "text_align", null, "rtl", false, "submit_btn",
            true, "stop_btn", false, "max_plain_text_length", 1000, "html_attributes", null);

    /** Makes a field without a label of its own: it says "MultimodalTextbox". */
    public MultimodalTextbox() {
        super("multimodaltextbox");
    }

    /**
     * Makes a field.
     *
     * @param label the text above it
     */
    public MultimodalTextbox(String label) {
        this();
        label(label);
    }

    @Override
    protected MultimodalValue preprocess(JsonValue payload, Conversion conversion) {
        if (payload == JsonValue.NULL) {
            return new MultimodalValue("");
        }
        if (!(payload instanceof JsonObject object) || !(object.get("text") instanceof JsonString text)
                || !(object.getOrDefault("files", JsonValue.EMPTY_JSON_ARRAY) instanceof JsonArray files)) {
            throw expected("a text and files", payload);
        }
        var paths = new ArrayList<Path>();
        for (var json : files) {
            if (!FileData.isFile(json)) {
                throw expected("a text and files", payload);
            }
            var path = conversion.file(FileData.from(json));
            check(String.valueOf(path.getFileName()));
            paths.add(path);
        }
        return new MultimodalValue(text.getString(), paths);
    }

    /** Only names are looked at, those of the files as they were stored: what a client claims proves nothing. */
    private void check(String name) {
        if (property("file_types").orElse(null) instanceof List<?> types && !new FileTypes(types.stream().map(String.class::cast).toList()).accepts(name)) {
            throw new ValidationException("Invalid file type: " + mediaType(name) + ". Please upload a file that is one of these formats: " + types);
        }
    }

    private static String mediaType(String name) {
        return MediaTypes.of(name).orElse("application/octet-stream");
    }

    @Override
    protected JsonValue postprocess(MultimodalValue value, Conversion conversion) {
        var files = Conversion.JSON.createArrayBuilder();
        for (var path : value.files()) {
            var file = conversion.publish(path);
            files.add(file.typed(mediaType(file.name())).json());
        }
        return Conversion.JSON.createObjectBuilder().add("text", value.text()).add("files", files).build();
    }

    @Override
    public JsonValue emptyPayload() {
        return EMPTY;
    }

    @Override
    public Schema schema() {
        var json = Conversion.JSON;
        var file = Schema.file().json();
        var definitions = json.createObjectBuilder(file.getJsonObject("$defs")).add("FileData", json.createObjectBuilder(file).remove("$defs"));
        var properties = json.createObjectBuilder().add("text", json.createObjectBuilder().add("title", "Text").add("type", "string"))
                .add("files", json.createObjectBuilder().add("items", json.createObjectBuilder().add("$ref", "#/$defs/FileData"))
                        .add("title", "Files").add("type", "array"));
        var example = json.createObjectBuilder().add("text", "Describe this image").add("files", JsonValue.EMPTY_JSON_ARRAY).build();
        return Schema.of(json.createObjectBuilder().add("$defs", definitions).add("properties", properties)
                .add("required", json.createArrayBuilder().add("text")).add("title", "MultimodalData").add("type", "object")
                .addNull("additional_description").build(), example);
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    @Override
    protected boolean joinsForm() {
        return true;
    }

    /**
     * The first text, without files.
     *
     * @param text default: none
     * @return this component
     */
    public MultimodalTextbox value(String text) {
        return value(new MultimodalValue(text));
    }

    /**
     * A hint that is shown while it is empty.
     *
     * @param placeholder default: none
     * @return this component
     */
    public MultimodalTextbox placeholder(String placeholder) {
        return set("placeholder", placeholder);
    }

    /**
     * Whether it has the focus when the page opens. Use it with care: a screen reader skips all that stands before.
     *
     * @param focus default: false
     * @return this component
     */
    public MultimodalTextbox autofocus(boolean focus) {
        return set("autofocus", focus);
    }

    /**
     * Whether it scrolls to the end when its value changes, unless the person has scrolled up.
     *
     * @param scroll default: true
     * @return this component
     */
    public MultimodalTextbox autoscroll(boolean scroll) {
        return set("autoscroll", scroll);
    }

    /**
     * At which side the text stands.
     *
     * @param align default: the side where the language's lines start
     * @return this component
     */
    public MultimodalTextbox textAlign(TextAlign align) {
        return set("text_align", align);
    }

    /**
     * Whether the text is written from right to left.
     *
     * @param rtl default: false
     * @return this component
     */
    public MultimodalTextbox rtl(boolean rtl) {
        return set("rtl", rtl);
    }

    /**
     * Whether a button within the field submits it.
     *
     * @param shown default: true
     * @return this component
     */
    public MultimodalTextbox submitBtn(boolean shown) {
        return set("submit_btn", shown);
    }

    /**
     * A button within the field that submits it.
     *
     * @param caption its text, instead of an icon
     * @return this component
     */
    public MultimodalTextbox submitBtn(String caption) {
        return set("submit_btn", caption);
    }

    /**
     * Whether a button within the field fires the event {@code stop}.
     *
     * @param shown default: false
     * @return this component
     */
    public MultimodalTextbox stopBtn(boolean shown) {
        return set("stop_btn", shown);
    }

    /**
     * A button within the field that fires the event {@code stop}.
     *
     * @param caption its text, instead of an icon
     * @return this component
     */
    public MultimodalTextbox stopBtn(String caption) {
        return set("stop_btn", caption);
    }

    /**
     * Which files are taken; the server checks them too, by their names.
     *
     * @param types {@code image}, {@code audio}, {@code video}, {@code text}, {@code file}, endings such as {@code .json}, and patterns such as
     *     {@code image/*}; default: all
     * @return this component
     */
    public MultimodalTextbox fileTypes(String... types) {
        return set("file_types", List.of(types));
    }

    /**
     * How many files a person may add.
     *
     * @param count default: {@link FileCount#SINGLE}
     * @return this component
     */
    public MultimodalTextbox fileCount(FileCount count) {
        return set("file_count", count);
    }

    /**
     * Where files come from. Browsers give a page the {@linkplain Source#MICROPHONE microphone} only when it comes by {@code https} or from the same computer; there is
     * no button for it elsewhere.
     *
     * @param sources default: {@link Source#UPLOAD}
     * @return this component
     */
    public MultimodalTextbox sources(Source... sources) {
        return set("sources", List.of(sources));
    }

    /**
     * How many lines are shown at least. With one line the Enter key submits, with more Shift+Enter does.
     *
     * @param lines 1 or more; default: 1
     * @return this component
     * @throws IllegalArgumentException if less than 1
     */
    public MultimodalTextbox lines(int lines) {
        return set("lines", positive("lines", lines));
    }

    /**
     * How many lines it grows to before it scrolls; never fewer than {@link #lines}.
     *
     * @param lines 1 or more; default: 20
     * @return this component
     * @throws IllegalArgumentException if less than 1
     */
    public MultimodalTextbox maxLines(int lines) {
        return set("max_lines", positive("maxLines", lines));
    }

    /**
     * From which length on a pasted text becomes a file.
     *
     * @param characters 1 or more; default: 1000
     * @return this component
     * @throws IllegalArgumentException if less than 1
     */
    public MultimodalTextbox maxPlainTextLength(int characters) {
        return set("max_plain_text_length", positive("maxPlainTextLength", characters));
    }

    /**
     * Attributes of the field itself: what the browser and its keyboard may do for the person.
     *
     * @param attributes default: what the browser does by itself
     * @return this component
     */
    public MultimodalTextbox htmlAttributes(InputHtmlAttributes attributes) {
        return set("html_attributes", attributes.json());
    }

    private int positive(String property, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(describe() + ": " + property + " must be 1 or more, not " + value);
        }
        return value;
    }
}
