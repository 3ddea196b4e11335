package com.example.moduleless;

import io.gradio4j.spi.ComponentProvider;
import io.gradio4j.spi.ComponentType;
import java.util.List;

/** The component of this jar. */
public final class LampPlugin implements ComponentProvider {

    /** For the service loader. */
    public LampPlugin() {
    }

    @Override
    public List<ComponentType> components() {
        return List.of(ComponentType.of("lamp", Lamp.class, Lamp::new).module("lamp/lamp.js"));
    }
}
