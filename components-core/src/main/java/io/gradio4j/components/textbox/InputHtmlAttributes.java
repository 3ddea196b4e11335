package io.gradio4j.components.textbox;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Attributes of a text field's element in the document. What is not set is left to the browser. Immutable. */
public final class InputHtmlAttributes {

    /** What a touch keyboard writes in capitals. */
    public enum Autocapitalize {
        /** Nothing. */
        OFF,
        /** Nothing. */
        NONE,
        /** The start of sentences. */
        ON,
        /** The start of sentences. */
        SENTENCES,
        /** The start of words. */
        WORDS,
        /** All letters. */
        CHARACTERS
    }

    /** What the Enter key of a touch keyboard says. */
    public enum EnterKeyHint {
        /** A new line. */
        ENTER,
        /** The end of the input. */
        DONE,
        /** The way to the target. */
        GO,
        /** The next field. */
        NEXT,
        /** The previous field. */
        PREVIOUS,
        /** The results. */
        SEARCH,
        /** The delivery of a message. */
        SEND
    }

    private final Map<String, JsonValue> attributes;

    /** Sets nothing yet. */
    public InputHtmlAttributes() {
        attributes = new LinkedHashMap<>();
        for (var name : new String[] {"autocapitalize", "autocorrect", "spellcheck", "autocomplete", "tabindex", "enterkeyhint",
            "lang"}) {
            attributes.put(name, JsonValue.NULL);
        }
    }

    private InputHtmlAttributes(InputHtmlAttributes others, String name, JsonValue value) {
        attributes = new LinkedHashMap<>(others.attributes);
        attributes.put(name, value);
    }

    private InputHtmlAttributes with(String name, JsonValue value) {
        return new InputHtmlAttributes(this, name, value);
    }

    private InputHtmlAttributes with(String name, Enum<?> value) {
        return with(name, Json.createValue(value.name().toLowerCase(Locale.ROOT)));
    }

    /**
     * What a touch keyboard writes in capitals.
     *
     * @param letters default: as the browser does
     * @return the attributes with this one
     */
    public InputHtmlAttributes autocapitalize(Autocapitalize letters) {
        return with("autocapitalize", letters);
    }

    /**
     * Whether the browser corrects what is typed.
     *
     * @param correct default: as the browser does
     * @return the attributes with this one
     */
    public InputHtmlAttributes autocorrect(boolean correct) {
        return with("autocorrect", Json.createValue(correct ? "on" : "off"));
    }

    /**
     * Whether the browser marks misspelt words.
     *
     * @param check default: as the browser does
     * @return the attributes with this one
     */
    public InputHtmlAttributes spellcheck(boolean check) {
        return with("spellcheck", check ? JsonValue.TRUE : JsonValue.FALSE);
    }

    /**
     * What the browser may fill in, such as {@code street-address}; ignored for passwords and e-mail addresses.
     *
     * @param tokens a value of the HTML attribute; default: as the browser does
     * @return the attributes with this one
     */
    public InputHtmlAttributes autocomplete(String tokens) {
        return with("autocomplete", Json.createValue(tokens));
    }

    /**
     * The place in the order in which the Tab key visits the page.
     *
     * @param index -1 to leave it out; default: the order of the document
     * @return the attributes with this one
     */
    public InputHtmlAttributes tabindex(int index) {
        return with("tabindex", Json.createValue(index));
    }

    /**
     * What the Enter key of a touch keyboard says.
     *
     * @param hint default: as the browser does
     * @return the attributes with this one
     */
    public InputHtmlAttributes enterkeyhint(EnterKeyHint hint) {
        return with("enterkeyhint", hint);
    }

    /**
     * The language of the text.
     *
     * @param language a BCP 47 tag such as {@code de}; default: the page's language
     * @return the attributes with this one
     */
    public InputHtmlAttributes lang(String language) {
        return with("lang", Json.createValue(language));
    }

    /** The attributes as a page gets them. */
    public JsonObject json() {
        var json = Json.createObjectBuilder();
        attributes.forEach(json::add);
        return json.build();
    }
}
