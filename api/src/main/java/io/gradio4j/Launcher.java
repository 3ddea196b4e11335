package io.gradio4j;

import java.util.ServiceLoader;
import java.util.function.Consumer;

/** Starts a server with an app; found by {@link ServiceLoader}. The artifact {@code io.gradio4j:gradio4j-launcher} has one. */
public interface Launcher {

    /**
     * Starts a server.
     *
     * @param app what to serve at {@code /}
     * @param options what was set
     * @return the running server, ready to answer
     */
    RunningApp start(GradioApp app, LaunchOptions options);

    /**
     * Starts a server with the launcher on the class path.
     *
     * @param app what to serve
     * @param options changes the defaults
     * @return the running server
     * @throws IllegalStateException if there is no launcher; the message names the artifact to add
     */
    static RunningApp launch(GradioApp app, Consumer<LaunchOptions> options) {
        var chosen = new LaunchOptions();
        options.accept(chosen);
        return ServiceLoader.load(Launcher.class).findFirst().orElseThrow(() -> new IllegalStateException(
                "launch() needs a server: add the artifact io.gradio4j:gradio4j-launcher to the class path")).start(app, chosen);
    }
}
