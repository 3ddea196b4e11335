package io.gradio4j.components.label;

import io.gradio4j.Schema;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** The JSON schema of a {@link Label}'s value, in the words that clients of Gradio know. */
final class LabelSchema {

    static final Schema SCHEMA = Schema.of(schema(), Json.createObjectBuilder().add("label", "Cat").add("confidences",
            Json.createArrayBuilder().add(confidence("cat", 0.9)).add(confidence("dog", 0.1))).build());

    private LabelSchema() {
    }

    private static JsonObject schema() {
        var confidence = record("LabelConfidence", "label", orNull("Label", type("string"), type("integer"), type("number")), "confidence",
                orNull("Confidence", type("number")));
        var list = Json.createObjectBuilder()
                .add("items", Json.createObjectBuilder().add("$ref", "#/$defs/LabelConfidence")).add("type", "array");
        var data = record("LabelData", "label", orNull("Label", type("string"), type("integer"), type("number")), "confidences",
                orNull("Confidences", list));
        return Json.createObjectBuilder().add("$defs", Json.createObjectBuilder().add("LabelConfidence", confidence))
                .addAll(data).add("additional_description", JsonValue.NULL).build();
    }

    private static JsonObjectBuilder record(String title, String first, JsonObjectBuilder firstSchema, String second,
            JsonObjectBuilder secondSchema) {
        return Json.createObjectBuilder().add("properties", Json.createObjectBuilder().add(first, firstSchema).add(second, secondSchema))
                .add("title", title).add("type", "object");
    }

    private static JsonObjectBuilder orNull(String title, JsonObjectBuilder... types) {
        var any = Json.createArrayBuilder();
        for (var type : types) {
            any.add(type);
        }
        return Json.createObjectBuilder().add("anyOf", any.add(type("null"))).addNull("default").add("title", title);
    }

    private static JsonObjectBuilder type(String type) {
        return Json.createObjectBuilder().add("type", type);
    }

    private static JsonObject confidence(String label, double confidence) {
        return Json.createObjectBuilder().add("label", label).add("confidence", confidence).build();
    }
}
