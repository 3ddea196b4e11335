package io.gradio4j.spi;

import java.util.Optional;
import java.util.function.Function;

/** Connects to the engine of a cluster. Registered for {@link java.util.ServiceLoader}; the first one that is configured is taken. */
public interface ClusterProvider {

    /**
     * Connects to the engine, if it is configured. It need not be there yet.
     *
     * @param configuration looks a setting up by its name
     * @return empty when nothing is configured: then nothing was loaded or started
     * @throws IllegalArgumentException if the configuration cannot be understood; never quotes a secret
     */
    Optional<Cluster> connect(Function<String, Optional<String>> configuration);
}
