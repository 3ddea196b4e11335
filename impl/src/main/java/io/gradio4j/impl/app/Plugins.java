package io.gradio4j.impl.app;

import io.gradio4j.GradioApp;
import io.gradio4j.Theme;
import io.gradio4j.spi.Cluster;
import io.gradio4j.spi.ClusterProvider;
import io.gradio4j.spi.ComponentProvider;
import io.gradio4j.spi.ComponentType;
import io.gradio4j.spi.MethodApps;
import io.gradio4j.spi.ThemeProvider;
import java.io.IOException;
import java.lang.System.Logger;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the jars on the class path and in the plugin folder provide. A broken provider, a type that two jars claim and a missing browser
 * module are reported by the jar's name; everything else goes on.
 */
public final class Plugins implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Plugins.class.getName());

    private final ClassLoader loader;
    private final Optional<URLClassLoader> folder;
    private final Resources resources;
    private final Map<String, ComponentType> types = new LinkedHashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, Theme> themes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<String> problems = new ArrayList<>();

    /**
     * Loads all providers.
     *
     * @param parent the application's class loader
     * @param pluginFolder more jars
     */
    public Plugins(ClassLoader parent, Optional<Path> pluginFolder) {
        folder = pluginFolder.flatMap(path -> jars(path, parent));
        loader = folder.<ClassLoader>map(f -> f).orElse(parent);
        resources = new Resources(List.of(loader, Plugins.class.getClassLoader()));
        var found = new ArrayList<Found>();
        each(ComponentProvider.class, provider -> found.add(new Found(isInFolder(provider), origin(provider.getClass()),
                List.copyOf(provider.components()))));
        found.sort(Found.ORDER);
        found.forEach(jar -> jar.types().forEach(type -> add(type, jar.jar())));
        each(ThemeProvider.class, provider -> {
            var theme = provider.theme();
            themes.putIfAbsent(theme.name(), theme);
        });
    }

    /**
     * What a provider has. Of several that claim a type the first one gets it, so they are sorted: in which order a class loader finds
     * the jars of {@code WEB-INF/lib} depends on the server.
     */
    private record Found(boolean inFolder, String jar, List<ComponentType> types) {

        static final Comparator<Found> ORDER = Comparator.comparing(Found::inFolder).thenComparing(Found::jar);
    }

    private boolean isInFolder(Object provider) {
        return folder.filter(f -> provider.getClass().getClassLoader() == f).isPresent();
    }

    private Optional<URLClassLoader> jars(Path path, ClassLoader parent) {
        if (!Files.isDirectory(path)) {
            report("The plugin folder " + path + " does not exist; set GRADIO_PLUGINS to a folder with jars");
            return Optional.empty();
        }
        try (var files = Files.list(path)) {
            var urls = new ArrayList<URL>();
            for (var jar : files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
                urls.add(jar.toUri().toURL());
            }
            return Optional.of(new URLClassLoader("gradio-plugins", urls.toArray(URL[]::new), parent));
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            report("The plugin folder " + path + " cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private <P> void each(Class<P> service, Consumer<P> use) {
        Iterator<ServiceLoader.Provider<P>> all = ServiceLoader.load(service, loader).stream().iterator();
        while (true) {
            ServiceLoader.Provider<P> found;
            try {
                if (!all.hasNext()) {
                    return;
                }
                found = all.next();
            } catch (ServiceConfigurationError e) {
                report(naming(service, String.valueOf(e.getMessage())) + ": a provider is named in META-INF/services but cannot be loaded: "
                        + e.getMessage());
                continue;
            }
            try {
                use.accept(found.get());
            } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
                report(origin(found.type()) + ": the provider " + found.type().getName() + " is broken and left out: "
                        + rootCause(e));
            }
        }
    }

    /** The jars whose services file names the class that a failure is about. */
    private String naming(Class<?> service, String failure) {
        var jars = new TreeSet<String>();
        try {
            for (var file : Collections.list(loader.getResources("META-INF/services/" + service.getName()))) {
                var connection = file.openConnection();
                connection.setUseCaches(false);
                try (var in = connection.getInputStream()) {
                    if (new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.replaceFirst("#.*", "").strip())
                            .anyMatch(name -> failure.contains("Provider " + name + " "))) {
                        var jar = file.getPath().replaceFirst("!?/META-INF/services/.*", "");
                        jars.add(jar.substring(jar.lastIndexOf('/') + 1));
                    }
                }
            }
        } catch (IOException e) {
            LOG.log(Logger.Level.DEBUG, "The services files cannot be read", e);
        }
        return jars.isEmpty() ? "Some jar" : String.join(", ", jars);
    }

    private void report(String problem) {
        problems.add(problem);
        LOG.log(Logger.Level.WARNING, problem);
    }

    private static Throwable rootCause(Throwable e) {
        var cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }

    private void add(ComponentType type, String jar) {
        var owner = owners.putIfAbsent(type.type(), jar);
        if (owner != null) {
            report(jar + ": the component type '" + type.type() + "' is already provided by " + owner + "; the second one is left out");
            return;
        }
        types.put(type.type(), type);
        type.module().filter(module -> resources.find(module).isEmpty()).ifPresent(module -> report(jar
                + ": the browser module META-INF/resources/gradio/" + module + " of the component type '" + type.type() + "' is missing"));
    }

    private static String origin(Class<?> type) {
        var source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return type.getName();
        }
        try {
            var path = source.getLocation().toURI().getSchemeSpecificPart();
            return path.substring(path.lastIndexOf('/', path.length() - 2) + 1);
        } catch (URISyntaxException e) {
            return source.getLocation().toString();
        }
    }

    /** The class loader with the plugin folder's jars. */
    public ClassLoader loader() {
        return loader;
    }

    /** The browser files of all jars. */
    public Resources resources() {
        return resources;
    }

    /** All component types by name. */
    public Map<String, ComponentType> types() {
        return Collections.unmodifiableMap(types);
    }

    /** What is wrong with the jars, one sentence each. */
    public List<String> problems() {
        return Collections.unmodifiableList(problems);
    }

    /** The apps that jars provide as services. */
    public List<GradioApp> apps() {
        var apps = new ArrayList<GradioApp>();
        each(GradioApp.class, apps::add);
        return apps;
    }

    /**
     * The cluster that some jar can connect to, if it is configured.
     *
     * @param configuration looks a setting up by its name
     * @throws IllegalArgumentException if the configuration cannot be understood
     */
    public Optional<Cluster> cluster(Function<String, Optional<String>> configuration) {
        return ServiceLoader.load(ClusterProvider.class, loader).stream().flatMap(provider -> provider.get().connect(configuration).stream())
                .findFirst();
    }

    /** What makes apps of methods, if some jar does. */
    public Optional<MethodApps> methodApps() {
        return ServiceLoader.load(MethodApps.class, loader).findFirst();
    }

    /**
     * A theme by name.
     *
     * @param name any case
     * @return the theme
     * @throws IllegalArgumentException if no jar provides it; the message lists those there are
     */
    public Theme theme(String name) {
        var theme = themes.get(name.toLowerCase(Locale.ROOT));
        if (theme == null) {
            throw new IllegalArgumentException("There is no theme '" + name + "'; there are " + themes.keySet());
        }
        return theme;
    }

    /** The default theme: {@code default} if some jar provides it, else the bare base. */
    public Theme defaultTheme() {
        return Optional.ofNullable(themes.get("default")).orElseGet(() -> Theme.named("default"));
    }

    @Override
    public void close() {
        folder.ifPresent(f -> {
            try {
                f.close();
            } catch (IOException e) {
                LOG.log(Logger.Level.DEBUG, "Closing the plugin folder failed", e);
            }
        });
    }
}
