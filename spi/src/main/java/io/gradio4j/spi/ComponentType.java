package io.gradio4j.spi;

import io.gradio4j.Block;
import io.gradio4j.Component;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Ties the two halves of a component together: the Java class and the browser module. Immutable.
 *
 * @param type the front-end name, lower case; the browser module defines the element {@code gr-<type>}
 * @param blockClass the Java class
 * @param factory makes one with a label, to build an app from a method's signature; empty for layouts
 * @param module the browser module within {@code META-INF/resources/gradio/}; empty when nothing is drawn
 * @param values the Java types for which a component of this kind is the natural input and output
 */
public record ComponentType(String type, Class<? extends Block> blockClass,
        Optional<Function<String, ? extends Component<?, ?>>> factory, Optional<String> module, List<Class<?>> values) {

    /**
     * A component.
     *
     * @param type the front-end name
     * @param componentClass the Java class
     * @param factory makes one with a label
     * @param <C> the Java class
     * @return the type, without a module yet
     */
    public static <C extends Component<?, ?>> ComponentType of(String type, Class<C> componentClass, Function<String, C> factory) {
        return new ComponentType(type, componentClass, Optional.of(factory), Optional.empty(), List.of());
    }

    /**
     * A layout, or a component that cannot be made from a label alone.
     *
     * @param type the front-end name
     * @param blockClass the Java class
     * @return the type, without a module yet
     */
    public static ComponentType of(String type, Class<? extends Block> blockClass) {
        return new ComponentType(type, blockClass, Optional.empty(), Optional.empty(), List.of());
    }

    /**
     * The same with its browser module.
     *
     * @param path within {@code META-INF/resources/gradio/}, such as {@code rating/rating.js}
     * @return the completed type
     */
    public ComponentType module(String path) {
        return new ComponentType(type, blockClass, factory, Optional.of(path), values);
    }

    /**
     * The same as the natural component for Java types.
     *
     * @param types such as {@code String.class}
     * @return the completed type
     */
    public ComponentType forValues(Class<?>... types) {
        return new ComponentType(type, blockClass, factory, module, List.of(types));
    }
}
