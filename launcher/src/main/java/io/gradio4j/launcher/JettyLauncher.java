package io.gradio4j.launcher;

import io.gradio4j.GradioApp;
import io.gradio4j.LaunchOptions;
import io.gradio4j.Launcher;
import io.gradio4j.RunningApp;
import java.util.Map;

/**
 * Serves one app with an embedded Jetty: no container of beans, requests on virtual threads, HTTP/1.1 and WebSocket on one port.
 *
 * <p>Listens on {@code GRADIO_SERVER_NAME} (127.0.0.1) and {@code GRADIO_SERVER_PORT} (the first free one of the
 * {@code GRADIO_NUM_PORTS} ports, 100, from 7860), each a system property or an environment variable. Where it listens is logged as
 * {@code * Running on local URL:  http://127.0.0.1:7860} by the logger {@code io.gradio4j.launcher}. The server stops with
 * {@link RunningApp#close} or with the program.
 */
public final class JettyLauncher implements Launcher {

    /** For the service loader. */
    public JettyLauncher() {
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if an option was set that is not honoured, if the port is taken, or if there is no free one
     * @throws IllegalArgumentException if a setting is no number where one is needed
     */
    @Override
    public RunningApp start(GradioApp app, LaunchOptions options) {
        Logging.prepare();
        HonouredOptions.check(options);
        return JettyServer.start(options, context -> {
            context.setAttribute("io.gradio4j.apps", Map.of("/", app));
            context.setAttribute("io.gradio4j.options", options);
        });
    }
}
