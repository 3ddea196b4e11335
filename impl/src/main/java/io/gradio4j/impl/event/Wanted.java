package io.gradio4j.impl.event;

import java.util.Optional;

/**
 * Which listener somebody wants to call.
 *
 * @param number its number; empty where its name is given
 * @param name its endpoint's name; an empty string where its number is given
 * @param own whether the wish comes from the app's own page, to which private endpoints are open
 */
public record Wanted(Optional<Integer> number, String name, boolean own) {

    /** A listener by its number. */
    public static Wanted numbered(int number, boolean own) {
        return new Wanted(Optional.of(number), "", own);
    }

    /** A listener by its endpoint's name. */
    public static Wanted named(String name, boolean own) {
        return new Wanted(Optional.empty(), name, own);
    }
}
