package io.gradio4j.components.choice;

/** An enum whose constants have other names on the page. */
public enum Size {
    SMALL, EXTRA_LARGE;

    @Override
    public String toString() {
        return name().charAt(0) + name().substring(1).toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
