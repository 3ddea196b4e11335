package io.gradio4j.launcher;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes the log of a program that has set up none readable: one line for each message, the server's own only when they matter. */
final class Logging {

    private static final String FORMAT = "java.util.logging.SimpleFormatter.format";

    /** Kept here because the JDK forgets the level of a logger that nobody holds. */
    private static final List<Logger> QUIET = List.of(Logger.getLogger("org.eclipse.jetty"), Logger.getLogger("org.jboss.weld"));

    private Logging() {
    }

    static void prepare() {
        boolean untouched = System.getProperty("java.util.logging.config.file") == null
                && System.getProperty("java.util.logging.config.class") == null;
        if (untouched) {
            if (System.getProperty(FORMAT) == null) {
                System.setProperty(FORMAT, "%5$s%6$s%n");
            }
            QUIET.stream().filter(logger -> logger.getLevel() == null).forEach(logger -> logger.setLevel(Level.WARNING));
        }
    }
}
