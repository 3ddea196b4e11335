package io.gradio4j;

import java.util.List;

/** Blocks in a panel at the side of the window that slides in and out. */
public final class Sidebar extends Layout<Sidebar> implements HasExpand, HasCollapse {

    private static final Defaults DEFAULTS = Defaults.of("label", null, "open", true, "visible", true, "elem_id", null, "elem_classes", List.of(), "width", 320, "position", "left", "key", null,
            "preserved_by_key", List.of());

    /**
     * Makes a sidebar.
     *
     * @param children what it holds, in order
     */
    public Sidebar(Block... children) {
        super("sidebar", children);
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    /**
     * The name of the panel.
     *
     * @param label default: none
     * @return this layout
     */
    public Sidebar label(String label) {
        return set("label", label);
    }

    /**
     * Whether it is open.
     *
     * @param open default: true
     * @return this layout
     */
    public Sidebar open(boolean open) {
        return set("open", open);
    }

    /**
     * How wide it is.
     *
     * @param width pixels; default: 320
     * @return this layout
     */
    public Sidebar width(int width) {
        return set("width", width);
    }

    /**
     * How wide it is.
     *
     * @param width any CSS length; default: 320px
     * @return this layout
     */
    public Sidebar width(String width) {
        return set("width", width);
    }

    /**
     * At which side it is.
     *
     * @param position default: {@link Position#LEFT}
     * @return this layout
     */
    public Sidebar position(Position position) {
        return set("position", position);
    }
}
