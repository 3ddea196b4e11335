package io.gradio4j.components.choice;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One of the things that a person can choose. On the wire a text, a number and a boolean stand for themselves, an enum's constant for its
 * {@link Enum#name()}; any other value, such as a record, is known by the name of its choice.
 *
 * {@snippet :
 * var size = Radio.of(List.of(new Choice<>("Small", 36), new Choice<>("Large", 42)));
 * }
 *
 * @param name what the person reads
 * @param value what the handler sees
 * @param <T> the value's type
 */
public record Choice<T>(String name, T value) {

    /**
     * A choice for each text, which is its own name.
     *
     * @param values in the order in which they are shown
     * @return the choices
     */
    public static List<Choice<String>> of(String... values) {
        return Stream.of(values).map(v -> new Choice<>(v, v)).toList();
    }

    /**
     * A choice for each constant of an enum; {@link Object#toString()} is its name.
     *
     * @param type the enum
     * @param <E> the enum
     * @return the choices, in the order of the constants
     */
    public static <E extends Enum<E>> List<Choice<E>> of(Class<E> type) {
        return Stream.of(type.getEnumConstants()).map(v -> new Choice<>(v.toString(), v)).toList();
    }

    /**
     * A choice for each of some values.
     *
     * @param values in the order in which they are shown
     * @param name gives what the person reads
     * @param <T> the values' type
     * @return the choices
     */
    public static <T> List<Choice<T>> of(Collection<? extends T> values, Function<? super T, String> name) {
        return values.stream().map(v -> new Choice<T>(name.apply(v), v)).toList();
    }
}
