package io.gradio4j;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.net.URI;

/** A value's JSON schema and an example of it, for the API documentation, OpenAPI and tools. Immutable. */
public final class Schema {

    private static final FileData EXAMPLE_FILE = FileData.remote(URI.create("https://example.org/sample.pdf"));

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
     * The schema of a Java type: text, number, boolean, enum, record, collection, map, optional, and these in each other. Any other class is
     * anything.
     *
     * @param type a class or a generic type
     * @return the schema, with an example made of the parts' examples
     */
    public static Schema of(Type type) {
        return new TypeSchemas().of(type);
    }

    /**
     * A file as {@link FileData#json} writes it; example: one with a URL. Clients know it by the fields {@code path}
     * and {@code meta}.
     */
    public static Schema file() {
        return new Schema(Json.createObjectBuilder().add("$defs", Json.createObjectBuilder().add("FileDataMeta", fileMeta()))
                .addAll(fileFields()).build(), EXAMPLE_FILE.json());
    }

    /** A list of files, each as {@link FileData#json} writes it; example: one with a URL. */
    public static Schema files() {
        var definitions = Json.createObjectBuilder().add("FileData", fileFields()).add("FileDataMeta", fileMeta());
        return new Schema(Json.createObjectBuilder().add("$defs", definitions).add("items", Json.createObjectBuilder().add("$ref", "#/$defs/FileData"))
                .add("title", "ListFiles").add("type", "array").addNull("additional_description").build(), Json.createArrayBuilder().add(EXAMPLE_FILE.json()).build());
    }

    private static JsonObjectBuilder fileMeta() {
        return Json.createObjectBuilder().add("properties", Json.createObjectBuilder()
                .add("_type", Json.createObjectBuilder().add("const", "gradio.FileData").add("title", "Type").add("type", "string")))
                .add("required", Json.createArrayBuilder().add("_type")).add("title", "FileDataMeta").add("type", "object");
    }

    private static JsonObjectBuilder fileFields() {
        var fields = Json.createObjectBuilder().add("path", Json.createObjectBuilder().add("title", "Path").add("type", "string"))
                .add("url", optional("string", "Url")).add("size", optional("integer", "Size"))
                .add("orig_name", optional("string", "Orig Name")).add("mime_type", optional("string", "Mime Type"))
                .add("is_stream", Json.createObjectBuilder().add("default", false).add("title", "Is Stream").add("type", "boolean"))
                .add("meta", Json.createObjectBuilder().add("$ref", "#/$defs/FileDataMeta"));
        return Json.createObjectBuilder().add("properties", fields).add("required", Json.createArrayBuilder().add("path"))
                .add("title", "FileData").add("type", "object");
    }

    private static JsonObjectBuilder optional(String type, String title) {
        return Json.createObjectBuilder().add("anyOf", Json.createArrayBuilder().add(Json.createObjectBuilder().add("type", type))
                .add(Json.createObjectBuilder().add("type", "null"))).add("default", JsonValue.NULL).add("title", title);
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
