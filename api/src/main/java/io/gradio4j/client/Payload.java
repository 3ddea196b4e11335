package io.gradio4j.client;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The values of one call on their way to the wire: in order and complete, first as Java objects, then as JSON. */
final class Payload {

    private final AppConfig.Function function;
    private final List<Api.Parameter> parameters;
    private final boolean described;

    /**
     * Prepares a call.
     *
     * @param function what is called
     * @param endpoint its description, if the app has one
     */
    Payload(AppConfig.Function function, Optional<Api.Endpoint> endpoint) {
        this.function = function;
        parameters = endpoint.map(Api.Endpoint::parameters).orElse(List.of());
        described = parameters.size() == function.parameters() && endpoint.isPresent();
    }

    /** Values in the order of the parameters, or of all inputs. Those missing at the end have their defaults. */
    List<@Nullable Object> positional(@Nullable Object... given) {
        if (given.length == function.inputs().size()) {
            return new ArrayList<>(Arrays.asList(given));
        }
        if (given.length > function.parameters()) {
            throw new IllegalArgumentException(function.endpoint() + " takes " + function.parameters() + " values" + names() + ", not "
                    + given.length);
        }
        var values = new ArrayList<@Nullable Object>(Arrays.asList(given));
        for (var i = given.length; i < function.parameters(); i++) {
            values.add(byDefault(i));
        }
        return placed(values);
    }

    /** Values by the parameters' names. */
    List<@Nullable Object> named(Arguments arguments) {
        if (!described) {
            throw new IllegalArgumentException(function.endpoint() + " has no description, so its values must be given in order");
        }
        var known = parameters.stream().map(Api.Parameter::name).toList();
        for (var name : arguments.values().keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(function.endpoint() + " has no parameter '" + name + "'; it has " + known);
            }
        }
        var values = new ArrayList<@Nullable Object>();
        for (var i = 0; i < parameters.size(); i++) {
            var name = known.get(i);
            values.add(arguments.values().containsKey(name) ? arguments.values().get(name) : byDefault(i));
        }
        return placed(values);
    }

    private JsonValue byDefault(int index) {
        if (!described) {
            throw new IllegalArgumentException(function.endpoint() + " takes " + function.parameters() + " values, not " + index);
        }
        var parameter = parameters.get(index);
        return parameter.byDefault().orElseThrow(() -> new IllegalArgumentException(function.endpoint() + " needs a value for '"
                + parameter.name() + "'"));
    }

    private String names() {
        return described ? parameters.stream().map(Api.Parameter::name).collect(Collectors.joining(", ", " (", ")")) : "";
    }

    /** State and buttons are inputs, too; what the client sends for them does not matter. */
    private List<@Nullable Object> placed(List<@Nullable Object> values) {
        var given = values.iterator();
        var placed = new ArrayList<@Nullable Object>();
        for (var isParameter : function.inputs()) {
            placed.add(isParameter ? given.next() : null);
        }
        return placed;
    }

    /** As JSON, with all files uploaded. */
    JsonArray json(List<@Nullable Object> values, Uploads uploads) {
        var files = new ArrayList<Upload>();
        var json = array(values, file -> {
            files.add(file);
            return JsonValue.NULL;
        });
        if (files.isEmpty()) {
            return json;
        }
        Deque<JsonValue> uploaded = new ArrayDeque<>(uploads.send(function.endpoint(), files));
        return array(values, file -> uploaded.remove());
    }

    private static JsonArray array(List<@Nullable Object> values, Values.Files files) {
        var array = Jsons.array();
        values.forEach(value -> array.add(Values.toJson(value, files)));
        return array.build();
    }
}
