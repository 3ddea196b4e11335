package com.example.twin;

import io.gradio4j.spi.ComponentProvider;
import io.gradio4j.spi.ComponentType;
import java.util.List;

/** The component of this jar. */
public final class TwinPlugin implements ComponentProvider {

    /** For the service loader. */
    public TwinPlugin() {
    }

    @Override
    public List<ComponentType> components() {
        return List.of(ComponentType.of("textbox", Twin.class, Twin::new).module("twin/twin.js"));
    }
}
