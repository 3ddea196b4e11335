package io.gradio4j.launcher;

import io.gradio4j.LaunchOptions;
import org.jboss.weld.environment.servlet.EnhancedListener;

/** Serves the apps of the ready-made WAR without an application server: the beans of the class path, found by Weld, and the plugin folder. */
public final class WarLauncher {

    private WarLauncher() {
    }

    /**
     * Starts the server; it runs until the program is ended.
     *
     * @param arguments none: everything is configuration, under Gradio's names
     * @throws IllegalArgumentException if there is an argument
     */
    public static void main(String... arguments) {
        if (arguments.length > 0) {
            throw new IllegalArgumentException("unknown argument " + arguments[0]
                    + ": settings are environment variables or system properties, such as GRADIO_SERVER_PORT");
        }
        Logging.prepare();
        JettyServer.start(new LaunchOptions(), context -> context.addServletContainerInitializer(new EnhancedListener()));
    }
}
