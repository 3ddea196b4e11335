package io.gradio4j.components;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.BlockAccess;
import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Event;
import io.gradio4j.ValidationException;
import io.gradio4j.testing.NoConversion;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What must hold for every component. */
public abstract class ComponentContract {

    /** Components that need no help to convert their values. */
    protected static final Conversion NO_HELP = new NoConversion();

    /** What helps to convert its values. */
    protected Conversion conversion() {
        return NO_HELP;
    }

    /** A new component with nothing set. */
    protected abstract Component<?, ?> fresh();

    /** The properties with their defaults in the order of the config, as "name: JSON" separated by a comma; null for absent ones. */
    protected abstract String config();

    /** The wire names of its events. */
    protected abstract List<String> events();

    /** JSON schema and example. */
    protected abstract Map.Entry<String, String> schemaAndExample();

    /** Values on the wire with what the handler sees; each comes back as it was. */
    protected abstract Map<String, Object> roundTrips();

    /** JSON that is no value of the component. */
    protected abstract List<String> refused();

    /** Properties that have no fluent method of their own. */
    protected List<String> unsettable() {
        return List.of();
    }

    @Test
    void hasThePropertiesAndDefaultsOfTheConfig() {
        var component = fresh();
        var defaults = BlockAccess.defaults(component);
        var config = defaults.names().stream().map(n -> n + ": " + json(defaults.get(n))).collect(Collectors.joining(", "));
        assertThat(config.replace("\n", " ")).isEqualTo(config().replace("\n", " ").strip());
    }

    @Test
    void everyPropertyHasAFluentMethod() {
        var methods = Stream.of(fresh().getClass().getMethods()).filter(m -> m.getParameterCount() > 0).map(m -> m.getName())
                .collect(Collectors.toSet());
        assertThat(BlockAccess.defaults(fresh()).names()).filteredOn(n -> !unsettable().contains(n)).map(ComponentContract::camelCase)
                .isSubsetOf(methods);
    }

    @Test
    void hasItsEvents() {
        var component = fresh();
        var events = Stream.of(component.getClass().getMethods()).filter(m -> m.getReturnType() == Event.class
                && m.getParameterCount() == 0).map(m -> event(component, m)).toList();
        assertThat(events).containsExactlyInAnyOrderElementsOf(events());
    }

    @Test
    void hasSchemaAndExample() {
        var schema = fresh().schema();
        assertThat(schema.json()).isEqualTo(parse(schemaAndExample().getKey()));
        assertThat(schema.example()).isEqualTo(parse(schemaAndExample().getValue()));
        assertThat(fresh().inputSchema().json()).isEqualTo(schema.json());
        assertThat(fresh().outputSchema().json()).isEqualTo(schema.json());
    }

    /** A component of which its example is a value. */
    protected Component<?, ?> exemplary() {
        return fresh();
    }

    @Test
    void takesItsOwnExample() {
        BlockAccess.preprocess(exemplary(), exemplary().schema().example(), conversion());
    }

    @Test
    void valuesSurviveARoundTrip() {
        roundTrips().forEach((wire, value) -> {
            assertThat(BlockAccess.preprocess(fresh(), parse(wire), conversion())).as(wire).isEqualTo(value);
            assertThat(BlockAccess.postprocess(fresh(), value, conversion()).toString()).isEqualTo(wire);
        });
    }

    @Test
    void refusesWhatIsNoValue() {
        for (var wire : refused()) {
            assertThatThrownBy(() -> BlockAccess.preprocess(fresh(), parse(wire), conversion())).as(wire)
                    .isInstanceOf(ValidationException.class)
                    .hasMessageStartingWith(fresh().getClass().getSimpleName()).hasMessageContaining(wire);
        }
    }

    protected static JsonValue parse(String json) {
        try (var reader = Json.createReader(new StringReader("[" + json + "]"))) {
            return reader.readArray().getFirst();
        }
    }

    private static String event(Component<?, ?> component, Method method) {
        try {
            return ((Event) method.invoke(component)).definition().targets().getFirst().event();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static String camelCase(String name) {
        var parts = name.split("_");
        return parts[0] + Stream.of(parts).skip(1).map(p -> Character.toUpperCase(p.charAt(0)) + p.substring(1))
                .collect(Collectors.joining());
    }

    private static String json(@Nullable Object value) {
        return switch (value) {
            case String s -> "\"" + s + "\"";
            case Collection<?> c when !(value instanceof JsonValue) -> c.stream().map(ComponentContract::json)
                    .collect(Collectors.joining(", ", "[", "]"));
            case null -> "null";
            default -> value.toString();
        };
    }
}
