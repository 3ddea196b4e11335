package io.gradio4j.launcher;

import io.gradio4j.LaunchOptions;
import io.gradio4j.RunningApp;
import io.gradio4j.impl.boot.GradioContextListener;
import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** One Jetty with the runtime in its root context. */
final class JettyServer implements RunningApp {

    private static final System.Logger LOG = System.getLogger("io.gradio4j.launcher");
    private static final int MOST_PLATFORM_THREADS = 32;

    private final Server server;
    private final ServerConnector connector;
    private final ServletContextHandler context;
    private final URI url;
    private final Thread hook = new Thread(this::stop, "gradio4j-stop");
    private boolean stopped;

    private JettyServer(Address address, Optional<SslContextFactory.Server> tls) {
        server = new Server(threads());
        connector = connector(server, tls);
        context = context();
        server.addConnector(connector);
        server.setHandler(context);
        bind(connector, address);
        url = address.url(tls.isPresent() ? "https" : "http", connector.getLocalPort());
    }

    /**
     * Starts a server.
     *
     * @param options where to listen, and how
     * @param setUp completes the context before the runtime starts in it
     * @return the server, ready to answer
     * @throws IllegalStateException if no port could be had
     */
    static JettyServer start(LaunchOptions options, Consumer<ServletContextHandler> setUp) {
        return start(Address.of(options), options, setUp);
    }

    static JettyServer start(Address address, LaunchOptions options, Consumer<ServletContextHandler> setUp) {
        var running = new JettyServer(address, Tls.of(options));
        try {
            setUp.accept(running.context);
            running.server.start();
        } catch (Exception e) {
            running.stop();
            throw unchecked("the server did not start", e);
        }
        Runtime.getRuntime().addShutdownHook(running.hook);
        if (!options.get("quiet", Boolean.class).orElse(false)) {
            var shown = running.url.toString();
            LOG.log(System.Logger.Level.INFO, "* Running on local URL:  " + shown.substring(0, shown.length() - 1));
        }
        if (options.get("inbrowser", Boolean.class).orElse(false)) {
            show(running.url);
        }
        return running;
    }

    private static void show(URI url) {
        try {
            Desktop.getDesktop().browse(url);
        } catch (UnsupportedOperationException | IOException e) {
            LOG.log(System.Logger.Level.WARNING, "There is no browser to open " + url + " in", e);
        }
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending: the hook has run or is running.
        }
    }

    /** First nobody new, then the runtime, which tells the open pages, and their connections last: Jetty alone would cut them first. */
    private synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        connector.close();
        try {
            context.stop();
            server.stop();
        } catch (Exception e) {
            throw unchecked("the server did not stop in order", e);
        }
    }

    private static QueuedThreadPool threads() {
        var pool = new QueuedThreadPool(MOST_PLATFORM_THREADS, 4);
        pool.setName("gradio4j");
        pool.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        return pool;
    }

    private static ServerConnector connector(Server server, Optional<SslContextFactory.Server> tls) {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        tls.ifPresent(factory -> http.addCustomizer(new SecureRequestCustomizer()));
        return new ServerConnector(server, tls.orElse(null), new HttpConnectionFactory(http));
    }

    private static ServletContextHandler context() {
        var context = new ServletContextHandler("/");
        context.setClassLoader(Thread.currentThread().getContextClassLoader());
        JakartaWebSocketServletContainerInitializer.configure(context, null);
        context.addEventListener(new GradioContextListener());
        return context;
    }

    /** Opens the port before anything else starts, so that a taken one is known at once and early visitors wait instead of failing. */
    private static void bind(ServerConnector connector, Address address) {
        connector.setHost(address.host());
        @Nullable IOException last = null;
        for (int port = address.firstPort(); port <= address.lastPort(); port++) {
            connector.setPort(port);
            try {
                connector.open();
                return;
            } catch (IOException e) {
                last = e;
            }
        }
        var ports = address.firstPort() == address.lastPort()
                ? "port " + address.firstPort() + " is" : "ports " + address.firstPort() + " to " + address.lastPort() + " are";
        throw new IllegalStateException(ports + " not free on " + address.host()
                + ": choose another with GRADIO_SERVER_PORT or launch(options -> options.port(…))", last);
    }

    private static RuntimeException unchecked(String what, Exception e) {
        return e instanceof RuntimeException known ? known : new IllegalStateException(what + ": " + e.getMessage(), e);
    }
}
