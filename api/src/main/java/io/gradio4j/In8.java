package io.gradio4j;

import io.gradio4j.Functions.Act8;
import io.gradio4j.Functions.Emit8;
import io.gradio4j.Functions.Fn8;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A listener's chain with 8 inputs.
 *
 * @param <A> the type of input 1
 * @param <B> the type of input 2
 * @param <C> the type of input 3
 * @param <D> the type of input 4
 * @param <E> the type of input 5
 * @param <F> the type of input 6
 * @param <G> the type of input 7
 * @param <H> the type of input 8
 * @param <X> what the finished chain is, usually a {@link Listener}
 */
public final class In8<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, X> extends Options<In8<A, B, C, D, E, F, G, H, X>> {

    private final Chain<X> chain;

    In8(Chain<X> chain) {
        super(chain.definition());
        this.chain = chain;
    }

    /**
     * The only output: the function returns its value.
     *
     * @param output the component whose value the function returns
     * @param <R> the component's value type
     * @return the chain, to be ended with the function
     */
    public <R extends @Nullable Object> Call<Fn8<A, B, C, D, E, F, G, H, R>, Fn8<A, B, C, D, E, F, G, H, Stream<R>>, Emit8<A, B, C, D, E, F, G, H, R>, Fn8<List<A>, List<B>, List<C>, List<D>, List<E>, List<F>, List<G>, List<H>, List<R>>, X> outputs(Component<R, ?> output) {
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
    public Call<Fn8<A, B, C, D, E, F, G, H, Updates>, Fn8<A, B, C, D, E, F, G, H, Stream<Updates>>, Emit8<A, B, C, D, E, F, G, H, Updates>, Fn8<List<A>, List<B>, List<C>, List<D>, List<E>, List<F>, List<G>, List<H>, List<Updates>>, X> outputs(Block first, Block second, Block... more) {
        return calls(chain.outputs(first, second, more));
    }

    /**
     * Any number of outputs: the function returns {@link Updates}.
     *
     * @param outputs what the function changes
     * @return the chain, to be ended with the function
     */
    public Call<Fn8<A, B, C, D, E, F, G, H, Updates>, Fn8<A, B, C, D, E, F, G, H, Stream<Updates>>, Emit8<A, B, C, D, E, F, G, H, Updates>, Fn8<List<A>, List<B>, List<C>, List<D>, List<E>, List<F>, List<G>, List<H>, List<Updates>>, X> outputs(List<? extends Block> outputs) {
        return calls(chain.outputs(outputs));
    }

    /**
     * No output: the function returns nothing.
     *
     * @param function what to run
     * @return the finished listener
     */
    @SuppressWarnings("unchecked")
    public X run(Act8<A, B, C, D, E, F, G, H> function) {
        return chain.end(new Handler.Returning(a -> {
            function.accept((A) a[0], (B) a[1], (C) a[2], (D) a[3], (E) a[4], (F) a[5], (G) a[6], (H) a[7]);
            return null;
        }));
    }

    @SuppressWarnings("unchecked")
    private <R extends @Nullable Object> Call<Fn8<A, B, C, D, E, F, G, H, R>, Fn8<A, B, C, D, E, F, G, H, Stream<R>>, Emit8<A, B, C, D, E, F, G, H, R>, Fn8<List<A>, List<B>, List<C>, List<D>, List<E>, List<F>, List<G>, List<H>, List<R>>, X> calls(Chain<X> chain) {
        return new Call<>(chain, f -> a -> f.apply((A) a[0], (B) a[1], (C) a[2], (D) a[3], (E) a[4], (F) a[5], (G) a[6], (H) a[7]), f -> a -> f.apply((A) a[0], (B) a[1], (C) a[2], (D) a[3], (E) a[4], (F) a[5], (G) a[6], (H) a[7]),
                f -> (a, sink) -> f.accept((A) a[0], (B) a[1], (C) a[2], (D) a[3], (E) a[4], (F) a[5], (G) a[6], (H) a[7], (Sink<R>) sink),
                f -> rows -> f.apply((List<A>) Chain.column(rows, 0), (List<B>) Chain.column(rows, 1), (List<C>) Chain.column(rows, 2), (List<D>) Chain.column(rows, 3), (List<E>) Chain.column(rows, 4), (List<F>) Chain.column(rows, 5), (List<G>) Chain.column(rows, 6), (List<H>) Chain.column(rows, 7)));
    }
}
