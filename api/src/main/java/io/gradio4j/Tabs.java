package io.gradio4j;

import java.util.List;

/** Pages in one place, of which one is shown. */
public final class Tabs extends Layout<Tabs> implements HasChange, HasSelect {

    private static final Defaults DEFAULTS = Defaults.of("selected", null, "visible", true, "elem_id", null, "elem_classes", List.of(), "key", null, "preserved_by_key", List.of());

    /**
     * Makes tabs.
     *
     * @param tabs the pages, in order
     */
    public Tabs(Tab... tabs) {
        super("tabs", tabs);
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    /**
     * Which tab is open: the {@link Tab#id id} of one.
     *
     * @param selected default: the first one
     * @return this layout
     */
    public Tabs selected(String selected) {
        return set("selected", selected);
    }

    /**
     * Which tab is open: the number of one.
     *
     * @param selected default: the first one
     * @return this layout
     */
    public Tabs selected(int selected) {
        return set("selected", selected);
    }
}
