package io.gradio4j;

import io.gradio4j.Functions.Act1;
import io.gradio4j.Functions.Emit1;
import io.gradio4j.Functions.Fn1;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A listener's chain with a list of inputs.
 *
 * @param <X> what the finished chain is, usually a {@link Listener}
 */
public final class InMany<X> extends Options<InMany<X>> {

    private final Chain<X> chain;

    InMany(Chain<X> chain) {
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
    public <R extends @Nullable Object> Call<Fn1<Values, R>, Fn1<Values, Stream<R>>, Emit1<Values, R>, Fn1<List<Values>, List<R>>, X> outputs(
            Component<R, ?> output) {
        return calls(chain.typedOutput(output));
    }

    /**
     * Any number of outputs: the function returns {@link Updates}.
     *
     * @param outputs what the function changes
     * @return the chain, to be ended with the function
     */
    public Call<Fn1<Values, Updates>, Fn1<Values, Stream<Updates>>, Emit1<Values, Updates>, Fn1<List<Values>, List<Updates>>, X> outputs(
            List<? extends Block> outputs) {
        return calls(chain.outputs(outputs));
    }

    /**
     * No output: the function returns nothing.
     *
     * @param function what to run
     * @return the finished listener
     */
    public X run(Act1<Values> function) {
        return chain.end(new Handler.Returning(a -> {
            function.accept(values(a));
            return null;
        }));
    }

    @SuppressWarnings("unchecked")
    private <R extends @Nullable Object> Call<Fn1<Values, R>, Fn1<Values, Stream<R>>, Emit1<Values, R>, Fn1<List<Values>, List<R>>, X> calls(Chain<X> chain) {
        return new Call<>(chain, f -> a -> f.apply(values(a)), f -> a -> f.apply(values(a)),
                f -> (a, sink) -> f.accept(values(a), (Sink<R>) sink),
                f -> rows -> f.apply(rows.stream().map(this::values).toList()));
    }

    private Values values(@Nullable Object[] arguments) {
        return new Values(definition.inputs(), arguments);
    }
}
