package io.gradio4j.impl.boot;

import java.lang.System.Logger;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks settings up: in MicroProfile Config where the server has it, else in system properties and the environment. */
final class Configuration {

    private static final Logger LOG = System.getLogger(Configuration.class.getName());

    private final @Nullable Object config;
    private final @Nullable Method lookup;

    Configuration() {
        Object found = null;
        Method method = null;
        try {
            var provider = Class.forName("org.eclipse.microprofile.config.ConfigProvider");
            found = provider.getMethod("getConfig").invoke(null);
            method = Class.forName("org.eclipse.microprofile.config.Config").getMethod("getOptionalValue", String.class, Class.class);
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.log(Logger.Level.DEBUG, "There is no MicroProfile Config", e);
            found = null;
        }
        config = found;
        lookup = method;
    }

    Optional<String> get(String name) {
        if (config != null && lookup != null) {
            try {
                return ((Optional<?>) lookup.invoke(config, name, String.class)).map(Object::toString);
            } catch (IllegalAccessException | InvocationTargetException e) {
                LOG.log(Logger.Level.WARNING, () -> "MicroProfile Config cannot read " + name, e);
            }
        }
        return Optional.ofNullable(System.getProperty(name)).or(() -> Optional.ofNullable(System.getenv(name)));
    }
}
