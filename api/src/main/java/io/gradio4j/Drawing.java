package io.gradio4j;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run of a {@link Render}'s function on this thread. A started app does not change; what the function listens to on blocks of the app
 * belongs to what is being drawn, and goes with it.
 */
final class Drawing {

    private static final ThreadLocal<@Nullable Drawing> CURRENT = new ThreadLocal<>();

    private final long since = ListenerDefinition.nextOrder();
    private final Set<ListenerDefinition> listeners = new LinkedHashSet<>();

    static BlockAccess.Drawn run(Handler.Function function, @Nullable Object[] arguments) throws Exception {
        var outer = CURRENT.get();
        var drawing = new Drawing();
        CURRENT.set(drawing);
        try {
            if (!(function.apply(arguments) instanceof Block content)) {
                throw new IllegalStateException("The function of a Render returned null; for nothing at all it returns Blocks.of()");
            }
            return new BlockAccess.Drawn(content, List.copyOf(drawing.listeners));
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    /** Takes a listener for a block that has started; false if nothing is being drawn. */
    static boolean take(ListenerDefinition listener) {
        var drawing = CURRENT.get();
        return drawing != null && (drawing.listeners.contains(listener) || drawing.listeners.add(listener));
    }

    /** Takes a listener that follows one of the app's; false if that one is new itself. */
    static boolean takeFollower(ListenerDefinition listener, ListenerDefinition followed) {
        var drawing = CURRENT.get();
        return drawing != null && followed.order < drawing.since && take(listener);
    }
}
