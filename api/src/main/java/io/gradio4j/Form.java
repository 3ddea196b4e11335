package io.gradio4j;

import java.util.List;

/** The frame around neighbouring inputs. The runtime makes it; apps need not. */
public final class Form extends Layout<Form> {

    private static final Defaults DEFAULTS = Defaults.of("scale", 0, "min_width", 0, "key", null, "preserved_by_key", List.of());

    /**
     * Makes a form.
     *
     * @param children what it holds, in order
     */
    public Form(Block... children) {
        super("form", children);
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    /**
     * How wide it is relative to its neighbours in a row.
     *
     * @param scale default: 0
     * @return this layout
     */
    public Form scale(int scale) {
        return set("scale", scale);
    }

    /**
     * The least width in pixels.
     *
     * @param width default: 0
     * @return this layout
     */
    public Form minWidth(int width) {
        return set("min_width", width);
    }
}
