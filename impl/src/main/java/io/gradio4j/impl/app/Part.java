package io.gradio4j.impl.app;

import io.gradio4j.Block;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * A part of one page as it was drawn last. Immutable.
 *
 * @param id the number of the layout that holds it
 * @param blocks its blocks by number
 * @param dependencies its listeners, by their numbers
 * @param keys the numbers of its blocks with keys
 * @param config what the page is told of it
 */
public record Part(int id, Map<Integer, Block> blocks, Map<Integer, Dependency> dependencies, Map<String, Integer> keys, JsonObject config) {

    /** The layouts within it that hold what is drawn by others. */
    List<Integer> inner() {
        return dependencies.values().stream().flatMap(d -> d.renderId().stream().boxed()).toList();
    }
}
