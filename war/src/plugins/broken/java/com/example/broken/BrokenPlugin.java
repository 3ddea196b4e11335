package com.example.broken;

import io.gradio4j.spi.ComponentProvider;
import io.gradio4j.spi.ComponentType;
import java.util.List;

/** A plugin that fails when it is asked. */
public final class BrokenPlugin implements ComponentProvider {

    /** For the service loader. */
    public BrokenPlugin() {
    }

    @Override
    public List<ComponentType> components() {
        throw new IllegalStateException("the licence has expired");
    }
}
