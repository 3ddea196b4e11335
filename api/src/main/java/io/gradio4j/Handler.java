package io.gradio4j;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A listener's function with its types erased, as the runtime calls it. The arguments are in the order of the listener's inputs. */
public sealed interface Handler {

    /**
     * Returns one result.
     *
     * @param function the function
     */
    record Returning(Function function) implements Handler {
    }

    /**
     * Returns a stream of results; the runtime closes it.
     *
     * @param function the function
     */
    record Streaming(StreamFunction function) implements Handler {
    }

    /**
     * Pushes its results.
     *
     * @param function the function
     */
    record Emitting(EmitFunction function) implements Handler {
    }

    /**
     * Handles several events at once.
     *
     * @param maxSize how many at most
     * @param function the function
     */
    record Batching(int maxSize, BatchFunction function) implements Handler {
    }

    /** A function with a result. */
    @FunctionalInterface
    interface Function {
        /**
         * Calls it.
         *
         * @param arguments in the order of the inputs
         * @return the output's value, {@link Updates} for several, {@code null} for none
         * @throws Exception anything the app throws
         */
        @Nullable Object apply(@Nullable Object[] arguments) throws Exception;
    }

    /** A function with a stream of results. */
    @FunctionalInterface
    interface StreamFunction {
        /**
         * Calls it.
         *
         * @param arguments in the order of the inputs
         * @return each element is one update
         * @throws Exception anything the app throws
         */
        Stream<?> apply(@Nullable Object[] arguments) throws Exception;
    }

    /** A function that pushes. */
    @FunctionalInterface
    interface EmitFunction {
        /**
         * Calls it; the event is done when it returns.
         *
         * @param arguments in the order of the inputs
         * @param sink takes the updates
         * @throws Exception anything the app throws
         */
        void accept(@Nullable Object[] arguments, Sink<@Nullable Object> sink) throws Exception;
    }

    /** A function for several events. */
    @FunctionalInterface
    interface BatchFunction {
        /**
         * Calls it.
         *
         * @param rows the arguments of each event, in the order of the inputs
         * @return what {@link Function} returns, for each event
         * @throws Exception anything the app throws
         */
        List<?> apply(List<@Nullable Object[]> rows) throws Exception;
    }
}
