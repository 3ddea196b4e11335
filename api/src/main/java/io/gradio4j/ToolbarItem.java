package io.gradio4j;

/** An entry of a component's toolbar: a {@link ToolbarButton built-in one}, or a button of the app's own. */
public interface ToolbarItem {
}
