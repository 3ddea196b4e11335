package io.gradio4j.impl.redis;

import io.gradio4j.spi.Cluster;
import io.gradio4j.spi.EventBus;
import io.gradio4j.spi.MessageForm;
import io.gradio4j.spi.SessionStore;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The nodes whose sessions are in the same Redis. Each app has keys of its own. Safe for use by many threads. */
final class RedisCluster implements Cluster {

    private static final Logger LOG = System.getLogger(RedisCluster.class.getName());
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final Map<String, RedisBus<?>> buses = new ConcurrentHashMap<>();
    private final Map<String, RedisStore> stores = new ConcurrentHashMap<>();
    private final Link link;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("gradio-cluster").factory());
    private volatile boolean up;

    /**
     * Connects in the background.
     *
     * @throws IllegalArgumentException if it is no address
     */
    RedisCluster(String address) {
        link = new Link(address, new Link.News() {
            @Override
            public void message(String channel, String message) {
                var bus = buses.get(channel);
                if (bus != null) {
                    bus.heard(message);
                }
            }

            @Override
            public void missed() {
                buses.values().forEach(RedisBus::missed);
            }
        });
        heart.scheduleWithFixedDelay(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beat() {
        var all = true;
        for (var bus : buses.values()) {
            try {
                all &= bus.tryToBeat();
            } catch (RuntimeException e) {
                LOG.log(Logger.Level.ERROR, "Looking after the other nodes failed", e);
            }
        }
        var now = all && link.isOpen();
        if (now != up) {
            LOG.log(now ? Logger.Level.INFO : Logger.Level.WARNING, now ? "Redis answers" : "Redis does not answer");
        }
        up = now;
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public boolean isUp() {
        return up && link.isOpen();
    }

    private static String prefix(String app) {
        return "gradio4j:" + app + ":";
    }

    @Override
    public SessionStore sessions(String app) {
        return stores.computeIfAbsent(app, a -> new RedisStore(link, prefix(a)));
    }

    @Override
    public <M> EventBus<M> join(String app, MessageForm<M> form) {
        var membership = new Membership<>(link, prefix(app), form, () -> stores.values().forEach(RedisStore::restore));
        var bus = new RedisBus<>(link, prefix(app), form, membership);
        buses.put(membership.channel(), bus);
        return bus;
    }

    @Override
    public void close() {
        heart.shutdownNow();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            buses.values().forEach(bus -> all.submit(bus::close));
        }
        link.close();
    }
}
