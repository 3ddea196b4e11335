package io.gradio4j;

import io.gradio4j.Functions.Act0;
import io.gradio4j.Functions.Emit0;
import io.gradio4j.Functions.Fn0;
import io.gradio4j.Functions.Fn1;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The start of a chain that says what a function's inputs and outputs are; the function's types follow from theirs.
 *
 * @param <X> what the finished chain is
 * @param <S> the start's own type
 */
public abstract sealed class Start<X, S extends Start<X, S>> extends Options<S> permits Event, Signature {

    private final Chain<X> chain;

    Start(ListenerDefinition definition, Function<ListenerDefinition, X> ending) {
        super(definition);
        chain = new Chain<>(definition, ending);
    }

    /**
     * One input: the function takes its value.
     *
     * @param a input 1
     * @param <A> the type of input 1
     * @return the chain
     */
    public <A extends @Nullable Object> In1<A, X> inputs(Value<A> a) {
        return new In1<>(chain.inputs(a));
    }

    /**
     * 2 inputs: the function takes their values.
     *
     * @param a input 1
     * @param b input 2
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @return the chain
     */
    public <A extends @Nullable Object, B extends @Nullable Object> In2<A, B, X> inputs(Value<A> a, Value<B> b) {
        return new In2<>(chain.inputs(a, b));
    }

    /**
     * 3 inputs: the function takes their values.
     *
     * @param a input 1
     * @param b input 2
     * @param c input 3
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @return the chain
     */
    public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> In3<A, B, C, X> inputs(Value<A> a, Value<B> b, Value<C> c) {
        return new In3<>(chain.inputs(a, b, c));
    }

    /**
     * 4 inputs: the function takes their values.
     *
     * @param a input 1
     * @param b input 2
     * @param c input 3
     * @param d input 4
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @param <D> the type of input 4
     * @return the chain
     */
    public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object> In4<A, B, C, D, X> inputs(Value<A> a, Value<B> b, Value<C> c, Value<D> d) {
        return new In4<>(chain.inputs(a, b, c, d));
    }

    /**
     * 5 inputs: the function takes their values.
     *
     * @param a input 1
     * @param b input 2
     * @param c input 3
     * @param d input 4
     * @param e input 5
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @param <D> the type of input 4
     * @param <E> the type of input 5
     * @return the chain
     */
    public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object> In5<A, B, C, D, E, X> inputs(Value<A> a, Value<B> b, Value<C> c, Value<D> d, Value<E> e) {
        return new In5<>(chain.inputs(a, b, c, d, e));
    }

    /**
     * 6 inputs: the function takes their values.
     *
     * @param a input 1
     * @param b input 2
     * @param c input 3
     * @param d input 4
     * @param e input 5
     * @param f input 6
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @param <D> the type of input 4
     * @param <E> the type of input 5
     * @param <F> the type of input 6
     * @return the chain
     */
    public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object> In6<A, B, C, D, E, F, X> inputs(Value<A> a, Value<B> b, Value<C> c, Value<D> d, Value<E> e, Value<F> f) {
        return new In6<>(chain.inputs(a, b, c, d, e, f));
    }

    /**
     * 7 inputs: the function takes their values.
     *
     * @param a input 1
     * @param b input 2
     * @param c input 3
     * @param d input 4
     * @param e input 5
     * @param f input 6
     * @param g input 7
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @param <D> the type of input 4
     * @param <E> the type of input 5
     * @param <F> the type of input 6
     * @param <G> the type of input 7
     * @return the chain
     */
    public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object> In7<A, B, C, D, E, F, G, X> inputs(Value<A> a, Value<B> b, Value<C> c, Value<D> d, Value<E> e, Value<F> f, Value<G> g) {
        return new In7<>(chain.inputs(a, b, c, d, e, f, g));
    }

    /**
     * 8 inputs: the function takes their values.
     *
     * @param a input 1
     * @param b input 2
     * @param c input 3
     * @param d input 4
     * @param e input 5
     * @param f input 6
     * @param g input 7
     * @param h input 8
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @param <D> the type of input 4
     * @param <E> the type of input 5
     * @param <F> the type of input 6
     * @param <G> the type of input 7
     * @param <H> the type of input 8
     * @return the chain
     */
    public <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object> In8<A, B, C, D, E, F, G, H, X> inputs(Value<A> a, Value<B> b, Value<C> c, Value<D> d, Value<E> e, Value<F> f, Value<G> g, Value<H> h) {
        return new In8<>(chain.inputs(a, b, c, d, e, f, g, h));
    }

    /**
     * Any number of inputs: the function takes {@link Values}, which gives each one's value.
     *
     * @param inputs the inputs
     * @return the chain
     */
    public InMany<X> inputs(List<? extends Value<?>> inputs) {
        return new InMany<>(chain.inputs(inputs.toArray(Value<?>[]::new)));
    }

    /**
     * The only output: the function returns its value.
     *
     * @param output the component whose value the function returns
     * @param <R> the component's value type
     * @return the chain, to be ended with the function
     */
    public <R extends @Nullable Object> Call<Fn0<R>, Fn0<Stream<R>>, Emit0<R>, Fn1<Integer, List<R>>, X> outputs(Component<R, ?> output) {
        return calls(chain.typedOutput(output));
    }

    /**
     * Several outputs: the function returns {@link Updates}.
     *
     * @param first an output
     * @param second another one
     * @param more all others
     * @return the chain, to be ended with the function
     */
    public Call<Fn0<Updates>, Fn0<Stream<Updates>>, Emit0<Updates>, Fn1<Integer, List<Updates>>, X> outputs(Block first, Block second, Block... more) {
        return calls(chain.outputs(first, second, more));
    }

    /**
     * Any number of outputs: the function returns {@link Updates}.
     *
     * @param outputs what the function changes
     * @return the chain, to be ended with the function
     */
    public Call<Fn0<Updates>, Fn0<Stream<Updates>>, Emit0<Updates>, Fn1<Integer, List<Updates>>, X> outputs(List<? extends Block> outputs) {
        return calls(chain.outputs(outputs));
    }

    /**
     * No input and no output.
     *
     * @param function what to run
     * @return what the chain ends in
     */
    public X run(Act0 function) {
        return chain.end(new Handler.Returning(a -> {
            function.accept();
            return null;
        }));
    }

    @SuppressWarnings("unchecked")
    private <R extends @Nullable Object> Call<Fn0<R>, Fn0<Stream<R>>, Emit0<R>, Fn1<Integer, List<R>>, X> calls(Chain<X> chain) {
        return new Call<>(chain, f -> a -> f.apply(), f -> a -> f.apply(), f -> (a, sink) -> f.accept((Sink<R>) sink),
                f -> rows -> f.apply(rows.size()));
    }
}
