package io.gradio4j.components.highlightedtext;

import io.gradio4j.Conversion;
import io.gradio4j.Schema;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** The JSON schema of a {@link HighlightedText}'s value, in the words that clients of Gradio know. */
final class TokenSchema {

    static final Schema SCHEMA = Schema.of(object()
            .add("$defs", object().add("HighlightedToken", object()
                    .add("properties", object()
                            .add("token", type("string").add("title", "Token"))
                            .add("class_or_confidence", object()
                                    .add("anyOf", Conversion.JSON.createArrayBuilder().add(type("string")).add(type("number")).add(type("null")))
                                    .addNull("default").add("title", "Class Or Confidence")))
                    .add("required", Conversion.JSON.createArrayBuilder().add("token")).add("title", "HighlightedToken").add("type", "object")))
            .add("items", object().add("$ref", "#/$defs/HighlightedToken"))
            .add("title", "HighlightedTextData").add("type", "array").add("additional_description", JsonValue.NULL).build(),
            Conversion.JSON.createArrayBuilder()
                    .add(object().add("token", "The").addNull("class_or_confidence"))
                    .add(object().add("token", "quick").add("class_or_confidence", "adj")).build());

    private TokenSchema() {
    }

    private static JsonObjectBuilder object() {
        return Conversion.JSON.createObjectBuilder();
    }

    private static JsonObjectBuilder type(String type) {
        return object().add("type", type);
    }
}
