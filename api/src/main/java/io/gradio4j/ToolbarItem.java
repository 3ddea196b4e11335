package io.gradio4j;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** An entry of a component's toolbar: a {@link ToolbarButton built-in one}, or a button of the app's own. */
public interface ToolbarItem {

    /**
     * Entries as a component keeps them in its property {@code buttons}.
     *
     * @param items in order
     * @return built-in entries by name, buttons as they are
     */
    static List<Object> toProperty(ToolbarItem... items) {
        return Stream.of(items).<Object>map(i -> i instanceof ToolbarButton b ? b.name().toLowerCase(Locale.ROOT) : i).toList();
    }
}
