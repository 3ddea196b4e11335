package com.example.rating;

import io.gradio4j.spi.ComponentProvider;
import io.gradio4j.spi.ComponentType;
import java.util.List;

/** The component of this jar. */
public final class RatingPlugin implements ComponentProvider {

    /** For the service loader. */
    public RatingPlugin() {
    }

    @Override
    public List<ComponentType> components() {
        return List.of(ComponentType.of("rating", Rating.class, Rating::new).module("rating/rating.js"));
    }
}
