package io.gradio4j;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One change that a handler makes to one block on the page. */
public sealed interface Update {

    /** The block on the page. */
    Block target();

    /**
     * A new value.
     *
     * @param target the component
     * @param value the handler's view of the value; {@code null} empties it
     */
    record OfValue(Component<?, ?> target, @Nullable Object value) implements Update {
    }

    /**
     * Changed properties.
     *
     * @param target the block
     * @param properties what was set, by wire name; {@code value} as the handler's view
     */
    record OfProperties(Block target, Map<String, Object> properties) implements Update {
    }
}
