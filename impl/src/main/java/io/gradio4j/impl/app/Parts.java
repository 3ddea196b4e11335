package io.gradio4j.impl.app;

import io.gradio4j.Block;
import io.gradio4j.BlockAccess.Drawn;
import io.gradio4j.Conversion;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** What was drawn for one page: the blocks and listeners that no other page has. Safe for use by many threads. */
public final class Parts {

    /** The most blocks that all parts of a page may have together. */
    static final int MOST = 10_000;
    private static final int RANGE = 10_000_000;

    private final ReentrantLock drawing = new ReentrantLock();
    private final Map<Integer, Part> parts = new LinkedHashMap<>();
    private final IntSupplier range;
    private int nextBlock;
    private int nextDependency;
    private volatile Contents contents = new Contents(Map.of(), Map.of());

    private record Contents(Map<Integer, Block> blocks, Map<Integer, Dependency> dependencies) {

        static Contents of(Collection<Part> parts) {
            var blocks = new LinkedHashMap<Integer, Block>();
            var dependencies = new LinkedHashMap<Integer, Dependency>();
            parts.forEach(part -> {
                blocks.putAll(part.blocks());
                dependencies.putAll(part.dependencies());
            });
            return new Contents(blocks, dependencies);
        }
    }

    /**
     * Nothing yet.
     *
     * @param range which range of numbers new blocks and listeners get, 0 being the first one: each server that draws for a page has another
     */
    public Parts(IntSupplier range) {
        this.range = range;
    }

    /**
     * What drawing a part has changed.
     *
     * @param part the part
     * @param gone the blocks that are no more
     * @param kept the blocks that are known from before, as they were
     */
    public record Change(Part part, Map<Integer, Block> gone, Map<Integer, Block> kept) {
    }

    /** A block by its number. */
    public Optional<Block> block(int id) {
        return Optional.ofNullable(contents.blocks().get(id));
    }

    /** A listener by its number. */
    public Optional<Dependency> dependency(int id) {
        return Optional.ofNullable(contents.dependencies().get(id));
    }

    /** All blocks by number. */
    public Map<Integer, Block> blocks() {
        return contents.blocks();
    }

    /** All listeners. */
    public List<Dependency> dependencies() {
        return List.copyOf(contents.dependencies().values());
    }

    /**
     * Puts a part in the place of what was drawn there before. If that fails, everything stays as it was.
     *
     * @param renders knows the app
     * @param rendering the listener that has drawn it
     * @param drawn what it made
     * @param conversion writes values as the page gets them
     * @return what has changed; empty if the place of the part is gone, because what is around it was drawn anew meanwhile
     * @throws IllegalStateException if the part contradicts itself, or there is too much of it
     */
    Optional<Change> draw(Renders renders, Dependency rendering, Drawn drawn, Conversion conversion) {
        drawing.lock();
        try {
            var id = rendering.renderId().orElseThrow();
            if (!renders.isOfApp(id) && !contents.blocks().containsKey(id)) {
                return Optional.empty();
            }
            if (nextBlock == 0) {
                var offset = Math.multiplyExact(range.getAsInt(), RANGE);
                nextBlock = renders.firstBlock() + offset;
                nextDependency = renders.firstDependency() + offset;
            }
            var remaining = new LinkedHashMap<>(parts);
            var old = Optional.ofNullable(remaining.get(id));
            remove(id, remaining);
            var others = Contents.of(remaining.values());
            var numbers = new Numbers(old.map(Part::keys).orElse(Map.of()), nextBlock);
            var part = renders.part(new Renders.Work(rendering, drawn, numbers, nextDependency, others.blocks(), List.copyOf(others.dependencies().values())),
                    conversion);
            nextBlock = numbers.next();
            nextDependency += part.dependencies().size();
            remaining.put(id, part);
            var all = Contents.of(remaining.values());
            if (all.blocks().size() > MOST) {
                throw new IllegalStateException("The renders of one page made more than " + MOST + " blocks");
            }
            var before = contents.blocks();
            parts.clear();
            parts.putAll(remaining);
            contents = all;
            return Optional.of(new Change(part, chosen(before, i -> !all.blocks().containsKey(i)), chosen(before, part.blocks()::containsKey)));
        } finally {
            drawing.unlock();
        }
    }

    /** Takes a part out with all parts within it. */
    private static void remove(int id, Map<Integer, Part> parts) {
        var part = parts.remove(id);
        if (part != null) {
            part.inner().forEach(inner -> remove(inner, parts));
        }
    }

    private static Map<Integer, Block> chosen(Map<Integer, Block> blocks, IntPredicate which) {
        var chosen = new LinkedHashMap<Integer, Block>();
        blocks.forEach((id, block) -> {
            if (which.test(id)) {
                chosen.put(id, block);
            }
        });
        return chosen;
    }

    /** All listeners of a page: the app's and those that were drawn. */
    public Stream<Dependency> with(App app) {
        return Stream.concat(app.dependencies().stream(), contents.dependencies().values().stream());
    }
}
