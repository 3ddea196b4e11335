package io.gradio4j;

import java.util.List;

/** Blocks in one frame, without gaps between them. */
public final class Group extends Layout<Group> {

    private static final Defaults DEFAULTS = Defaults.of("visible", true, "elem_id", null, "elem_classes", List.of(), "key", null, "preserved_by_key", List.of());

    /**
     * Makes a group.
     *
     * @param children what it holds, in order
     */
    public Group(Block... children) {
        super("group", children);
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }
}
