package io.gradio4j;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Makes streams for {@link Call#stream} from what models and libraries return. */
public final class Streams {

    private Streams() {
    }

    /**
     * A stream over an iterable. If the iterable or its iterator can be closed, closing the stream does so.
     *
     * @param items each becomes one update
     * @param <R> the updates' type
     * @return the stream
     */
    public static <R> Stream<R> of(Iterable<R> items) {
        var iterator = items.iterator();
        var stream = StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false);
        if (iterator instanceof AutoCloseable closeable) {
            stream = stream.onClose(() -> close(closeable));
        }
        return items instanceof AutoCloseable closeable && items != iterator ? stream.onClose(() -> close(closeable)) : stream;
    }

    /**
     * A stream over what a publisher emits. Nothing is asked for before it is wanted; closing the stream cancels the subscription.
     *
     * @param publisher each item becomes one update
     * @param <R> the updates' type
     * @return the stream
     */
    public static <R> Stream<R> of(Flow.Publisher<R> publisher) {
        var subscriber = new Pull<R>();
        publisher.subscribe(subscriber);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(subscriber, Spliterator.ORDERED), false)
                .onClose(subscriber::close);
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Closing " + closeable + " failed", e);
        }
    }

    /** Asks a publisher for one item at a time, when somebody waits for it. The publisher may take its time to subscribe. */
    private static final class Pull<R> implements Flow.Subscriber<R>, Iterator<R> {

        private sealed interface Signal<R> {
            record Next<R>(R item) implements Signal<R> {
            }

            record Failed<R>(Throwable cause) implements Signal<R> {
            }

            record Complete<R>() implements Signal<R> {
            }
        }

        private final LinkedBlockingQueue<Signal<R>> signals = new LinkedBlockingQueue<>();
        private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
        private @Nullable Signal<R> ahead;

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            this.subscription.complete(subscription);
        }

        @Override
        public void onNext(R item) {
            signals.add(new Signal.Next<>(item));
        }

        @Override
        public void onError(Throwable throwable) {
            signals.add(new Signal.Failed<>(throwable));
        }

        @Override
        public void onComplete() {
            signals.add(new Signal.Complete<>());
        }

        @Override
        public boolean hasNext() {
            return switch (peek()) {
                case Signal.Next<R> n -> true;
                case Signal.Complete<R> c -> false;
                case Signal.Failed<R>(RuntimeException cause) -> throw cause;
                case Signal.Failed<R>(Throwable cause) -> throw new IllegalStateException("The publisher failed", cause);
            };
        }

        @Override
        public R next() {
            if (!hasNext() || !(peek() instanceof Signal.Next<R>(R item))) {
                throw new java.util.NoSuchElementException();
            }
            ahead = null;
            return item;
        }

        private Signal<R> peek() {
            var known = ahead;
            if (known == null) {
                subscription.thenAccept(s -> s.request(1)).exceptionally(e -> {
                    onError(e.getCause());
                    return null;
                });
                try {
                    known = signals.take();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    close();
                    throw new CancellationException("The event was cancelled");
                }
                ahead = known;
            }
            return known;
        }

        void close() {
            subscription.thenAccept(Flow.Subscription::cancel);
        }
    }
}
