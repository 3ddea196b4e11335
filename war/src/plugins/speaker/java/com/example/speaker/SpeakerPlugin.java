package com.example.speaker;

import io.gradio4j.spi.ComponentProvider;
import io.gradio4j.spi.ComponentType;
import java.util.List;

/** The component of this jar. */
public final class SpeakerPlugin implements ComponentProvider {

    /** For the service loader. */
    public SpeakerPlugin() {
    }

    @Override
    public List<ComponentType> components() {
        return List.of(ComponentType.of("speaker", Speaker.class, Speaker::new).module("speaker/speaker.js"));
    }
}
