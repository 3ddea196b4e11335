package io.gradio4j.components.dialogue;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.HasChange;
import io.gradio4j.HasInput;
import io.gradio4j.HasSubmit;
import io.gradio4j.Schema;
import io.gradio4j.ServerFunction;
import io.gradio4j.ToolbarItem;
import io.gradio4j.ValidationException;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A conversation, written line by line, each with its speaker, or as plain text. Typing a colon offers {@link #tags}.
 *
 * {@snippet :
 * var script = Dialogue.asText("Script").speakers("Ada", "Bob").tags("(laughs)");        // a handler gets "[Ada] Hello\n[Bob] Hi"
 * var lines = Dialogue.asLines("Script").speakers("Ada", "Bob");                         // or the lines themselves
 * }
 *
 * <p>What comes from a client is checked: speakers must be among those that were named, and there may not be more lines than
 * {@link #maxLines}. Without a value, a handler gets an empty text or list.
 *
 * @param <T> how a handler sees the conversation
 */
public final class Dialogue<T> extends Component<T, Dialogue<T>> implements HasChange, HasInput, HasSubmit {

    /** Which of its two views a person can use. */
    public enum UiMode {
        /** Lines, and plain text by a switch. */
        BOTH,
        /** Lines only. */
        DIALOGUE,
        /** Plain text only. */
        TEXT
    }

    private static final String HINT = "Type colon (:) in the dialogue line to see the available tags";

    private static final Schema SCHEMA = Schema.of(object("$defs", object("DialogueLine", Conversion.JSON.createObjectBuilder()
            .add("properties", Conversion.JSON.createObjectBuilder().add("speaker", field("Speaker")).add("text", field("Text")))
            .add("required", Conversion.JSON.createArrayBuilder().add("speaker").add("text")).add("title", "DialogueLine").add("type", "object").build()),
            "anyOf", Conversion.JSON.createArrayBuilder()
                    .add(Conversion.JSON.createObjectBuilder().add("items", object("$ref", Conversion.JSON.createValue("#/$defs/DialogueLine"))).add("type", "array"))
                    .add(Conversion.JSON.createObjectBuilder().add("type", "string")).build(),
            "title", Conversion.JSON.createValue("DialogueModel"), "additional_description", JsonValue.NULL),
            json(List.of(new DialogueLine("Speaker 1", "Hello, how are you?"), new DialogueLine("Speaker 2", "I'm fine, thank you!"))));

    private final boolean asText;
    private LineFormat format = LineFormat.DEFAULT;

    private Dialogue(boolean asText, String label) {
        super("dialogue");
        this.asText = asText;
        label(label);
    }

    /**
     * A conversation that a handler sees as text.
     *
     * @param label its label
     * @return the component
     */
    public static Dialogue<String> asText(String label) {
        return new Dialogue<>(true, label);
    }

    /**
     * A conversation that a handler sees line by line.
     *
     * @param label its label
     * @return the component
     */
    public static Dialogue<List<DialogueLine>> asLines(String label) {
        return new Dialogue<>(false, label);
    }

    private static JsonObject object(Object... namesAndValues) {
        var object = Conversion.JSON.createObjectBuilder();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            object.add((String) namesAndValues[i], (JsonValue) namesAndValues[i + 1]);
        }
        return object.build();
    }

    private static JsonObject field(String title) {
        return Conversion.JSON.createObjectBuilder().add("title", title).add("type", "string").build();
    }

    private static JsonArray json(List<?> lines) {
        var array = Conversion.JSON.createArrayBuilder();
        lines.forEach(line -> {
            if (!(line instanceof DialogueLine(String speaker, String text))) {
                throw new IllegalArgumentException("A dialogue has lines, not " + line);
            }
            array.add(Conversion.JSON.createObjectBuilder().add("speaker", speaker).add("text", text));
        });
        return array.build();
    }

    @Override
    @SuppressWarnings("unchecked")
    protected T preprocess(JsonValue payload, Conversion conversion) {
        return (T) switch (payload) {
            case JsonString text -> asText ? text.getString() : checked(format.lines(text.getString(), firstSpeaker()));
            case JsonArray lines -> asText ? format.text(checked(lines(lines))) : checked(lines(lines));
            case JsonValue none when none == JsonValue.NULL -> asText ? "" : List.of();
            default -> throw expected("a text or a list of lines", payload);
        };
    }

    private List<DialogueLine> lines(JsonArray lines) {
        return lines.stream().map(line -> {
            if (line instanceof JsonObject object && object.get("speaker") instanceof JsonString speaker && object.get("text") instanceof JsonString text) {
                return new DialogueLine(speaker.getString(), text.getString());
            }
            throw expected("lines with a speaker and a text", line);
        }).toList();
    }

    private List<DialogueLine> checked(List<DialogueLine> lines) {
        if (property("max_lines").orElse(null) instanceof Integer most && lines.size() > most) {
            throw new ValidationException(describe() + " takes at most " + most + " lines, not " + lines.size() + ".");
        }
        var speakers = speakers();
        lines.stream().filter(line -> !speakers.isEmpty() && !speakers.contains(line.speaker())).findFirst().ifPresent(line -> {
            throw new ValidationException(describe() + " has the speakers " + speakers + ", not " + line.speaker() + ".");
        });
        return lines;
    }

    private List<?> speakers() {
        return property("speakers").orElse(null) instanceof List<?> speakers ? speakers : List.of();
    }

    private String firstSpeaker() {
        return speakers().isEmpty() ? "Unknown" : String.valueOf(speakers().getFirst());
    }

    @Override
    protected JsonValue postprocess(T value, Conversion conversion) {
        return value instanceof List<?> lines ? json(lines) : Conversion.JSON.createValue(String.valueOf(value));
    }

    @Override
    protected JsonValue example(T value, Conversion conversion) {
        return Conversion.JSON.createValue(postprocess(value, conversion) instanceof JsonArray lines ? format.text(lines(lines)) : String.valueOf(value));
    }

    @Override
    protected Map<String, ServerFunction> serverFunctions() {
        var functions = new LinkedHashMap<String, ServerFunction>();
        functions.put("format", call -> switch (call.argument()) {
            case JsonArray lines -> format.text(lines(lines));
            case JsonString text -> text.getString();
            default -> "";
        });
        functions.put("unformat", call -> {
            if (!(call.argument() instanceof JsonObject object && object.get("text") instanceof JsonString text)) {
                throw expected("an object with a text", call.argument());
            }
            return json(format.lines(text.getString(), firstSpeaker()));
        });
        return functions;
    }

    @Override
    public Schema schema() {
        return SCHEMA;
    }

    @Override
    protected Defaults defaults() {
        return Defaults.of("value", null, "type", asText ? "text" : "list", "speakers", null, "tags", List.of(), "separator", "\n", "color_map", null, "label",
                "Dialogue", "info", Boolean.TRUE.equals(properties().get("interactive")) ? HINT : null, "placeholder", null, "show_label", true,
                "container", true, "scale", null, "min_width", 160, "interactive", null, "visible", true, "elem_id", null, "autofocus", false,
                "autoscroll", true, "elem_classes", List.of(), "key", null, "preserved_by_key", List.of("value"), "max_lines",
                null, "buttons", List.of(), "submit_btn", false, "ui_mode", "both");
    }

    /**
     * The first lines.
     *
     * @param lines default: none
     * @return this component
     */
    public Dialogue<T> value(DialogueLine... lines) {
        return set("value", List.of(lines));
    }

    /**
     * Who may speak. Without speakers the component is a field for text.
     *
     * @param speakers names; default: none
     * @return this component
     */
    public Dialogue<T> speakers(String... speakers) {
        return set("speakers", List.of(speakers));
    }

    /**
     * What a colon offers to insert, such as {@code (laughs)}.
     *
     * @param tags default: none
     * @return this component
     */
    public Dialogue<T> tags(String... tags) {
        return set("tags", List.of(tags));
    }

    /**
     * How a line becomes text.
     *
     * @param formatter of the speaker and what is said; default: {@code [speaker] text}
     * @return this component
     */
    public Dialogue<T> formatter(BiFunction<String, String, String> formatter) {
        format = new LineFormat(formatter, format.unformat(), format.separator());
        return this;
    }

    /**
     * How text becomes a line.
     *
     * @param unformatter of the text and the speaker to take when it names none; default: understands {@code [speaker] text}
     * @return this component
     */
    public Dialogue<T> unformatter(BiFunction<String, String, DialogueLine> unformatter) {
        format = new LineFormat(format.format(), unformatter, format.separator());
        return this;
    }

    /**
     * What stands between two lines in the text.
     *
     * @param separator default: a line break
     * @return this component
     * @throws IllegalArgumentException if it is empty or a blank, which also stands between words
     */
    public Dialogue<T> separator(String separator) {
        if (separator.isEmpty() || separator.equals(" ")) {
            throw new IllegalArgumentException(describe() + ": the separator can't be \"" + separator + "\"");
        }
        format = new LineFormat(format.format(), format.unformat(), separator);
        return set("separator", separator);
    }

    /**
     * The colours of the speakers where nobody edits.
     *
     * @param colors CSS colours by speaker; default: others for each
     * @return this component
     */
    public Dialogue<T> colorMap(Map<String, String> colors) {
        return set("color_map", new LinkedHashMap<>(colors));
    }

    /**
     * A hint that is shown in empty lines.
     *
     * @param placeholder default: none
     * @return this component
     */
    public Dialogue<T> placeholder(String placeholder) {
        return set("placeholder", placeholder);
    }

    /**
     * Whether it has the focus when the page opens. Use it with care: a screen reader skips all that stands before.
     *
     * @param focus default: false
     * @return this component
     */
    public Dialogue<T> autofocus(boolean focus) {
        return set("autofocus", focus);
    }

    /**
     * Whether it scrolls to the end when its value changes, unless the person has scrolled up.
     *
     * @param scroll default: true
     * @return this component
     */
    public Dialogue<T> autoscroll(boolean scroll) {
        return set("autoscroll", scroll);
    }

    /**
     * The greatest number of lines; the server refuses more.
     *
     * @param lines 1 or more; default: no limit
     * @return this component
     * @throws IllegalArgumentException if less than 1
     */
    public Dialogue<T> maxLines(int lines) {
        if (lines < 1) {
            throw new IllegalArgumentException(describe() + ": maxLines must be 1 or more, not " + lines);
        }
        return set("max_lines", lines);
    }

    /**
     * The toolbar: {@link io.gradio4j.ToolbarButton#COPY} copies the text. It is only there while the label is shown.
     *
     * @param buttons default: none
     * @return this component
     */
    public Dialogue<T> buttons(ToolbarItem... buttons) {
        return set("buttons", ToolbarItem.toProperty(buttons));
    }

    /**
     * Whether a button submits it.
     *
     * @param shown default: false
     * @return this component
     */
    public Dialogue<T> submitBtn(boolean shown) {
        return set("submit_btn", shown);
    }

    /**
     * A button that submits it.
     *
     * @param caption its text, instead of an icon
     * @return this component
     */
    public Dialogue<T> submitBtn(String caption) {
        return set("submit_btn", caption);
    }

    /**
     * Which of its two views a person can use.
     *
     * @param mode default: {@link UiMode#BOTH}
     * @return this component
     */
    public Dialogue<T> uiMode(UiMode mode) {
        return set("ui_mode", mode);
    }
}
