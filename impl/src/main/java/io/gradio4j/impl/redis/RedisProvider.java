package io.gradio4j.impl.redis;

import io.gradio4j.spi.Cluster;
import io.gradio4j.spi.ClusterProvider;
import java.util.Optional;
import java.util.function.Function;

/** Makes a cluster of all servers whose {@code GRADIO_REDIS} names the same Redis. */
public final class RedisProvider implements ClusterProvider {

    private static final String SETTING = "GRADIO_REDIS";

    /** Made by the service loader. */
    public RedisProvider() {
    }

    @Override
    public Optional<Cluster> connect(Function<String, Optional<String>> configuration) {
        return configuration.apply(SETTING).map(String::strip).filter(address -> !address.isEmpty()).map(RedisProvider::connect);
    }

    private static Cluster connect(String address) {
        try {
            return new RedisCluster(address);
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(SETTING + " is set: that needs the artifact io.lettuce:lettuce-core", e);
        } catch (IllegalArgumentException e) {
            // Not as its cause: that quotes the address, in which a password may stand.
            throw new IllegalArgumentException(SETTING + " is not the address of a Redis, such as redis://host:6379/0");
        }
    }
}
