package io.gradio4j.components.remote;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.Schema;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A component of the other app, which alone knows what its values mean: they pass through as they are, but for their files. A handler sees what a
 * {@link io.gradio4j.client.Client} takes, and gives a {@link RemoteValue} or anything that is JSON.
 */
final class RemoteComponent extends Component<@Nullable Object, RemoteComponent> {

    private static final Defaults DEFAULTS = Defaults.of();

    private final int id;
    private final JsonObject entry;
    private final String name;

    /**
     * Makes a component.
     *
     * @param type one of ours
     * @param entry what the other app's configuration says of it
     * @param files where the files of its value come from
     */
    RemoteComponent(String type, int id, JsonObject entry, RemoteValue.Source files) {
        super(type);
        this.id = id;
        this.entry = entry;
        var props = RemoteJson.object(entry, "props");
        name = RemoteJson.word(props, "name").orElse(type);
        RemoteProps.of(type, props).forEach(this::set);
        var value = props.getOrDefault("value", JsonValue.NULL);
        if (value != JsonValue.NULL) {
            set("value", new RemoteValue(value, files));
        }
    }

    /** Its number in the other app. */
    int id() {
        return id;
    }

    /** The component with all its properties, as the other app sees it. */
    Map<String, @Nullable Object> seen(@Nullable Object value) {
        var all = new LinkedHashMap<String, @Nullable Object>(RemoteJson.object(entry, "props"));
        all.putAll(properties());
        all.put("value", value);
        return all;
    }

    @Override
    protected @Nullable Object preprocess(JsonValue payload, Conversion conversion) {
        return RemoteValue.sent(payload, conversion);
    }

    @Override
    protected JsonValue postprocess(@Nullable Object value, Conversion conversion) {
        return value instanceof RemoteValue remote ? remote.shown(conversion) : conversion.toJson(value);
    }

    private Schema schema(String name) {
        return Schema.of(entry.get(name) instanceof JsonObject schema ? schema : RemoteJson.object(entry, "api_info"),
                entry.getOrDefault("example_inputs", JsonValue.NULL));
    }

    @Override
    public Schema schema() {
        return schema("api_info");
    }

    @Override
    public Schema inputSchema() {
        return schema("api_info_as_input");
    }

    @Override
    public Schema outputSchema() {
        return schema("api_info_as_output");
    }

    @Override
    protected boolean skipApi() {
        return JsonValue.TRUE.equals(entry.get("skip_api"));
    }

    @Override
    protected String name() {
        return name;
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    /** A table of samples draws them as their components do. */
    @Override
    protected List<String> usedTypes() {
        return type().equals("dataset") && RemoteJson.object(entry, "props").get("components") instanceof JsonArray names
                ? names.stream().flatMap(RemoteComponent::type).filter(RemoteKinds::isShown).distinct().toList() : List.of();
    }

    private static Stream<String> type(JsonValue component) {
        return switch (component) {
            case JsonString type -> Stream.of(type.getString());
            case JsonObject described -> RemoteJson.word(described, "name").stream();
            default -> Stream.empty();
        };
    }
}
