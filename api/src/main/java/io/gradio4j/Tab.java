package io.gradio4j;

import java.util.List;

/** One page of {@link Tabs}. */
public final class Tab extends Layout<Tab> implements HasSelect {

    private static final Defaults DEFAULTS = Defaults.of("label", null, "visible", true, "interactive", true, "id", null, "elem_id", null, "elem_classes", List.of(), "scale", null, "key", null,
            "preserved_by_key", List.of(), "render_children", false);

    /**
     * Makes a page.
     *
     * @param label the text on its button
     * @param children what it holds, in order
     */
    public Tab(String label, Block... children) {
        super("tabitem", children);
        set("label", label);
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    @Override
    protected String name() {
        return "tab";
    }

    /**
     * Whether it can be selected.
     *
     * @param interactive default: true
     * @return this layout
     */
    public Tab interactive(boolean interactive) {
        return set("interactive", interactive);
    }

    /**
     * The name by which {@link Tabs#selected} opens it.
     *
     * @param id default: a number of its own
     * @return this layout
     */
    public Tab id(String id) {
        return set("id", id);
    }

    /**
     * The number by which {@link Tabs#selected} opens it.
     *
     * @param id default: a number of its own
     * @return this layout
     */
    public Tab id(int id) {
        return set("id", id);
    }

    /**
     * How wide it is relative to its neighbours in a row.
     *
     * @param scale default: none
     * @return this layout
     */
    public Tab scale(int scale) {
        return set("scale", scale);
    }

    /**
     * Whether its blocks are made before it is first shown.
     *
     * @param children default: false
     * @return this layout
     */
    public Tab renderChildren(boolean children) {
        return set("render_children", children);
    }
}
