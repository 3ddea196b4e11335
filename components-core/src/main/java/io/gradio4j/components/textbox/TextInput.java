package io.gradio4j.components.textbox;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.HasBlur;
import io.gradio4j.HasChange;
import io.gradio4j.HasCopy;
import io.gradio4j.HasFocus;
import io.gradio4j.HasInput;
import io.gradio4j.HasSelect;
import io.gradio4j.HasStop;
import io.gradio4j.HasSubmit;
import io.gradio4j.Schema;
import io.gradio4j.ToolbarItem;
import io.gradio4j.ValidationException;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/**
 * What {@link Textbox} and {@link TextArea} share.
 *
 * <p>The value is text; a client that sends null gives the handler an empty string. The event {@code select} carries the selected text
 * and its range.
 *
 * @param <S> the component's own type
 */
public abstract sealed class TextInput<S extends TextInput<S>> extends Component<String, S>
        implements HasChange, HasInput, HasSelect, HasSubmit, HasFocus, HasBlur, HasStop, HasCopy permits Textbox, TextArea {

    TextInput() {
        super("textbox");
    }

    @Override
    protected String preprocess(JsonValue payload, Conversion conversion) {
        if (payload == JsonValue.NULL) {
            return "";
        }
        if (!(payload instanceof JsonString string)) {
            throw expected("a string", payload);
        }
        var text = string.getString();
        if (property("max_length").orElse(null) instanceof Integer most && text.length() > most) {
            throw new ValidationException(describe() + " takes at most " + most + " characters, not " + text.length() + ".");
        }
        return text;
    }

    @Override
    protected JsonValue postprocess(String value, Conversion conversion) {
        return Conversion.JSON.createValue(value);
    }

    @Override
    public Schema schema() {
        return Schema.string();
    }

    @Override
    protected boolean joinsForm() {
        return true;
    }

    /**
     * What kind of text it takes. Passwords and e-mail addresses have one line.
     *
     * @param type default: {@link TextType#TEXT}
     * @return this component
     */
    public S type(TextType type) {
        return set("type", type);
    }

    /**
     * How many lines are shown at least. With one line the Enter key submits, with more Shift+Enter does.
     *
     * @param lines 1 or more; default: 1, for a {@link TextArea} 7
     * @return this component
     * @throws IllegalArgumentException if less than 1
     */
    public S lines(int lines) {
        return set("lines", positive("lines", lines));
    }

    /**
     * How many lines it grows to before it scrolls; never fewer than {@link #lines}.
     *
     * @param lines 1 or more; default: 20
     * @return this component
     * @throws IllegalArgumentException if less than 1
     */
    public S maxLines(int lines) {
        return set("max_lines", positive("maxLines", lines));
    }

    /**
     * A hint that is shown while it is empty.
     *
     * @param placeholder default: none
     * @return this component
     */
    public S placeholder(String placeholder) {
        return set("placeholder", placeholder);
    }

    /**
     * Whether it has the focus when the page opens. Use it with care: a screen reader skips all that stands before.
     *
     * @param focus default: false
     * @return this component
     */
    public S autofocus(boolean focus) {
        return set("autofocus", focus);
    }

    /**
     * Whether it scrolls to the end when its value changes, unless the person has scrolled up.
     *
     * @param scroll default: true
     * @return this component
     */
    public S autoscroll(boolean scroll) {
        return set("autoscroll", scroll);
    }

    /**
     * At which side the text stands.
     *
     * @param align default: the side where the language's lines start
     * @return this component
     */
    public S textAlign(TextAlign align) {
        return set("text_align", align);
    }

    /**
     * Whether the text is written from right to left.
     *
     * @param rtl default: false
     * @return this component
     */
    public S rtl(boolean rtl) {
        return set("rtl", rtl);
    }

    /**
     * The toolbar: {@link io.gradio4j.ToolbarButton#COPY} and buttons of the app's own. It is only there while the label is shown.
     *
     * @param buttons default: none
     * @return this component
     */
    public S buttons(ToolbarItem... buttons) {
        return set("buttons", ToolbarItem.toProperty(buttons));
    }

    /**
     * The greatest number of characters; the server refuses more.
     *
     * @param characters 1 or more; default: no limit
     * @return this component
     * @throws IllegalArgumentException if less than 1
     */
    public S maxLength(int characters) {
        return set("max_length", positive("maxLength", characters));
    }

    /**
     * Whether a button within the field submits it.
     *
     * @param shown default: false
     * @return this component
     */
    public S submitBtn(boolean shown) {
        return set("submit_btn", shown);
    }

    /**
     * A button within the field that submits it.
     *
     * @param caption its text, instead of an icon
     * @return this component
     */
    public S submitBtn(String caption) {
        return set("submit_btn", caption);
    }

    /**
     * Whether a button within the field fires the event {@code stop}.
     *
     * @param shown default: false
     * @return this component
     */
    public S stopBtn(boolean shown) {
        return set("stop_btn", shown);
    }

    /**
     * A button within the field that fires the event {@code stop}.
     *
     * @param caption its text, instead of an icon
     * @return this component
     */
    public S stopBtn(String caption) {
        return set("stop_btn", caption);
    }

    /**
     * Attributes of the field itself: what the browser and its keyboard may do for the person.
     *
     * @param attributes default: what the browser does by itself
     * @return this component
     */
    public S htmlAttributes(InputHtmlAttributes attributes) {
        return set("html_attributes", attributes.json());
    }

    private int positive(String property, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(describe() + ": " + property + " must be 1 or more, not " + value);
        }
        return value;
    }
}
