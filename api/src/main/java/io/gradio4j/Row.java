package io.gradio4j;

import java.util.List;

/** Blocks side by side; they wrap to the next line when there is no room. */
public final class Row extends Layout<Row> {

    private static final Defaults DEFAULTS = Defaults.of("variant", "default", "visible", true, "elem_id", null, "elem_classes", List.of(), "scale", null, "height", null, "max_height", null, "min_height",
            null, "equal_height", false, "show_progress", false, "key", null, "preserved_by_key", List.of());

    /**
     * Makes a row.
     *
     * @param children what it holds, in order
     */
    public Row(Block... children) {
        super("row", children);
    }

    /**
     * Makes a row.
     *
     * @param children what it holds, in order
     */
    public Row(List<? extends Block> children) {
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
     * How it looks.
     *
     * @param variant default: {@link LayoutVariant#DEFAULT}
     * @return this layout
     */
    public Row variant(LayoutVariant variant) {
        return set("variant", variant);
    }

    /**
     * How wide it is relative to its neighbours in a row.
     *
     * @param scale default: none
     * @return this layout
     */
    public Row scale(int scale) {
        return set("scale", scale);
    }

    /**
     * How high it is; more content scrolls.
     *
     * @param height pixels; default: none
     * @return this layout
     */
    public Row height(int height) {
        return set("height", height);
    }

    /**
     * How high it is; more content scrolls.
     *
     * @param height any CSS length; default: none
     * @return this layout
     */
    public Row height(String height) {
        return set("height", height);
    }

    /**
     * How high it may be; more content scrolls.
     *
     * @param height pixels; default: none
     * @return this layout
     */
    public Row maxHeight(int height) {
        return set("max_height", height);
    }

    /**
     * How high it may be; more content scrolls.
     *
     * @param height any CSS length; default: none
     * @return this layout
     */
    public Row maxHeight(String height) {
        return set("max_height", height);
    }

    /**
     * How high it is at least.
     *
     * @param height pixels; default: none
     * @return this layout
     */
    public Row minHeight(int height) {
        return set("min_height", height);
    }

    /**
     * How high it is at least.
     *
     * @param height any CSS length; default: none
     * @return this layout
     */
    public Row minHeight(String height) {
        return set("min_height", height);
    }

    /**
     * Whether all blocks in it are as high as the highest.
     *
     * @param height default: false
     * @return this layout
     */
    public Row equalHeight(boolean height) {
        return set("equal_height", height);
    }

    /**
     * Whether the layout itself shows a running event that has it as an output.
     *
     * @param progress default: false
     * @return this layout
     */
    public Row showProgress(boolean progress) {
        return set("show_progress", progress);
    }
}
