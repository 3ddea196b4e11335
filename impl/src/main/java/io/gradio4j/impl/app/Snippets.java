package io.gradio4j.impl.app;

import io.gradio4j.impl.json.JsonText;
import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Collectors;

/** How to call an endpoint from other languages, as text to copy. */
final class Snippets {

    private Snippets() {
    }

    static JsonObjectBuilder json(String root, String endpoint, List<ApiInfo.Parameter> parameters) {
        return Jsons.object().add("python", python(root, endpoint, parameters)).add("javascript", javascript(root, endpoint, parameters))
                .add("bash", bash(root, endpoint, parameters)).add("cli", cli(root, endpoint, parameters))
                .add("java", JavaSnippet.of(root, endpoint, parameters));
    }

    private static String python(String root, String endpoint, List<ApiInfo.Parameter> parameters) {
        var arguments = parameters.stream().map(p -> "\t" + p.name() + "=" + pythonValue(value(p)) + ",\n").collect(Collectors.joining());
        return "from gradio_client import Client\n\nclient = Client(" + quoted(root) + ")\nresult = client.predict(\n" + arguments
                + "\tapi_name=" + quoted(endpoint) + ",\n)\nprint(result)";
    }

    private static String javascript(String root, String endpoint, List<ApiInfo.Parameter> parameters) {
        var arguments = parameters.stream().map(p -> "\t\t" + p.name() + ": " + spaced(value(p)) + ",\n").collect(Collectors.joining());
        return "import { Client } from \"@gradio/client\";\n\nconst client = await Client.connect(" + quoted(root)
                + ");\nconst result = await client.predict(" + quoted(endpoint) + ", {\n" + arguments + "});\n\nconsole.log(result.data);";
    }

    private static String bash(String root, String endpoint, List<ApiInfo.Parameter> parameters) {
        return "EVENT_ID=$(curl -X POST " + root + "/gradio_api/call/v2" + endpoint + " -s -H \"Content-Type: application/json\" \\\n  -d '"
                + spaced(body(parameters)).replace("'", "'\\''") + "' \\\n  | awk -F'\"' '{ print $4}')\ncurl -N " + root
                + "/gradio_api/call" + endpoint + "/$EVENT_ID";
    }

    private static String cli(String root, String endpoint, List<ApiInfo.Parameter> parameters) {
        return "{command} predict " + root + " " + endpoint + " '" + indented(body(parameters), "\n").replace("'", "'\\''") + "'\n";
    }

    static JsonValue value(ApiInfo.Parameter parameter) {
        return parameter.hasDefault() ? parameter.byDefault() : parameter.example();
    }

    private static JsonObject body(List<ApiInfo.Parameter> parameters) {
        var body = Jsons.object();
        parameters.forEach(p -> body.add(p.name(), value(p)));
        return body.build();
    }

    static String quoted(String text) {
        return JsonText.of(Jsons.string(text));
    }

    /** JSON with a space behind each comma and colon, as people write it. */
    private static String spaced(JsonValue value) {
        return switch (value) {
            case JsonObject o -> o.entrySet().stream().map(e -> quoted(e.getKey()) + ": " + spaced(e.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
            case JsonArray a -> a.stream().map(Snippets::spaced).collect(Collectors.joining(", ", "[", "]"));
            default -> JsonText.of(value);
        };
    }

    /** JSON with each value on a line of its own. */
    private static String indented(JsonValue value, String line) {
        var inner = line + "  ";
        return switch (value) {
            case JsonObject o when !o.isEmpty() -> o.entrySet().stream().map(e -> inner + quoted(e.getKey()) + ": " + indented(e.getValue(), inner))
                    .collect(Collectors.joining(",", "{", line + "}"));
            case JsonArray a when !a.isEmpty() -> a.stream().map(v -> inner + indented(v, inner)).collect(Collectors.joining(",", "[", line + "]"));
            default -> JsonText.of(value);
        };
    }

    private static String pythonValue(JsonValue value) {
        return switch (value) {
            case JsonObject o -> o.entrySet().stream().map(e -> quoted(e.getKey()) + ": " + pythonValue(e.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
            case JsonArray a -> a.stream().map(Snippets::pythonValue).collect(Collectors.joining(", ", "[", "]"));
            case JsonString s -> quoted(s.getString());
            case JsonNumber n -> n.toString();
            default -> switch (value.getValueType()) {
                case TRUE -> "True";
                case FALSE -> "False";
                default -> "None";
            };
        };
    }
}
