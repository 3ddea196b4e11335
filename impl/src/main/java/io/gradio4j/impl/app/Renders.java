package io.gradio4j.impl.app;

import io.gradio4j.Block;
import io.gradio4j.BlockAccess;
import io.gradio4j.BlockAccess.Drawn;
import io.gradio4j.Blocks;
import io.gradio4j.Conversion;
import io.gradio4j.ListenerDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes parts of pages of what the functions of an app's renders return. What the parts of one page have is in {@link Parts}. Immutable. */
public final class Renders {

    private final Blocks page;
    private final int root;
    private final Map<Block, Integer> ids;
    private final Map<Integer, Block> blocks;
    private final List<Dependency> dependencies;
    private final OptionalInt limit;
    private final Set<String> roles;
    private final AtomicLong serial = new AtomicLong();

    Renders(Blocks page, Layouts layouts, List<Dependency> dependencies, OptionalInt limit) {
        this.page = page;
        root = layouts.id(page).orElseThrow();
        ids = layouts.ids();
        blocks = Map.copyOf(layouts.blocks());
        this.dependencies = dependencies;
        this.limit = limit;
        roles = dependencies.stream().map(Dependency::definition).flatMap(d -> Stream.concat(d.rolesAllowed().stream(), d.rolesWithin().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * One part to be made.
     *
     * @param rendering the listener that has drawn it
     * @param drawn what it made
     * @param numbers gives its blocks their numbers
     * @param firstDependency its first listener's number
     * @param blocks what other renders have drawn for the page
     * @param dependencies their listeners
     */
    record Work(Dependency rendering, Drawn drawn, Numbers numbers, int firstDependency, Map<Integer, Block> blocks, List<Dependency> dependencies) {
    }

    /** Whether a block is the app's own. */
    boolean isOfApp(int id) {
        return blocks.containsKey(id);
    }

    /** The first number that no block of the app itself has. */
    int firstBlock() {
        return blocks.keySet().stream().mapToInt(i -> i).max().orElse(root) + 1;
    }

    /** The first number that no listener of the app itself has. */
    int firstDependency() {
        return dependencies.size();
    }

    /**
     * Draws a part of a page.
     *
     * @param parts what the page has; the part is there afterwards
     * @param rendering the listener that has drawn it
     * @param drawn what it made
     * @param conversion writes values as the page gets them
     * @return what has changed; empty if the place of the part is gone
     */
    public Optional<Parts.Change> draw(Parts parts, Dependency rendering, Drawn drawn, Conversion conversion) {
        return parts.draw(this, rendering, drawn, conversion);
    }

    Part part(Work work, Conversion conversion) {
        var id = work.rendering().renderId().orElseThrow();
        var around = new LinkedHashMap<>(blocks);
        around.putAll(work.blocks());
        var container = Objects.requireNonNull(around.get(id));
        var layouts = new Layouts(page, outside(work), container, work.drawn().content(), work.numbers());
        var own = new Dependencies(layouts, page, limit, surroundings(work, id)).all();
        var part = new LinkedHashMap<>(layouts.blocks());
        around.putAll(part);
        var all = new ArrayList<>(dependencies);
        all.addAll(work.dependencies());
        all.addAll(own);
        var config = new ConfigDocument(page, around, all, conversion).part(id, part, own, layouts);
        part.remove(id);
        part.values().forEach(BlockAccess::freeze);
        layouts.renders().values().forEach(BlockAccess::freeze);
        layouts.pages().forEach(BlockAccess::freeze);
        var byId = new LinkedHashMap<Integer, Dependency>();
        own.forEach(dependency -> byId.put(dependency.id(), dependency));
        return new Part(id, Collections.unmodifiableMap(part), Collections.unmodifiableMap(byId), work.numbers().keys(), config);
    }

    /** The numbers of all blocks that are there already. */
    private Map<Block, Integer> outside(Work work) {
        var known = new IdentityHashMap<>(ids);
        work.blocks().forEach((id, block) -> known.put(block, id));
        return known;
    }

    private Dependencies.Surroundings surroundings(Work work, int id) {
        var names = new HashSet<String>();
        var listeners = new IdentityHashMap<ListenerDefinition, Integer>();
        for (var known : List.of(dependencies, work.dependencies())) {
            known.forEach(dependency -> {
                names.add(dependency.apiName());
                if (!dependency.cancelling()) {
                    listeners.put(dependency.definition(), dependency.id());
                }
            });
        }
        var rendering = work.rendering();
        return new Dependencies.Surroundings(work.firstDependency(), names, listeners, work.drawn().listeners(), roles,
                Optional.of(new Dependency.Origin(id, rendering.countedAs(), rendering.timedAs(), serial.incrementAndGet())));
    }
}
