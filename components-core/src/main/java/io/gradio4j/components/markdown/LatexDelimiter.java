package io.gradio4j.components.markdown;

import io.gradio4j.Conversion;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.stream.Stream;

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

    /**
     * Delimiters as a page gets them.
     *
     * @param delimiters none for no formulas
     * @return an array of objects
     */
    public static JsonArray json(LatexDelimiter... delimiters) {
        return Conversion.JSON.createArrayBuilder(Stream.of(delimiters).map(delimiter -> delimiter.json()).toList()).build();
    }

    private JsonObject json() {
        return Conversion.JSON.createObjectBuilder().add("left", left).add("right", right).add("display", display).build();
    }
}
