package io.gradio4j.impl.app;

import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;

/** The public endpoints as an OpenAPI document: each is one call that starts an event, and one that streams its results. Files are uploaded before. */
final class OpenApi {

    private static final String PREFIX = "/gradio_api/call/";
    private static final String UPLOAD = "/gradio_api/upload";

    private final String title;
    private final ApiInfo info;

    OpenApi(String title, ApiInfo info) {
        this.title = title;
        this.info = info;
    }

    JsonObject json() {
        var paths = Jsons.object().add(UPLOAD, Jsons.object().add("post", upload()));
        info.documented().forEach(endpoint -> {
            var name = endpoint.dependency().apiName();
            paths.add(PREFIX + "v2/" + name, Jsons.object().add("post", start(name, endpoint)));
            paths.add(PREFIX + name + "/{event_id}", Jsons.object().add("get", results(name, endpoint)));
        });
        return Jsons.object().add("openapi", "3.0.2")
                .add("info", Jsons.object().add("title", title).add("description", "The endpoints of the app " + title + ".")
                        .add("version", ConfigDocument.VERSION))
                .add("paths", paths).add("components", Jsons.object().add("schemas", Jsons.object())).build();
    }

    private static JsonObjectBuilder upload() {
        var texts = Jsons.object().add("type", "array").add("items", Jsons.object().add("type", "string"));
        var files = Jsons.object().add("type", "array").add("items", Jsons.object().add("type", "string").add("format", "binary"));
        var form = Jsons.object().add("type", "object").add("properties", Jsons.object().add("files", files)).add("required", Jsons.array().add("files"));
        var id = Jsons.object().add("name", "upload_id").add("in", "query").add("required", false)
                .add("description", "A name under which upload_progress tells how far the upload is.").add("schema", Jsons.object().add("type", "string"));
        return Jsons.object().add("summary", "Upload files").add("description", "What is answered for a file is the path of its value in a call.")
                .add("operationId", "upload").add("parameters", Jsons.array().add(id))
                .add("requestBody", Jsons.object().add("required", true)
                        .add("content", Jsons.object().add("multipart/form-data", Jsons.object().add("schema", form))))
                .add("responses", Jsons.object().add("200", response("The paths of the files, in their order.", "application/json", texts))
                        .add("400", Jsons.object().add("description", "The body is no form, or has more than 1000 files."))
                        .add("413", Jsons.object().add("description", "A file is too large.")));
    }

    private static JsonObjectBuilder start(String name, ApiInfo.Endpoint endpoint) {
        var properties = Jsons.object();
        var required = Jsons.array();
        var example = Jsons.object();
        for (var i = 0; i < endpoint.parameters().size(); i++) {
            var parameter = endpoint.parameters().get(i);
            var described = endpoint.json().getJsonArray("parameters").getJsonObject(i);
            properties.add(parameter.name(), property(described, parameter));
            example.add(parameter.name(), parameter.hasDefault() ? parameter.byDefault() : parameter.example());
            if (!parameter.hasDefault()) {
                required.add(parameter.name());
            }
        }
        var schema = Jsons.object().add("type", "object").add("properties", properties);
        var needed = required.build();
        if (!needed.isEmpty()) {
            schema.add("required", needed);
        }
        var body = Jsons.object().add("required", true).add("content", Jsons.object().add("application/json", Jsons.object()
                .add("schema", schema).add("examples", Jsons.object().add("example1", Jsons.object().add("value", example)))));
        var answer = Jsons.object().add("type", "object").add("properties", Jsons.object()
                .add("event_id", Jsons.object().add("type", "string")));
        return operation(name, endpoint).add("requestBody", body).add("responses", Jsons.object()
                .add("200", response("The event has been accepted.", "application/json", answer))
                .add("422", Jsons.object().add("description", "A value is missing or breaks a rule."))
                .add("503", Jsons.object().add("description", "The queue is full or stopped.")));
    }

    private static JsonObjectBuilder property(JsonObject described, ApiInfo.Parameter parameter) {
        var property = plain(described.getJsonObject("type"));
        if (!(described.getJsonObject("type").get("description") instanceof JsonString)) {
            property.add("description", described.getString("label"));
        }
        return parameter.hasDefault() ? property.add("default", parameter.byDefault()) : property;
    }

    /** A schema for OpenAPI: a file is named by what the upload answered. */
    private static JsonObjectBuilder plain(JsonObject schema) {
        return PythonTypes.isFile(schema) ? Jsons.object().add("type", "string").add("format", "filepath") : Jsons.object(schema);
    }

    private static JsonObjectBuilder results(String name, ApiInfo.Endpoint endpoint) {
        var parameter = Jsons.object().add("name", "event_id").add("in", "path").add("required", true)
                .add("schema", Jsons.object().add("type", "string"));
        JsonArray returns = endpoint.json().getJsonArray("returns");
        var text = "Server-sent events: generating, complete, error and heartbeat; the data of complete is a list of "
                + returns.size() + (returns.size() == 1 ? " value." : " values.");
        return Jsons.object().add("summary", "Results of " + name).add("operationId", name.replace('/', '_') + "_get")
                .add("parameters", Jsons.array().add(parameter))
                .add("responses", Jsons.object().add("200", response(text, "text/event-stream", Jsons.object().add("type", "string"))));
    }

    private static JsonObjectBuilder operation(String name, ApiInfo.Endpoint endpoint) {
        return Jsons.object().add("summary", name).add("description", endpoint.json().getString("description"))
                .add("operationId", name.replace('/', '_'));
    }

    private static JsonObjectBuilder response(String description, String type, JsonObjectBuilder schema) {
        return Jsons.object().add("description", description)
                .add("content", Jsons.object().add(type, Jsons.object().add("schema", schema)));
    }
}
