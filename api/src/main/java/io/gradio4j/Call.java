package io.gradio4j;

import java.util.function.Function;

/**
 * The end of a listener's chain: give it the function in one of four styles.
 *
 * @param <RUN> a function that returns
 * @param <STREAM> a function that returns a stream
 * @param <EMIT> a function that pushes
 * @param <BATCH> a function that handles several events at once
 * @param <X> what the finished chain is, usually a {@link Listener}
 */
public final class Call<RUN, STREAM, EMIT, BATCH, X> extends Options<Call<RUN, STREAM, EMIT, BATCH, X>> {

    private final Chain<X> chain;
    private final Function<RUN, Handler.Function> run;
    private final Function<STREAM, Handler.StreamFunction> stream;
    private final Function<EMIT, Handler.EmitFunction> emit;
    private final Function<BATCH, Handler.BatchFunction> batch;

    Call(Chain<X> chain, Function<RUN, Handler.Function> run, Function<STREAM, Handler.StreamFunction> stream,
            Function<EMIT, Handler.EmitFunction> emit,
            Function<BATCH, Handler.BatchFunction> batch) {
        super(chain.definition());
        this.chain = chain;
        this.run = run;
        this.stream = stream;
        this.emit = emit;
        this.batch = batch;
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

    /**
     * A function that handles several waiting events at once: each input is a list with one value for each event, and so is the result.
     * The events may be of different pages; together they count as one against {@link #concurrencyLimit}. A result of another size fails
     * them all, a bad value of one event fails only that event.
     *
     * {@snippet :
     * detect.onClick().inputs(photo).outputs(label).batch(16, photos -> model.classify(photos));
     * }
     *
     * @param maxBatchSize how many events at most, 1 or more
     * @param function what to run; without inputs it gets the number of events
     * @return the finished listener
     * @throws IllegalArgumentException if less than 1
     */
    public X batch(int maxBatchSize, BATCH function) {
        if (maxBatchSize < 1) {
            throw new IllegalArgumentException("maxBatchSize must be 1 or more, not " + maxBatchSize);
        }
        return chain.end(new Handler.Batching(maxBatchSize, batch.apply(function)));
    }
}
