package io.gradio4j;

import java.util.List;

/** Blocks one below the other. */
public final class Column extends Layout<Column> {

    private static final Defaults DEFAULTS = Defaults.of("scale", 1, "min_width", 320, "variant", "default", "visible", true, "elem_id", null, "elem_classes", List.of(), "show_progress", false, "key", null,
            "preserved_by_key", List.of());

    /**
     * Makes a column.
     *
     * @param children what it holds, in order
     */
    public Column(Block... children) {
        super("column", children);
    }

    /**
     * Makes a column.
     *
     * @param children what it holds, in order
     */
    public Column(List<? extends Block> children) {
        this(children.toArray(Block[]::new));
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    @Override
    protected boolean groupsForms() {
        return properties().get("variant") != LayoutVariant.COMPACT;
    }

    /**
     * How wide it is relative to its neighbours in a row.
     *
     * @param scale default: 1
     * @return this layout
     */
    public Column scale(int scale) {
        return set("scale", scale);
    }

    /**
     * The least width in pixels; a narrower place wraps it to the next line.
     *
     * @param width default: 320
     * @return this layout
     */
    public Column minWidth(int width) {
        return set("min_width", width);
    }

    /**
     * How it looks.
     *
     * @param variant default: {@link LayoutVariant#DEFAULT}
     * @return this layout
     */
    public Column variant(LayoutVariant variant) {
        return set("variant", variant);
    }

    /**
     * Whether the layout itself shows a running event that has it as an output.
     *
     * @param progress default: false
     * @return this layout
     */
    public Column showProgress(boolean progress) {
        return set("show_progress", progress);
    }
}
