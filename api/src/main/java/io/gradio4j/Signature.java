package io.gradio4j;

import java.util.function.Function;

/**
 * The start of a chain without a trigger: it says what a function's inputs, outputs and options are, and ends in whatever a high-level
 * app makes of that. The app decides the triggers and registers the function with {@link Event#adopt}.
 *
 * {@snippet :
 * Signature.endingIn(Interface::new).inputs(name, age).outputs(greeting).run((n, a) -> "Hello " + n);    // an Interface
 * }
 *
 * @param <X> what the finished chain is
 */
public final class Signature<X> extends Start<X, Signature<X>> {

    private Signature(Function<ListenerDefinition, X> ending) {
        super(new ListenerDefinition(), ending);
        definition.detach();
    }

    /**
     * Starts a chain.
     *
     * @param ending makes the result of the chain once the function is given
     * @param <X> what the finished chain is
     * @return the chain
     */
    public static <X> Signature<X> endingIn(Function<ListenerDefinition, X> ending) {
        return new Signature<>(ending);
    }
}
