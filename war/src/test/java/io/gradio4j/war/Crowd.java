package io.gradio4j.war;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/** Many clients that do the same. */
final class Crowd {

    private Crowd() {
    }

    /** What one of them does. */
    interface Visit<T> {
        T make(int number) throws Exception;
    }

    /**
     * All of them do it, some at a time.
     *
     * @param from the first one's number
     * @param to the number behind the last one's
     * @param together how many at most at the same time
     * @param visit what they do
     * @return what they got
     */
    static <T> List<T> all(int from, int to, int together, Visit<T> visit) throws InterruptedException {
        var turns = new Semaphore(together);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> visits = new ArrayList<>();
            IntStream.range(from, to).forEach(number -> visits.add(threads.submit(() -> {
                turns.acquire();
                try {
                    return visit.make(number);
                } finally {
                    turns.release();
                }
            })));
            var results = new ArrayList<T>();
            for (var one : visits) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError("one of the crowd failed: " + e.getCause(), e.getCause());
        }
    }
}
