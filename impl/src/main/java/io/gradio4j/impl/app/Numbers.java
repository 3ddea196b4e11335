package io.gradio4j.impl.app;

import io.gradio4j.Block;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers for the blocks of a drawn part: those with a key that was there before keep theirs, all others get new ones. Several blocks of one
 * class may have the same key; they are told apart by their order.
 */
final class Numbers {

    private final Map<String, Integer> before;
    private final Map<String, Integer> now = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private int next;

    /**
     * Starts.
     *
     * @param before the numbers of blocks with keys
     * @param next the first new number
     */
    Numbers(Map<String, Integer> before, int next) {
        this.before = before;
        this.next = next;
    }

    int of(Block block) {
        var key = block.properties().get("key");
        if (key == null) {
            return next++;
        }
        var name = block.getClass().getName() + " " + key;
        var full = name + " " + seen.merge(name, 1, Integer::sum);
        var known = before.get(full);
        var id = known == null ? next++ : known;
        now.put(full, id);
        return id;
    }

    /** The numbers of blocks with keys. */
    Map<String, Integer> keys() {
        return Map.copyOf(now);
    }

    /** The next new number. */
    int next() {
        return next;
    }
}
