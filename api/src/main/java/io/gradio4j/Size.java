package io.gradio4j;

import java.util.Arrays;
import java.util.List;

/**
 * The named scales of a {@link Theme}: what "small" or "large" means for its texts, spaces and corners. Not every name exists for
 * each of them; {@link Theme#textSize(Size)}, {@link Theme#spacingSize(Size)} and {@link Theme#radiusSize(Size)} say which.
 */
public enum Size {
    /** Square corners. For corners only. */
    NONE,
    /** Small. */
    SM,
    /** Medium, the default of all three scales. */
    MD,
    /** Large. */
    LG,
    /** Very round corners. For corners only. */
    XXL;

    /** The steps of a scale, as in the variables {@code text_xxs} to {@code text_xxl}. */
    static final List<String> STEPS = List.of("xxs", "xs", "sm", "md", "lg", "xl", "xxl");

    List<String> text() {
        return switch (this) {
            case SM -> pixels(8, 9, 11, 13, 16, 20, 24);
            case MD -> pixels(9, 10, 12, 14, 16, 22, 26);
            case LG -> pixels(10, 12, 14, 16, 20, 24, 28);
            case NONE, XXL -> throw missing("text", "SM, MD and LG");
        };
    }

    List<String> spacing() {
        return switch (this) {
            case SM -> pixels(1, 1, 2, 4, 6, 9, 12);
            case MD -> pixels(1, 2, 4, 6, 8, 10, 16);
            case LG -> pixels(2, 4, 6, 8, 10, 14, 28);
            case NONE, XXL -> throw missing("spacing", "SM, MD and LG");
        };
    }

    List<String> radius() {
        return switch (this) {
            case NONE -> pixels(0, 0, 0, 0, 0, 0, 0);
            case SM -> pixels(1, 1, 2, 4, 6, 8, 12);
            case MD -> pixels(1, 2, 4, 6, 8, 12, 22);
            case LG -> pixels(2, 4, 6, 8, 12, 16, 24);
            case XXL -> pixels(6, 8, 10, 20, 24, 28, 32);
        };
    }

    private static List<String> pixels(int... steps) {
        return Arrays.stream(steps).mapToObj(step -> step + "px").toList();
    }

    private IllegalArgumentException missing(String scale, String existing) {
        return new IllegalArgumentException("There is no %s size %s, only %s".formatted(scale, this, existing));
    }
}
