package io.gradio4j;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** A value's JSON schema and an example of it, for the API documentation, OpenAPI and tools. Immutable. */
public final class Schema {

    private final JsonObject json;
    private final JsonValue example;

    private Schema(JsonObject json, JsonValue example) {
        this.json = json;
        this.example = example;
    }

    private static Schema type(String type, JsonValue example) {
        return new Schema(Json.createObjectBuilder().add("type", type).build(), example);
    }

    /** Any text; example {@code "Hello!!"}. */
    public static Schema string() {
        return type("string", Json.createValue("Hello!!"));
    }

    /** Any number; example 3. */
    public static Schema number() {
        return type("number", Json.createValue(3));
    }

    /** Any whole number; example 3. */
    public static Schema integer() {
        return type("integer", Json.createValue(3));
    }

    /** True or false; example true. */
    public static Schema bool() {
        return type("boolean", JsonValue.TRUE);
    }

    /**
     * Any other schema.
     *
     * @param schema JSON schema
     * @param example a value that fits it
     * @return the schema
     */
    public static Schema of(JsonObject schema, JsonValue example) {
        return new Schema(schema, example);
    }

    /**
     * The same with a least value, which also becomes the example if the example is less.
     *
     * @param least inclusive
     * @return the narrowed schema
     */
    public Schema min(long least) {
        var smaller = example instanceof jakarta.json.JsonNumber n && n.longValue() < least;
        return new Schema(with("minimum", Json.createValue(least)), smaller ? Json.createValue(least) : example);
    }

    /**
     * The same with a greatest value, which also becomes the example if the example is greater.
     *
     * @param greatest inclusive
     * @return the narrowed schema
     */
    public Schema max(long greatest) {
        var greater = example instanceof jakarta.json.JsonNumber n && n.longValue() > greatest;
        return new Schema(with("maximum", Json.createValue(greatest)), greater ? Json.createValue(greatest) : example);
    }

    /**
     * The same with a description.
     *
     * @param text one sentence
     * @return the described schema
     */
    public Schema description(String text) {
        return new Schema(with("description", Json.createValue(text)), example);
    }

    /**
     * The same with another example.
     *
     * @param example a value that fits
     * @return the schema
     */
    public Schema example(JsonValue example) {
        return new Schema(json, example);
    }

    private JsonObject with(String name, JsonValue value) {
        return Json.createObjectBuilder(json).add(name, value).build();
    }

    /** The JSON schema. */
    public JsonObject json() {
        return json;
    }

    /** A value that fits. */
    public JsonValue example() {
        return example;
    }
}
