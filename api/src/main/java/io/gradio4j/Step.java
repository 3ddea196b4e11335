package io.gradio4j;

import java.util.List;

/** One step of a {@link Walkthrough}. */
public final class Step extends Layout<Step> implements HasSelect {

    private static final Defaults DEFAULTS = Defaults.of("label", null, "visible", true, "interactive", true, "id", null, "elem_id", null, "elem_classes", List.of(), "scale",
            null, "key", null, "preserved_by_key", List.of());

    /**
     * Makes a step.
     *
     * @param label the text at its number
     * @param children what it holds, in order
     */
    public Step(String label, Block... children) {
        super("walkthroughstep", children);
        set("label", label);
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    @Override
    protected String name() {
        return "step";
    }

    /**
     * Whether a person can go back to it.
     *
     * @param interactive default: true
     * @return this layout
     */
    public Step interactive(boolean interactive) {
        return set("interactive", interactive);
    }

    /**
     * The number by which {@link Walkthrough#selected} shows it.
     *
     * @param id default: a number of its own
     * @return this layout
     */
    public Step id(int id) {
        return set("id", id);
    }

    /**
     * How wide it is relative to its neighbours in a row.
     *
     * @param scale default: none
     * @return this layout
     */
    public Step scale(int scale) {
        return set("scale", scale);
    }
}
