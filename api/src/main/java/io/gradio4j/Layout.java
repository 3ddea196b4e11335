package io.gradio4j;

import java.util.List;

/**
 * A block that holds others. Its children are given to the constructor and never change.
 *
 * @param <S> the layout's own type
 */
public abstract non-sealed class Layout<S extends Layout<S>> extends Fluent<S> {

    private final List<Block> children;

    /**
     * Makes a layout.
     *
     * @param type the front-end name
     * @param children what it holds, in order
     */
    protected Layout(String type, Block... children) {
        super(type);
        this.children = List.of(children);
    }

    /** What this layout holds, in order. */
    public final List<Block> children() {
        return children;
    }

    @Override
    protected boolean skipApi() {
        return true;
    }

    /** Whether neighbouring inputs among the children share one frame. Default: true. */
    protected boolean groupsForms() {
        return true;
    }
}
