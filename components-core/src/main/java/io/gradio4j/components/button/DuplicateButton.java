package io.gradio4j.components.button;

import io.gradio4j.ApiVisibility;
import io.gradio4j.Defaults;
import java.util.Optional;
import java.util.regex.Pattern;

/** A button that copies the Hugging Face Space in which the app runs, in a new tab. Elsewhere it does nothing. */
public final class DuplicateButton extends BaseButton<DuplicateButton> {

    private static final Defaults DEFAULTS = defaults("Duplicate Space", "variant", "huggingface", "size", "sm", "scale", 0).saying("value", "button.duplicate");
    private static final Pattern SPACE = Pattern.compile("[\\w.-]+/[\\w.-]+");

    /** Makes a button that says "Duplicate Space". */
    public DuplicateButton() {
        this(Optional.ofNullable(System.getenv("SPACE_ID")));
    }

    /** Makes a button for a Space, {@code owner/name}. */
    DuplicateButton(Optional<String> space) {
        super("button");
        space.filter(SPACE.asMatchPredicate()).ifPresent(id -> onClick().apiVisibility(ApiVisibility.PRIVATE)
                .js("() => { window.open('https://huggingface.co/spaces/" + id + "?duplicate=true', '_blank', 'noopener'); }"));
    }

    /**
     * Makes a button.
     *
     * @param caption its text
     */
    public DuplicateButton(String caption) {
        this();
        value(caption);
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }
}
