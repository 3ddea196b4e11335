package io.gradio4j.client;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a client needs to know of an app's {@code /config}. The document's {@code root} is not among it: a server behind a proxy may be
 * wrong about its own address, and a client stays with the one that it was given.
 *
 * @param document all of it
 * @param apiPrefix the path of the API with a leading slash, or an empty string
 * @param maxFileSize the largest upload in bytes
 * @param heartbeat whether the app wants to know when a client leaves
 */
record AppConfig(JsonObject document, String version, String apiPrefix, OptionalLong maxFileSize, boolean heartbeat, List<Function> functions) {

    private static final String PROTOCOL = "sse_v3";

    /**
     * A listener that can be called.
     *
     * @param name its endpoint's name without a slash; an empty string for none
     * @param hasBackend whether it has anything to call at the server
     * @param streamed whether it takes a stream of inputs, and so never sends edits
     * @param inputs for each input whether it is a parameter; the others, such as state, get null
     * @param outputs for each output whether it is a result
     */
    record Function(int index, String name, boolean hasBackend, boolean isPrivate, boolean streamed, List<Boolean> inputs,
            List<Boolean> outputs) {

        /** The name for messages. */
        String endpoint() {
            return name.isEmpty() ? "fn_index " + index : "/" + name;
        }

        int parameters() {
            return (int) inputs.stream().filter(shown -> shown).count();
        }
    }

    /**
     * Reads the document.
     *
     * @throws BadAnswerException if it is not one, or one of another protocol
     */
    static AppConfig read(String json) {
        var config = Jsons.readObject(json);
        var protocol = Jsons.textAt(config, "protocol");
        if (!protocol.equals(PROTOCOL)) {
            throw new BadAnswerException("the app speaks the protocol '" + (protocol.isEmpty() ? "ws" : protocol) + "', this client "
                    + PROTOCOL + ": the app needs Gradio 4.29 or later");
        }
        var prefix = Jsons.textAt(config, "api_prefix");
        if (!prefix.isEmpty() && (!prefix.matches("/[\\w.~/-]+") || prefix.contains("//") || prefix.endsWith("/"))) {
            throw new BadAnswerException("api_prefix must be a path, not '" + Jsons.abbreviated(prefix) + "'");
        }
        var hidden = hidden(config);
        var functions = new ArrayList<Function>();
        for (var entry : Jsons.arrayAt(config, "dependencies")) {
            if (entry instanceof JsonObject dependency) {
                functions.add(function(dependency, functions.size(), hidden));
            }
        }
        var size = Jsons.numberAt(config, "max_file_size").map(JsonNumber::longValue);
        return new AppConfig(config, Jsons.textAt(config, "version"), prefix, size.map(OptionalLong::of).orElse(OptionalLong.empty()),
                Jsons.isTrue(config, "connect_heartbeat"), List.copyOf(functions));
    }

    /** The components that clients neither send nor get. */
    private static Set<Integer> hidden(JsonObject config) {
        var hidden = new HashSet<Integer>();
        for (var entry : Jsons.arrayAt(config, "components")) {
            if (entry instanceof JsonObject component && component.containsKey("id") && Jsons.isTrue(component, "skip_api")) {
                hidden.add(Jsons.intOf(component.get("id")));
            }
        }
        return hidden;
    }

    private static Function function(JsonObject dependency, int position, Set<Integer> hidden) {
        var id = dependency.getOrDefault("id", JsonValue.NULL);
        return new Function(id == JsonValue.NULL ? position : Jsons.intOf(id), Jsons.textAt(dependency, "api_name"),
                !JsonValue.FALSE.equals(dependency.get("backend_fn")), Jsons.textAt(dependency, "api_visibility").equals("private"),
                Jsons.textAt(dependency, "connection").equals("stream"), shown(dependency, "inputs", hidden),
                shown(dependency, "outputs", hidden));
    }

    private static List<Boolean> shown(JsonObject dependency, String name, Set<Integer> hidden) {
        return Jsons.arrayAt(dependency, name).stream().map(id -> !hidden.contains(Jsons.intOf(id))).toList();
    }

    Optional<Function> function(String name) {
        return functions.stream().filter(f -> f.name().equals(name)).min((a, b) -> Boolean.compare(a.isPrivate(), b.isPrivate()));
    }

    Optional<Function> function(int index) {
        return functions.stream().filter(f -> f.index() == index).findFirst();
    }

    /** A path of the API, below the app's address. */
    String api(String path) {
        return (apiPrefix.isEmpty() ? "" : apiPrefix.substring(1) + "/") + path;
    }
}
