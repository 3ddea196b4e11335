package io.gradio4j.impl.app;

import io.gradio4j.ApiVisibility;
import io.gradio4j.Block;
import io.gradio4j.BlockAccess;
import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Injected;
import io.gradio4j.Schema;
import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@code /gradio_api/info} says: each endpoint's parameters, results and how to call it. Immutable. */
public final class ApiInfo {

    private static final Set<String> RESERVED = Set.of("api_name", "fn_index", "result_callbacks");

    private final Conversion conversion;
    private final Texts texts;
    private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();

    ApiInfo(Map<Integer, Block> blocks, List<Dependency> dependencies, Conversion conversion, Texts texts) {
        this.texts = texts;
        this.conversion = conversion;
        for (var dependency : dependencies) {
            if (dependency.handler().isPresent() && dependency.visibility() != ApiVisibility.PRIVATE) {
                endpoints.put("/" + dependency.apiName(), endpoint(dependency));
            }
        }
    }

    /**
     * One value that an endpoint takes.
     *
     * @param name the parameter's name
     * @param example a value that fits
     * @param hasDefault whether it may be left out
     * @param byDefault what it is then; null if that is nothing
     * @param position its place among all inputs, including those that clients do not send
     */
    public record Parameter(String name, JsonValue example, boolean hasDefault, JsonValue byDefault, int position) {
    }

    /**
     * One endpoint.
     *
     * @param dependency the listener
     * @param parameters what clients send
     * @param json the documentation without code snippets
     */
    public record Endpoint(Dependency dependency, List<Parameter> parameters, JsonObject json) {
    }

    /** An endpoint by its name with a leading slash. */
    public java.util.Optional<Endpoint> endpoint(String name) {
        return java.util.Optional.ofNullable(endpoints.get(name));
    }

    /** The endpoints that the documentation lists. */
    List<Endpoint> documented() {
        return endpoints.values().stream().filter(e -> e.dependency().visibility() == ApiVisibility.PUBLIC).toList();
    }

    /**
     * The same as an OpenAPI document.
     *
     * @param title the app's title
     * @return the JSON
     */
    public JsonObject openApi(String title) {
        return new OpenApi(title, this).json();
    }

    /**
     * The document.
     *
     * @param root the app's address, for the code snippets
     * @param all whether undocumented endpoints are listed too; then without code snippets
     * @return the JSON
     */
    public JsonObject json(String root, boolean all) {
        var named = Jsons.object();
        endpoints.forEach((name, endpoint) -> {
            if (all) {
                named.add(name, endpoint.json());
            } else if (endpoint.dependency().visibility() == ApiVisibility.PUBLIC) {
                named.add(name, Jsons.object(endpoint.json()).add("code_snippets", Snippets.json(root, name, endpoint.parameters())));
            }
        });
        return Jsons.object().add("named_endpoints", named).add("unnamed_endpoints", Jsons.object()).build();
    }

    private Endpoint endpoint(Dependency dependency) {
        var parameters = new ArrayList<Parameter>();
        var parameterJson = Jsons.array();
        var names = new HashSet<String>();
        for (var i = 0; i < dependency.inputs().size(); i++) {
            var slot = dependency.inputs().get(i);
            if (slot.component().isPresent() && !BlockAccess.skipApi(slot.block())) {
                var component = slot.component().get();
                var parameter = parameter(component, i, names);
                parameters.add(parameter);
                parameterJson.add(described(component, slot.id(), "parameter_", component.inputSchema(), parameter));
            }
        }
        var returns = Jsons.array();
        for (var slot : dependency.outputs()) {
            if (slot.component().isPresent() && !BlockAccess.skipApi(slot.block())) {
                returns.add(returned(slot.component().get(), slot.id()));
            }
        }
        var json = Jsons.object().add("parameters", parameterJson).add("returns", returns)
                .add("api_visibility", dependency.visibility().name().toLowerCase(Locale.ROOT))
                .add("description", dependency.definition().apiDescription().orElse(""));
        oauthToken(dependency).ifPresent(need -> json.add("oauth_token", need));
        return new Endpoint(dependency, List.copyOf(parameters), json.build());
    }

    private static Optional<String> oauthToken(Dependency dependency) {
        var arguments = dependency.arguments();
        return arguments.stream().anyMatch(a -> a instanceof Injected.OfRequiredToken) ? Optional.of("required")
                : arguments.stream().anyMatch(a -> a instanceof Injected.OfToken) ? Optional.of("optional") : Optional.empty();
    }

    private Parameter parameter(Component<?, ?> component, int position, Set<String> names) {
        var name = component.property("label").map(l -> Dependencies.slug(l.toString())).filter(n -> !n.isEmpty() && !RESERVED.contains(n))
                .orElse("param_" + position);
        if (Character.isDigit(name.charAt(0)) || names.contains(name)) {
            name = "param_" + position;
        }
        while (!names.add(name)) {
            name += "_";
        }
        var initial = BlockAccess.raw(component, "value");
        var byDefault = initial != null ? BlockAccess.postprocess(component, initial, conversion)
                : conversion.toJson(BlockAccess.defaults(component).get("value"));
        return new Parameter(name, component.schema().example(), byDefault != JsonValue.NULL || BlockAccess.mayBeLeftOut(component), byDefault, position);
    }

    private JsonObjectBuilder described(Component<?, ?> component, int id, String prefix, Schema schema, Parameter parameter) {
        return Jsons.object().add("label", label(component, prefix + id)).add("parameter_name", parameter.name())
                .add("parameter_has_default", parameter.hasDefault()).add("parameter_default", parameter.byDefault())
                .add("type", schema.json()).add("python_type", pythonType(schema, "additional_description"))
                .add("component", componentName(component)).add("example_input", parameter.example());
    }

    private JsonObjectBuilder returned(Component<?, ?> component, int id) {
        return Jsons.object().add("label", label(component, "value_" + id)).add("type", component.outputSchema().json())
                .add("python_type", pythonType(component.outputSchema(), "description")).add("component", componentName(component));
    }

    private String label(Component<?, ?> component, String otherwise) {
        return component.property("label").map(label -> texts.plain(label.toString())).orElse(otherwise);
    }

    private static JsonObjectBuilder pythonType(Schema schema, String description) {
        var text = schema.json().getOrDefault(description, Jsons.string(""));
        return Jsons.object().add("type", PythonTypes.of(schema.json())).add("description", text);
    }

    private static String componentName(Component<?, ?> component) {
        var name = BlockAccess.name(component);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
