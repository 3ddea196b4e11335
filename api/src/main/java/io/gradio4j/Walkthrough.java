package io.gradio4j;

import java.util.List;

/**
 * Steps that follow each other, of which one is shown. A person can go back to a step that is done; it is the app that goes on, by
 * an update of {@link #selected}.
 *
 * {@snippet :
 * var steps = new Walkthrough(new Step("Upload", picture, next).id(1), new Step("Result", result).id(2));
 * next.onClick().outputs(List.of(steps)).run(() -> Updates.of(new Walkthrough().selected(2).as(steps)));
 * }
 */
public final class Walkthrough extends Layout<Walkthrough> implements HasChange, HasSelect {

    private static final Defaults DEFAULTS = Defaults.of("selected", null, "visible", true, "elem_id", null, "elem_classes", List.of(), "key", null,
            "preserved_by_key", List.of());

    /**
     * Makes a walkthrough.
     *
     * @param steps in order
     */
    public Walkthrough(Step... steps) {
        super("walkthrough", steps);
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    /**
     * Which step is shown: the {@link Step#id id} of one.
     *
     * @param selected default: the first one
     * @return this layout
     */
    public Walkthrough selected(int selected) {
        return set("selected", selected);
    }
}
