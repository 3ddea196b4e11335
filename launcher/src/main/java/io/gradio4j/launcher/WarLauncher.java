package io.gradio4j.launcher;

import io.gradio4j.LaunchOptions;
import java.lang.System.Logger;
import org.jboss.weld.environment.servlet.EnhancedListener;

/** Serves the apps of the ready-made WAR without an application server: the beans of the class path, found by Weld, and the plugin folder. */
public final class WarLauncher {

    private static final Logger LOG = System.getLogger(WarLauncher.class.getName());

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
        try {
            JettyServer.start(new LaunchOptions(), context -> context.addServletContainerInitializer(new EnhancedListener()));
        } catch (IllegalArgumentException e) {
            // A setting that can't be used: whoever set it needs its name and value, not where we noticed.
            LOG.log(Logger.Level.ERROR, e.getMessage());
            LOG.log(Logger.Level.DEBUG, "Not started", e);
            System.exit(1);
        }
    }
}
