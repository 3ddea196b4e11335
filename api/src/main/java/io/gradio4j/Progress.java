package io.gradio4j;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How far a running event is, as the page shows it over the outputs. An argument of a handler, see {@link Gradio#progress()}.
 * Used by the handler's thread alone.
 *
 * {@snippet :
 * for (var step : progress.track(steps, "Packing")) {
 *     step.run();
 * }
 * }
 */
public final class Progress {

    private final Consumer<List<Unit>> receiver;
    private final List<Unit> running = new ArrayList<>();

    /**
     * Makes a progress; for runtimes.
     *
     * @param receiver gets every state, the outermost loop first
     */
    public Progress(Consumer<List<Unit>> receiver) {
        this.receiver = receiver;
    }

    /**
     * One bar.
     *
     * @param index steps done, or {@code null} when a fraction is given
     * @param length steps in all, or {@code null} when unknown
     * @param unit what is counted
     * @param progress the fraction done, 0 to 1, or {@code null} when steps are given
     * @param desc what is being done, or {@code null}
     */
    public record Unit(@Nullable Long index, @Nullable Long length, String unit, @Nullable Double progress, @Nullable String desc) {
    }

    /**
     * Reports a fraction.
     *
     * @param fraction 0 to 1
     * @param description what is being done
     * @throws IllegalArgumentException if the fraction is not within 0 and 1
     */
    public void report(double fraction, String description) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("progress must be within 0 and 1, not " + fraction);
        }
        send(new Unit(null, null, "steps", fraction, description));
    }

    /**
     * Reports steps.
     *
     * @param index steps done
     * @param length steps in all
     * @param description what is being done
     */
    public void report(long index, long length, String description) {
        send(new Unit(index, length, "steps", null, description));
    }

    /**
     * Reports whatever a bar can say: a count whose end is unknown, a unit of one's own, no description.
     *
     * @param bar the bar, below those of the loops that are running
     */
    public void report(Unit bar) {
        send(bar);
    }

    /**
     * Walks over a collection and reports at each step how many are done; loops may be nested.
     *
     * @param items what to walk over
     * @param description what is being done
     * @param <E> the items' type
     * @return the items
     */
    public <E> Iterable<E> track(Collection<E> items, String description) {
        return track(items, description, "steps");
    }

    /**
     * Walks over items of unknown number and reports at each step how many are done.
     *
     * @param items what to walk over
     * @param description what is being done
     * @param <E> the items' type
     * @return the items
     */
    public <E> Iterable<E> track(Iterable<E> items, String description) {
        return track(items, description, "steps");
    }

    /**
     * Walks over items, whose number is known if they are a collection, and reports at each step how many are done.
     *
     * @param items what to walk over
     * @param description what is being done
     * @param unit what is counted; "steps" without it
     * @param <E> the items' type
     * @return the items
     */
    public <E> Iterable<E> track(Iterable<E> items, String description, String unit) {
        var length = items instanceof Collection<?> c ? Long.valueOf(c.size()) : null;
        return () -> {
            var level = running.size();
            var all = items.iterator();
            return new Iterator<E>() {
                private long done;

                @Override
                public boolean hasNext() {
                    var more = all.hasNext();
                    if (!more) {
                        running.subList(Math.min(level, running.size()), running.size()).clear();
                    }
                    return more;
                }

                @Override
                public E next() {
                    var item = all.next();
                    running.subList(Math.min(level, running.size()), running.size()).clear();
                    running.add(new Unit(done, length, unit, null, description));
                    publish();
                    // Below an inner loop, the step that is being done counts, as in Gradio.
                    running.set(level, new Unit(++done, length, unit, null, description));
                    return item;
                }
            };
        };
    }

    /** Takes what was reported away from the page, which then shows the time alone. The next step of a loop that is running is reported again. */
    public void hide() {
        receiver.accept(List.of());
    }

    private void send(Unit unit) {
        var all = new ArrayList<>(running);
        all.add(unit);
        receiver.accept(List.copyOf(all));
    }

    private void publish() {
        receiver.accept(List.copyOf(running));
    }
}
