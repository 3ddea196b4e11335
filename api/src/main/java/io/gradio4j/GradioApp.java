package io.gradio4j;

/**
 * An app. In a WAR, a CDI bean of this type is served at the path of its {@link AppPath}; {@link #build} is called once, when the
 * server starts.
 */
@FunctionalInterface
public interface GradioApp {

    /**
     * Makes the app's page.
     *
     * @return the definition; it does not change afterwards
     */
    Blocks build();
}
