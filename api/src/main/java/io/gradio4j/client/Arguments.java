package io.gradio4j.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values for an endpoint by the names of its parameters. A parameter that is left out has its default.
 *
 * {@snippet :
 * client.predict("/greet", Arguments.of("name", "Ada").and("intensity", 3));
 * }
 */
public final class Arguments {

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    private Arguments() {
    }

    /** No values: all parameters have their defaults. */
    public static Arguments none() {
        return new Arguments();
    }

    /**
     * One value.
     *
     * @param name the parameter's name, see {@link Client#viewApi()}
     * @param value the value, see {@link Client} for what it may be
     * @return arguments that can be added to
     */
    public static Arguments of(String name, @Nullable Object value) {
        return none().and(name, value);
    }

    /**
     * Several values.
     *
     * @param values the values by the parameters' names
     * @return arguments that can be added to
     */
    public static Arguments of(Map<String, ? extends @Nullable Object> values) {
        var arguments = none();
        values.forEach(arguments::and);
        return arguments;
    }

    /**
     * One more value.
     *
     * @param name the parameter's name
     * @param value the value
     * @return these arguments
     * @throws IllegalArgumentException if it has a value already
     */
    public Arguments and(String name, @Nullable Object value) {
        if (values.containsKey(name)) {
            throw new IllegalArgumentException("the parameter '" + name + "' has two values");
        }
        values.put(name, value);
        return this;
    }

    Map<String, @Nullable Object> values() {
        return Collections.unmodifiableMap(values);
    }
}
