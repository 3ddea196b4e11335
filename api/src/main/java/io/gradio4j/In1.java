package io.gradio4j;

import io.gradio4j.Functions.Act1;
import io.gradio4j.Functions.Emit1;
import io.gradio4j.Functions.Fn1;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A listener's chain with one input.
 *
 * @param <A> the type of input 1
 * @param <X> what the finished chain is, usually a {@link Listener}
 */
public final class In1<A extends @Nullable Object, X> extends Options<In1<A, X>> {

    private final Chain<X> chain;

    In1(Chain<X> chain) {
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
    public <R extends @Nullable Object> Call<Fn1<A, R>, Fn1<A, Stream<R>>, Emit1<A, R>, Fn1<List<A>, List<R>>, X> outputs(Component<R, ?> output) {
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
    public Call<Fn1<A, Updates>, Fn1<A, Stream<Updates>>, Emit1<A, Updates>, Fn1<List<A>, List<Updates>>, X> outputs(Block first, Block second, Block... more) {
        return calls(chain.outputs(first, second, more));
    }

    /**
     * Any number of outputs: the function returns {@link Updates}.
     *
     * @param outputs what the function changes
     * @return the chain, to be ended with the function
     */
    public Call<Fn1<A, Updates>, Fn1<A, Stream<Updates>>, Emit1<A, Updates>, Fn1<List<A>, List<Updates>>, X> outputs(List<? extends Block> outputs) {
        return calls(chain.outputs(outputs));
    }

    /**
     * No output: the function returns nothing.
     *
     * @param function what to run
     * @return the finished listener
     */
    @SuppressWarnings("unchecked")
    public X run(Act1<A> function) {
        return chain.end(new Handler.Returning(a -> {
            function.accept((A) a[0]);
            return null;
        }));
    }

    @SuppressWarnings("unchecked")
    private <R extends @Nullable Object> Call<Fn1<A, R>, Fn1<A, Stream<R>>, Emit1<A, R>, Fn1<List<A>, List<R>>, X> calls(Chain<X> chain) {
        return new Call<>(chain, f -> a -> f.apply((A) a[0]), f -> a -> f.apply((A) a[0]),
                f -> (a, sink) -> f.accept((A) a[0], (Sink<R>) sink),
                f -> rows -> f.apply((List<A>) Chain.column(rows, 0)));
    }
}
