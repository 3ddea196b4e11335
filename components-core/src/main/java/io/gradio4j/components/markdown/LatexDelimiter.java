package io.gradio4j.components.markdown;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * What stands around a formula.
 *
 * @param left before it
 * @param right after it
 * @param display whether it gets a line of its own
 */
public record LatexDelimiter(String left, String right, boolean display) {

    /**
     * Checks the delimiters.
     *
     * @throws IllegalArgumentException if one is empty
     */
    public LatexDelimiter {
        if (left.isEmpty() || right.isEmpty()) {
            throw new IllegalArgumentException("A LaTeX delimiter must not be empty: \"" + left + "\", \"" + right + "\"");
        }
    }

    JsonObject json() {
        return Json.createObjectBuilder().add("left", left).add("right", right).add("display", display).build();
    }
}
