package io.gradio4j;

import java.util.List;

/**
 * Blocks that a person can move to each other's places, with a handle that stands on each. The order is the person's own: the server
 * does not get to know it.
 *
 * {@snippet :
 * new Draggable(sales, visits, returns).orientation(Orientation.ROW);
 * }
 */
public final class Draggable extends Layout<Draggable> {

    private static final Defaults DEFAULTS = Defaults.of("orientation", "column", "visible", true, "elem_id", null, "elem_classes", List.of(), "key", null,
            "preserved_by_key", List.of());

    /**
     * Makes a layout.
     *
     * @param children what it holds, in the order at the start
     */
    public Draggable(Block... children) {
        super("draggable", children);
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    /**
     * Whether the blocks stand side by side or one below the other.
     *
     * @param orientation default: {@link Orientation#COLUMN}
     * @return this layout
     */
    public Draggable orientation(Orientation orientation) {
        return set("orientation", orientation);
    }
}
