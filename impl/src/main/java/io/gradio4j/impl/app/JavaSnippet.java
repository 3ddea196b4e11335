package io.gradio4j.impl.app;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How to call an endpoint from Java: a whole program, with the imports it needs. */
final class JavaSnippet {

    private final TreeSet<String> imports = new TreeSet<>(List.of("io.gradio4j.client.Client"));

    private JavaSnippet() {
    }

    static String of(String root, String endpoint, List<ApiInfo.Parameter> parameters) {
        return new JavaSnippet().program(root, endpoint, parameters);
    }

    private String program(String root, String endpoint, List<ApiInfo.Parameter> parameters) {
        var call = new StringBuilder(quoted(endpoint));
        if (!parameters.isEmpty()) {
            imports.add("io.gradio4j.client.Arguments");
            call.append(", Arguments");
            var first = true;
            for (var parameter : parameters) {
                call.append(first ? "\n                    .of(" : "\n                    .and(").append(quoted(parameter.name())).append(", ")
                        .append(value(Snippets.value(parameter))).append(')');
                first = false;
            }
        }
        return imports.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining()) + "\npublic class Call {\n"
                + "    public static void main(String[] args) {\n        try (var client = Client.connect(" + quoted(root) + ")) {\n"
                + "            var result = client.predict(" + call + ");\n            System.out.println(result);\n        }\n    }\n}";
    }

    private String value(JsonValue value) {
        return switch (value) {
            case JsonObject file when isFile(file) -> file(file);
            case JsonObject object -> object(object);
            case JsonArray array -> array(array);
            case JsonString text -> quoted(text.getString());
            case JsonNumber number -> number(number);
            default -> value == JsonValue.NULL ? "null" : value.toString();
        };
    }

    private static boolean isFile(JsonObject object) {
        return object.containsKey("path") && object.get("meta") instanceof JsonObject meta && meta.get("_type") instanceof JsonString type
                && type.getString().equals("gradio.FileData");
    }

    /** The client sends the content of a file on this machine. */
    private String file(JsonObject file) {
        imports.add("java.nio.file.Path");
        var path = file.get("path") instanceof JsonString text ? text.getString() : "";
        return "Path.of(" + quoted(path.substring(path.lastIndexOf('/') + 1)) + ")";
    }

    /** Java's maps hold no null, and a property that is null says no more than one that is not there. */
    private String object(JsonObject object) {
        imports.add("java.util.Map");
        return object.entrySet().stream().filter(e -> e.getValue() != JsonValue.NULL)
                .map(e -> "Map.entry(" + quoted(e.getKey()) + ", " + value(e.getValue()) + ")").collect(Collectors.joining(", ", "Map.ofEntries(", ")"));
    }

    private String array(JsonArray array) {
        if (array.size() == 1 && array.get(0) == JsonValue.NULL) {
            imports.add("java.util.Collections");
            return "Collections.singletonList(null)";
        }
        var nulls = array.contains(JsonValue.NULL);
        imports.add(nulls ? "java.util.Arrays" : "java.util.List");
        return array.stream().map(this::value).collect(Collectors.joining(", ", nulls ? "Arrays.asList(" : "List.of(", ")"));
    }

    private static String number(JsonNumber number) {
        if (!number.isIntegral()) {
            return number.toString();
        }
        var exact = number.bigIntegerValue();
        return exact.bitLength() < 32 ? exact.toString() : exact.bitLength() < 64 ? exact + "L" : number.doubleValue() + "";
    }

    /** JSON's escapes are Java's too. */
    private static String quoted(String text) {
        return Snippets.quoted(text);
    }
}
