package io.gradio4j;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a list of inputs. Immutable. */
public final class Values {

    private final List<Value<?>> inputs;
    private final @Nullable Object[] arguments;

    Values(List<Value<?>> inputs, @Nullable Object[] arguments) {
        this.inputs = inputs;
        this.arguments = arguments;
    }

    /**
     * The value of one input.
     *
     * @param input one of the listener's inputs
     * @param <T> its type
     * @return its value
     * @throws IllegalArgumentException if the listener has no such input
     */
    @SuppressWarnings("unchecked")
    public <T extends @Nullable Object> T get(Value<T> input) {
        var index = inputs.indexOf(input);
        if (index < 0) {
            throw new IllegalArgumentException("The listener has no such input: " + input);
        }
        return (T) arguments[index];
    }

    /** How many there are. */
    public int size() {
        return inputs.size();
    }
}
