package io.gradio4j.components.remote;

import io.gradio4j.Block;
import io.gradio4j.Defaults;
import io.gradio4j.Layout;
import jakarta.json.JsonObject;
import java.util.List;

/** A layout of the other app. What Gradio puts around blocks by itself is there already. */
final class RemoteLayout extends Layout<RemoteLayout> {

    private static final Defaults DEFAULTS = Defaults.of();

    private final int id;
    private final String name;

    /**
     * Makes a layout.
     *
     * @param type one of ours
     * @param props what the other app's configuration says of it
     */
    RemoteLayout(String type, int id, JsonObject props, List<Block> children) {
        super(type, children.toArray(Block[]::new));
        this.id = id;
        name = RemoteJson.word(props, "name").orElse(type);
        RemoteProps.of(type, props).forEach(this::set);
    }

    /** Its number in the other app. */
    int id() {
        return id;
    }

    @Override
    protected String name() {
        return name;
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    @Override
    protected boolean groupsForms() {
        return false;
    }
}
