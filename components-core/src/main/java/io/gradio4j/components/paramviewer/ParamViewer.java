package io.gradio4j.components.paramviewer;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.HasChange;
import io.gradio4j.HasUpload;
import io.gradio4j.Info;
import io.gradio4j.Schema;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a function: names and types in a list, whose entries open to show descriptions and defaults. Its {@code upload} event is
 * declared, as in Gradio; there is nothing on the page that a file could be put in, so only an app's own script can fire it.
 *
 * {@snippet :
 * var viewer = new ParamViewer().value(ParamViewer.parametersOf(method));
 * }
 */
public final class ParamViewer extends Component<Map<String, Parameter>, ParamViewer> implements HasChange, HasUpload {

    private static final Defaults DEFAULTS = Defaults.of("value", null, "language", "python", "linkify", null, "key", null,
            "preserved_by_key", List.of("value"), "header", "Parameters", "anchor_links", false, "max_height", null).saying("header", "paramviewer.header");

    private static final JsonObject ANY = Conversion.JSON.createObjectBuilder().add("type", JsonValue.EMPTY_JSON_OBJECT)
            .add("description", "any valid json").build();

    /** Makes an empty list. */
    public ParamViewer() {
        super("paramviewer");
    }

    /**
     * The parameters of a Java method, with {@link Info} as description; without the compiler's option {@code -parameters} they are
     * called arg0, arg1 and so on.
     *
     * @param method any method
     * @return what is to be said of each, in order
     */
    public static Map<String, Parameter> parametersOf(Method method) {
        var parameters = new LinkedHashMap<String, Parameter>();
        for (var parameter : method.getParameters()) {
            var info = parameter.getAnnotation(Info.class);
            parameters.put(parameter.getName(), new Parameter(source(parameter.getParameterizedType()), info == null ? "" : info.value()));
        }
        return parameters;
    }

    /** {@code java.util.List<java.lang.String>} without the packages. */
    private static String source(Type type) {
        return type.getTypeName().replaceAll("\\b\\w++[.$]", "");
    }

    @Override
    protected Map<String, Parameter> preprocess(JsonValue payload, Conversion conversion) {
        if (payload == JsonValue.NULL) {
            return Map.of();
        }
        if (!(payload instanceof JsonObject object)) {
            throw expected("an object with an object for each parameter", payload);
        }
        var parameters = new LinkedHashMap<String, Parameter>();
        object.forEach((name, value) -> parameters.put(name, parameter(value)));
        return parameters;
    }

    private Parameter parameter(JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            throw expected("an object with type, description and default for each parameter", value);
        }
        return new Parameter(text(object, "type").orElse(""), text(object, "description").orElse(""), text(object, "default"));
    }

    private Optional<String> text(JsonObject object, String name) {
        return switch (object.getOrDefault(name, JsonValue.NULL)) {
            case JsonString text -> Optional.of(text.getString());
            case JsonValue none when none == JsonValue.NULL -> Optional.empty();
            default -> throw expected("texts as type, description and default", object);
        };
    }

    @Override
    protected JsonValue postprocess(Map<String, Parameter> value, Conversion conversion) {
        return json(value);
    }

    private static JsonObject json(Map<String, Parameter> value) {
        var json = Conversion.JSON.createObjectBuilder();
        value.forEach((name, parameter) -> {
            var object = Conversion.JSON.createObjectBuilder().add("type", parameter.type()).add("description", parameter.description());
            json.add(name, parameter.defaultValue().map(v -> object.add("default", v)).orElseGet(() -> object.addNull("default")));
        });
        return json.build();
    }

    @Override
    public Schema schema() {
        return Schema.of(ANY, json(Map.of("array", new Parameter("numpy", "any valid json").byDefault("None"))));
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    /** What a function is written in. */
    public enum Language {
        /** Java: a parameter's type stands before its name. */
        JAVA,
        /** Python. */
        PYTHON,
        /** TypeScript. */
        TYPESCRIPT
    }

    /**
     * What the function is written in.
     *
     * @param language default: {@link Language#PYTHON}
     * @return this component
     */
    public ParamViewer language(Language language) {
        return set("language", language);
    }

    /**
     * Words that lead to their entries where they stand in types and defaults.
     *
     * @param names of parameters, or of headings of the page; default: none
     * @return this component
     */
    public ParamViewer linkify(String... names) {
        return set("linkify", List.of(names));
    }

    /**
     * The title, with a button that opens or closes all.
     *
     * @param header empty for none; default: Parameters
     * @return this component
     */
    public ParamViewer header(String header) {
        return set("header", header);
    }

    /**
     * Whether each entry has an address of its own, such as {@code #param-name}, which opens it.
     *
     * @param links default: false
     * @return this component
     */
    public ParamViewer anchorLinks(boolean links) {
        return set("anchor_links", links);
    }

    /**
     * Gives each entry an address of its own, such as {@code #param-prefix-name}, which opens it.
     *
     * @param prefix tells the lists of a page apart
     * @return this component
     */
    public ParamViewer anchorLinks(String prefix) {
        return set("anchor_links", prefix);
    }

    /**
     * The greatest height; more entries are scrolled.
     *
     * @param pixels default: any
     * @return this component
     */
    public ParamViewer maxHeight(int pixels) {
        return set("max_height", pixels);
    }

    /**
     * The greatest height; more entries are scrolled.
     *
     * @param css a CSS length, such as {@code 50vh}
     * @return this component
     */
    public ParamViewer maxHeight(String css) {
        return set("max_height", css);
    }
}
