package io.gradio4j.spi;

import java.util.List;

/** The components of a jar; named in {@code META-INF/services/io.gradio4j.spi.ComponentProvider}. */
public interface ComponentProvider {

    /** The jar's components. Called once, when the server starts. */
    List<ComponentType> components();
}
