package io.gradio4j.client;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads an app's {@code /info}. */
final class ApiReader {

    private ApiReader() {
    }

    static Api read(String url, String version, String json) {
        var endpoints = new ArrayList<Api.Endpoint>();
        Jsons.objectAt(Jsons.readObject(json), "named_endpoints").forEach((name, entry) -> {
            if (entry instanceof JsonObject endpoint && !Jsons.textAt(endpoint, "api_visibility").equals("private")) {
                endpoints.add(endpoint(name, endpoint));
            }
        });
        return new Api(url, version, List.copyOf(endpoints));
    }

    private static Api.Endpoint endpoint(String name, JsonObject endpoint) {
        var parameters = objects(endpoint, "parameters");
        return new Api.Endpoint(name, Jsons.textAt(endpoint, "description"),
                !Jsons.textAt(endpoint, "api_visibility").equals("undocumented"),
                IntStream.range(0, parameters.size()).mapToObj(i -> parameter(parameters.get(i), i)).toList(),
                objects(endpoint, "returns").stream().map(ApiReader::returned).toList());
    }

    private static List<JsonObject> objects(JsonObject parent, String name) {
        var all = parent.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY) instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
        return all.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast).toList();
    }

    private static Api.Parameter parameter(JsonObject parameter, int index) {
        var name = Jsons.textAt(parameter, "parameter_name");
        var schema = schema(parameter);
        return new Api.Parameter(name.isEmpty() ? "param_" + index : name, Jsons.textAt(parameter, "label"), ApiText.type(schema), schema,
                Jsons.textAt(parameter, "component"), Jsons.isTrue(parameter, "parameter_has_default")
                        ? Optional.of(parameter.getOrDefault("parameter_default", JsonValue.NULL)) : Optional.empty(),
                parameter.getOrDefault("example_input", JsonValue.NULL));
    }

    private static Api.Return returned(JsonObject value) {
        var schema = schema(value);
        return new Api.Return(Jsons.textAt(value, "label"), ApiText.type(schema), schema, Jsons.textAt(value, "component"));
    }

    private static JsonObject schema(JsonObject described) {
        return described.get("type") instanceof JsonObject schema ? schema : JsonValue.EMPTY_JSON_OBJECT;
    }
}
