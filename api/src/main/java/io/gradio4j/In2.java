package io.gradio4j;

import io.gradio4j.Functions.Act2;
import io.gradio4j.Functions.Emit2;
import io.gradio4j.Functions.Fn2;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A listener's chain with 2 inputs.
 *
 * @param <A> the type of input 1
 * @param <B> the type of input 2
 * @param <X> what the finished chain is, usually a {@link Listener}
 */
public final class In2<A extends @Nullable Object, B extends @Nullable Object, X> extends Options<In2<A, B, X>> {

    private final Chain<X> chain;

    In2(Chain<X> chain) {
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
    public <R extends @Nullable Object> Call<Fn2<A, B, R>, Fn2<A, B, Stream<R>>, Emit2<A, B, R>, Fn2<List<A>, List<B>, List<R>>, X> outputs(Component<R, ?> output) {
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
    public Call<Fn2<A, B, Updates>, Fn2<A, B, Stream<Updates>>, Emit2<A, B, Updates>, Fn2<List<A>, List<B>, List<Updates>>, X> outputs(Block first, Block second, Block... more) {
        return calls(chain.outputs(first, second, more));
    }

    /**
     * Any number of outputs: the function returns {@link Updates}.
     *
     * @param outputs what the function changes
     * @return the chain, to be ended with the function
     */
    public Call<Fn2<A, B, Updates>, Fn2<A, B, Stream<Updates>>, Emit2<A, B, Updates>, Fn2<List<A>, List<B>, List<Updates>>, X> outputs(List<? extends Block> outputs) {
        return calls(chain.outputs(outputs));
    }

    /**
     * No output: the function returns nothing.
     *
     * @param function what to run
     * @return the finished listener
     */
    @SuppressWarnings("unchecked")
    public X run(Act2<A, B> function) {
        return chain.end(new Handler.Returning(a -> {
            function.accept((A) a[0], (B) a[1]);
            return null;
        }));
    }

    @SuppressWarnings("unchecked")
    private <R extends @Nullable Object> Call<Fn2<A, B, R>, Fn2<A, B, Stream<R>>, Emit2<A, B, R>, Fn2<List<A>, List<B>, List<R>>, X> calls(Chain<X> chain) {
        return new Call<>(chain, f -> a -> f.apply((A) a[0], (B) a[1]), f -> a -> f.apply((A) a[0], (B) a[1]),
                f -> (a, sink) -> f.accept((A) a[0], (B) a[1], (Sink<R>) sink),
                f -> rows -> f.apply((List<A>) Chain.column(rows, 0), (List<B>) Chain.column(rows, 1)));
    }
}
