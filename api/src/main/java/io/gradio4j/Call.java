package io.gradio4j;

import java.util.function.Function;

/**
 * The end of a listener's chain: give it the function in one of three styles.
 *
 * @param <RUN> a function that returns
 * @param <STREAM> a function that returns a stream
 * @param <EMIT> a function that pushes
 * @param <X> what the finished chain is, usually a {@link Listener}
 */
public final class Call<RUN, STREAM, EMIT, X> extends Options<Call<RUN, STREAM, EMIT, X>> {

    private final Chain<X> chain;
    private final Function<RUN, Handler.Function> run;
    private final Function<STREAM, Handler.StreamFunction> stream;
    private final Function<EMIT, Handler.EmitFunction> emit;

    Call(Chain<X> chain, Function<RUN, Handler.Function> run, Function<STREAM, Handler.StreamFunction> stream,
            Function<EMIT, Handler.EmitFunction> emit) {
        super(chain.definition());
        this.chain = chain;
        this.run = run;
        this.stream = stream;
        this.emit = emit;
    }

    /**
     * A function that returns once. It runs on a virtual thread and may block.
     *
     * @param function what to run
     * @return the finished listener
     */
    public X run(RUN function) {
        return chain.end(new Handler.Returning(run.apply(function)));
    }

    /**
     * A function that returns a stream: each element is one update. The stream is closed at its end, and when the event is cancelled.
     *
     * @param function what to run
     * @return the finished listener
     * @apiNote An {@code Iterable} or a {@code Flow.Publisher} becomes a stream by {@link Streams}.
     */
    public X stream(STREAM function) {
        return chain.end(new Handler.Streaming(stream.apply(function)));
    }

    /**
     * A function that pushes updates into a {@link Sink} while it runs.
     *
     * @param function what to run
     * @return the finished listener
     */
    public X emit(EMIT function) {
        return chain.end(new Handler.Emitting(emit.apply(function)));
    }
}
