package io.gradio4j;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a handler with several outputs returns: a change for each output that should change. An output that is not named is left as
 * it is. Immutable.
 *
 * {@snippet :
 * Updates.of(label, scores).and(preview, picture).and(new Button("Run again").as(run));
 * }
 */
public final class Updates {

    private static final Updates NONE = new Updates(List.of());

    private final List<Update> all;

    private Updates(List<Update> all) {
        this.all = all;
    }

    /** No change at all: every output is left as it is. */
    public static Updates none() {
        return NONE;
    }

    /**
     * A new value for one output.
     *
     * @param output the component
     * @param value its new value; {@code null} empties it
     * @param <T> the component's value type
     * @return the changes
     */
    public static <T extends @Nullable Object> Updates of(Component<T, ?> output, T value) {
        return NONE.and(output, value);
    }

    /**
     * Changed properties of one output.
     *
     * @param update made by {@link Fluent#as}
     * @return the changes
     */
    public static Updates of(Update update) {
        return NONE.and(update);
    }

    /**
     * These changes and a new value for another output.
     *
     * @param output the component
     * @param value its new value; {@code null} empties it
     * @param <T> the component's value type
     * @return the changes
     */
    public <T extends @Nullable Object> Updates and(Component<T, ?> output, T value) {
        return and(new Update.OfValue(output, value));
    }

    /**
     * These changes and changed properties of another output.
     *
     * @param update made by {@link Fluent#as}
     * @return the changes
     */
    public Updates and(Update update) {
        var more = new ArrayList<>(all);
        more.add(update);
        return new Updates(List.copyOf(more));
    }

    /** All changes, in the order they were named. */
    public List<Update> all() {
        return all;
    }
}
