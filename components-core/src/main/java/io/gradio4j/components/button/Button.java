package io.gradio4j.components.button;

import io.gradio4j.Defaults;

/**
 * A button.
 *
 * {@snippet :
 * var greet = new Button("Greet").variant(Variant.PRIMARY);
 * greet.onClick().inputs(name).outputs(greeting).run(service::greet);
 * }
 */
public final class Button extends BaseButton<Button> {

    private static final Defaults DEFAULTS = defaults("Run").saying("value", "button.run");

    /** Makes a button that says "Run". */
    public Button() {
        super("button");
    }

    /**
     * Makes a button.
     *
     * @param caption its text
     */
    public Button(String caption) {
        this();
        value(caption);
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }
}
