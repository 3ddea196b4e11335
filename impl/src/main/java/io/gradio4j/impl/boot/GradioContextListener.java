package io.gradio4j.impl.boot;

import io.gradio4j.AppPath;
import io.gradio4j.GradioApp;
import io.gradio4j.Injected;
import io.gradio4j.LaunchOptions;
import io.gradio4j.impl.app.Assembly;
import io.gradio4j.impl.app.Dependency;
import io.gradio4j.impl.app.Plugins;
import io.gradio4j.impl.app.Settings;
import io.gradio4j.impl.auth.Access;
import io.gradio4j.impl.auth.AuthSettings;
import io.gradio4j.impl.event.AppRuntime;
import io.gradio4j.impl.session.LocalCluster;
import io.gradio4j.impl.web.GradioServlet;
import io.gradio4j.impl.web.Peers;
import io.gradio4j.impl.web.SocketEndpoint;
import io.gradio4j.spi.Cluster;
import io.gradio4j.spi.SessionStore;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Starts a web application's apps: each gets a servlet and a WebSocket at its path. */
public final class GradioContextListener implements ServletContextListener {

    /** The context attribute with the apps of a program: a map from path to {@link GradioApp}. Then no others are looked for. */
    public static final String APPS = "io.gradio4j.apps";

    /** The context attribute with the {@link LaunchOptions} of a program. */
    public static final String OPTIONS = "io.gradio4j.options";

    private static final Logger LOG = System.getLogger(GradioContextListener.class.getName());

    private final List<AppRuntime> running = new ArrayList<>();
    private Cluster cluster = new LocalCluster();
    private @Nullable Plugins plugins;

    /** For the container. */
    public GradioContextListener() {
    }

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            start(event.getServletContext());
        } catch (RuntimeException | Error e) {
            // The container tells nobody of the end of what has not begun: threads and connections would stay.
            contextDestroyed(event);
            throw e;
        }
    }

    private void start(ServletContext context) {
        var options = context.getAttribute(OPTIONS) instanceof LaunchOptions set ? set : new LaunchOptions();
        var configuration = new Configuration();
        var settings = Settings.from(options, configuration::get);
        var auth = AuthSettings.from(options, configuration::get);
        var found = new Plugins(Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElse(GradioContextListener.class.getClassLoader()), settings.plugins());
        plugins = found;
        context.addListener(new Peers());
        var connected = found.cluster(configuration::get);
        cluster = connected.orElseGet(LocalCluster::new);
        var assembly = new Assembly(found, settings, connected.isEmpty());
        apps(context, found, settings).forEach((path, app) -> {
            var prefix = path.equals("/") ? "" : path;
            var runtime = new AppRuntime(assembly.app(app.app().build()), found, settings, cluster);
            running.add(runtime);
            var access = access(auth, app, runtime);
            if (!access.roles().isEmpty()) {
                // Some containers say of a role that nobody has declared that nobody has it.
                context.declareRoles(access.roles().toArray(String[]::new));
            }
            serve(context, prefix, runtime, access);
            LOG.log(Logger.Level.DEBUG, "Serving {0} at {1}", app.app().getClass().getName(), path);
        });
    }

    private static Access access(AuthSettings settings, FoundApp app, AppRuntime runtime) {
        var listeners = runtime.app().dependencies().stream().map(Dependency::definition).toList();
        var access = new Access(settings, app.roles(), listeners, runtime.nodes().areOne() ? Optional.<SessionStore>empty()
                : Optional.of(runtime.cluster().sessions(runtime.app().key() + ":logins")));
        var signedIn = Set.of(Injected.OfRequiredProfile.class, Injected.OfRequiredToken.class);
        if (access.oauth().isEmpty() && listeners.stream().flatMap(l -> l.inputs().stream()).anyMatch(i -> signedIn.contains(i.getClass()))) {
            LOG.log(Logger.Level.WARNING, "A function of the app \"{0}\" needs somebody who is signed in, but nobody can sign in: set OPENID_PROVIDER_URL, OAUTH_CLIENT_ID "
                    + "and OAUTH_CLIENT_SECRET", runtime.app().config().getString("title"));
        }
        return access;
    }

    private Map<String, FoundApp> apps(ServletContext context, Plugins plugins, Settings settings) {
        var apps = new LinkedHashMap<String, FoundApp>();
        if (context.getAttribute(APPS) instanceof Map<?, ?> given) {
            given.forEach((path, app) -> add(apps, String.valueOf(path), FoundApp.of((GradioApp) app, app.getClass())));
            return apps;
        }
        plugins.apps().forEach(app -> offer(apps, settings, path(app), FoundApp.of(app, app.getClass())));
        if (hasCdi()) {
            CdiApps.find(plugins, type -> settings.onlyApp().isEmpty() || type.getSimpleName().equals(settings.onlyApp().get()), (path, app) -> offer(apps, settings, path, app));
        }
        settings.onlyApp().filter(name -> apps.isEmpty()).ifPresent(name -> {
            throw new IllegalArgumentException("GRADIO_APP=" + name + ": there is no such app; there are " + names(plugins));
        });
        return apps;
    }

    /** The simple class names of all apps. */
    private static String names(Plugins plugins) {
        var beans = hasCdi() ? CdiApps.types() : Stream.<Class<?>>empty();
        return Stream.concat(plugins.apps().stream().map(Object::getClass), beans).map(Class::getSimpleName).distinct().sorted()
                .collect(Collectors.joining(", "));
    }

    private static String path(GradioApp app) {
        var path = app.getClass().getAnnotation(AppPath.class);
        return path == null ? "/" : path.value();
    }

    private static void offer(Map<String, FoundApp> apps, Settings settings, String path, FoundApp app) {
        var only = settings.onlyApp();
        if (only.isEmpty()) {
            add(apps, path, app);
        } else if (simpleName(app.app().getClass()).equals(only.get())) {
            add(apps, "/", app);
        }
    }

    /** The name of a bean's own class: containers may hand out a subclass of it. */
    private static String simpleName(Class<?> type) {
        var own = type.isSynthetic() || type.getSimpleName().contains("$") ? type.getSuperclass() : type;
        return own.getSimpleName();
    }

    private static void add(Map<String, FoundApp> apps, String path, FoundApp app) {
        var normal = path.startsWith("/") ? path : "/" + path;
        normal = normal.length() > 1 && normal.endsWith("/") ? normal.substring(0, normal.length() - 1) : normal;
        var other = apps.putIfAbsent(normal, app);
        if (other != null) {
            throw new IllegalStateException("Two apps want the path " + normal + ": " + other.app().getClass().getName() + " and "
                    + app.app().getClass().getName() + "; give one of them another @AppPath");
        }
    }

    private static boolean hasCdi() {
        try {
            Class.forName("jakarta.enterprise.inject.spi.CDI");
            return CdiPresence.isRunning();
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static void serve(ServletContext context, String prefix, AppRuntime runtime, Access access) {
        var registration = context.addServlet("gradio" + (prefix.isEmpty() ? "/" : prefix), new GradioServlet(runtime, prefix, access));
        registration.setAsyncSupported(true);
        registration.addMapping(prefix + "/*");
        if (!(context.getAttribute("jakarta.websocket.server.ServerContainer") instanceof ServerContainer sockets)) {
            throw new IllegalStateException("The server has no WebSocket container");
        }
        SocketEndpoint.prepare(sockets, runtime.settings());
        try {
            sockets.addEndpoint(SocketEndpoint.config(runtime, prefix, access));
        } catch (DeploymentException e) {
            throw new IllegalStateException("The WebSocket of " + prefix + "/ cannot be added", e);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        // All at once: each lets its handlers end for a while.
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            running.forEach(app -> all.submit(app::close));
        }
        running.clear();
        cluster.close();
        var loaded = plugins;
        if (loaded != null) {
            loaded.close();
        }
    }
}
