package io.gradio4j;

import java.util.List;

/** Blocks under a heading that opens and closes. */
public final class Accordion extends Layout<Accordion> implements HasExpand, HasCollapse {

    private static final Defaults DEFAULTS = Defaults.of("label", null, "open", true, "visible", true, "elem_id", null, "elem_classes", List.of(), "key", null, "preserved_by_key", List.of());

    /**
     * Makes an accordion.
     *
     * @param label the heading
     * @param children what it holds, in order
     */
    public Accordion(String label, Block... children) {
        super("accordion", children);
        set("label", label);
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    /**
     * Whether it is open.
     *
     * @param open default: true
     * @return this layout
     */
    public Accordion open(boolean open) {
        return set("open", open);
    }
}
