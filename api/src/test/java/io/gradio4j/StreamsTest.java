package io.gradio4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StreamsTest {

    /** Counts what is asked of it; the test says when it emits. */
    private static final class Source implements Flow.Publisher<String>, Flow.Subscription {
        private final List<String> items;
        private Flow.@Nullable Subscriber<? super String> subscriber;
        private long asked;
        private boolean cancelled;
        private int next;

        Source(String... items) {
            this.items = List.of(items);
        }

        @Override
        public void subscribe(Flow.Subscriber<? super String> subscriber) {
            this.subscriber = subscriber;
            subscriber.onSubscribe(this);
        }

        @Override
        public void request(long n) {
            asked += n;
            for (var i = 0; i < n; i++) {
                if (next < items.size()) {
                    to().onNext(items.get(next++));
                } else {
                    to().onComplete();
                }
            }
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        Flow.Subscriber<? super String> to() {
            return java.util.Objects.requireNonNull(subscriber);
        }
    }

    private static Flow.Publisher<String> failing(Throwable cause) {
        return subscriber -> {
            subscriber.onSubscribe(new Silence());
            subscriber.onError(cause);
        };
    }

    /** Never says anything. */
    private static final class Silence implements Flow.Publisher<String>, Flow.Subscription {
        private boolean cancelled;

        @Override
        public void subscribe(Flow.Subscriber<? super String> subscriber) {
            subscriber.onSubscribe(this);
        }

        @Override
        public void request(long n) {
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    private static final class Rows implements Iterable<String>, AutoCloseable {
        private int closed;

        @Override
        public Iterator<String> iterator() {
            return List.of("a", "b").iterator();
        }

        @Override
        public void close() throws IOException {
            closed++;
        }
    }

    /** Such as a cursor of a database. */
    private static final class Lines implements Iterator<String>, AutoCloseable {
        private int closed;

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public String next() {
            return "line";
        }

        @Override
        public void close() {
            closed++;
        }
    }

    @Test
    void anIterableGivesItsItems() {
        assertThat(Streams.of(List.of("a", "b"))).containsExactly("a", "b");
    }

    @Test
    void closingTheStreamClosesTheIterable() {
        var rows = new Rows();

        try (var stream = Streams.of(rows)) {
            assertThat(stream.iterator().next()).isEqualTo("a");
            assertThat(rows.closed).isZero();
        }

        assertThat(rows.closed).isOne();
    }

    @Test
    void aPublisherGivesItsItems() {
        assertThat(Streams.of(new Source("a", "b", "c"))).containsExactly("a", "b", "c");
    }

    @Test
    void anEmptyPublisherGivesNothing() {
        assertThat(Streams.of(new Source())).isEmpty();
    }

    @Test
    void aPublisherIsAskedForOneItemAtATimeWhenItIsWanted() {
        var source = new Source("a", "b", "c");
        var items = Streams.of(source).iterator();
        assertThat(source.asked).isZero();

        for (var taken = 1; taken <= 3; taken++) {
            items.next();
            assertThat(source.asked).isEqualTo(taken);
        }
    }

    @Test
    void aPublisherMaySubscribeLater() throws InterruptedException {
        var source = new Source("a", "b");
        var later = new LinkedBlockingQueue<Flow.Subscriber<? super String>>();
        var stream = Streams.of((Flow.Publisher<String>) later::add);

        var subscribing = Thread.ofVirtual().start(() -> source.subscribe(later.remove()));

        assertThat(stream).containsExactly("a", "b");
        subscribing.join();
    }

    @Test
    void aSubscriptionThatComesAfterTheCloseIsCancelled() {
        var source = new Source("a");
        var later = new LinkedBlockingQueue<Flow.Subscriber<? super String>>();
        Streams.of((Flow.Publisher<String>) later::add).close();

        source.subscribe(later.remove());

        assertThat(source.cancelled).isTrue();
    }

    @Test
    void aPublisherThatCannotBeAskedFails() {
        Flow.Publisher<String> broken = subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long n) {
                throw new ArithmeticException("broken");
            }

            @Override
            public void cancel() {
            }
        });

        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Streams.of(broken).toList()).withMessage("broken");
    }

    @Test
    void closingTheStreamClosesTheIterator() {
        var lines = new Lines();

        try (var stream = Streams.of(() -> lines)) {
            assertThat(stream.iterator().next()).isEqualTo("line");
        }

        assertThat(lines.closed).isOne();
    }

    @Test
    void closingTheStreamCancelsTheSubscription() {
        var source = new Source("a", "b");

        try (var stream = Streams.of(source)) {
            stream.iterator().next();
        }

        assertThat(source.cancelled).isTrue();
    }

    @Test
    void aPublishersUncheckedFailureIsThrownAsItIs() {
        var stream = Streams.of(failing(new ArithmeticException("by zero")));

        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(stream::toList).withMessage("by zero");
    }

    @Test
    void aPublishersCheckedFailureIsTheCause() {
        var stream = Streams.of(failing(new IOException("reset")));

        assertThatIllegalStateException().isThrownBy(stream::toList).withMessage("The publisher failed")
                .withCauseInstanceOf(IOException.class);
    }

    @Test
    void anInterruptedReaderIsCancelledAndCancelsTheSubscription() {
        var silence = new Silence();
        var items = Streams.of(silence).iterator();

        Thread.currentThread().interrupt();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(items::hasNext);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(silence.cancelled).isTrue();
    }

    @Test
    void itemsBeforeAFailureArrive() {
        var seen = new ArrayList<String>();
        Flow.Publisher<String> source = subscriber -> {
            subscriber.onSubscribe(new Silence());
            subscriber.onNext("a");
            subscriber.onError(new ArithmeticException());
        };

        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Streams.of(source).forEach(seen::add));
        assertThat(seen).containsExactly("a");
    }
}
