package io.gradio4j.impl.redis;

import io.gradio4j.spi.UnreachableException;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateAdapter;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.lang.System.Logger;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The connections to Redis: one for commands, which all threads share, and one for news. They come back by themselves; meanwhile each
 * command fails at once. A command is never sent twice. Safe for use by many threads.
 */
final class Link implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Link.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final String DAY = String.valueOf(Duration.ofDays(1).toSeconds());

    private final ClientResources resources = ClientResources.builder().ioThreadPoolSize(2).computationThreadPoolSize(2)
            .reconnectDelay(Delay.constant(Duration.ofMillis(500))).commandLatencyRecorder(CommandLatencyRecorder.disabled()).build();
    private final RedisClient client;
    private final News news;
    private final Set<String> channels = ConcurrentHashMap.newKeySet();
    private final ReentrantLock connecting = new ReentrantLock();
    private volatile @Nullable StatefulRedisConnection<String, String> commands;
    private volatile @Nullable StatefulRedisPubSubConnection<String, String> subscription;
    private volatile long failed = System.nanoTime() - PAUSE_NANOS;
    private volatile boolean closed;

    /** Who hears what is published. It must not wait. */
    interface News {

        /** Something was published. */
        void message(String channel, String message);

        /** Something may have been missed. */
        void missed();
    }

    Link(String address, News news) {
        this.news = news;
        var uri = RedisURI.create(address);
        uri.setTimeout(PATIENCE);
        client = RedisClient.create(resources, uri);
        client.setOptions(ClientOptions.builder().disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .replayFilter(command -> true).timeoutOptions(TimeoutOptions.enabled(PATIENCE))
                .socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).keepAlive(true).build()).build());
        client.addListener(new RedisConnectionStateAdapter() {
            @Override
            public void onRedisConnected(RedisChannelHandler<?, ?> connection, SocketAddress address) {
                news.missed();
            }
        });
    }

    /** Hears a channel from now on. */
    void listen(String channel) {
        channels.add(channel);
        var open = subscription;
        if (open != null) {
            open.async().subscribe(channel);
        }
    }

    /** Hears a channel no more. */
    void ignore(String channel) {
        channels.remove(channel);
        var open = subscription;
        if (open != null) {
            open.async().unsubscribe(channel);
        }
    }

    private StatefulRedisConnection<String, String> commands() {
        var open = commands;
        return open != null ? open : connect();
    }

    /** Of those who find no connection one tries to make it, once in a while. */
    private StatefulRedisConnection<String, String> connect() {
        connecting.lock();
        try {
            var open = commands;
            if (open != null) {
                return open;
            }
            if (closed || System.nanoTime() - failed < PAUSE_NANOS) {
                throw unreachable(new RedisException("not connected"));
            }
            var fresh = client.connect();
            var listening = subscription;
            if (listening == null) {
                listening = subscribe();
                subscription = listening;
            }
            commands = fresh;
            return fresh;
        } catch (RedisException e) {
            failed = System.nanoTime();
            throw unreachable(e);
        } finally {
            connecting.unlock();
        }
    }

    private StatefulRedisPubSubConnection<String, String> subscribe() {
        var fresh = client.connectPubSub();
        fresh.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, String message) {
                news.message(channel, message);
            }
        });
        if (!channels.isEmpty()) {
            fresh.async().subscribe(channels.toArray(String[]::new));
        }
        return fresh;
    }

    private static UnreachableException unreachable(Throwable cause) {
        return new UnreachableException("The server cannot reach its store of sessions. Please try again in a moment.", cause);
    }

    /** Whether commands can be sent now. */
    boolean isOpen() {
        var open = commands;
        return open != null && open.isOpen();
    }

    /** A command's answer. */
    interface Command<T> {
        RedisFuture<T> on(StatefulRedisConnection<String, String> connection);
    }

    /**
     * Sends a command and waits for its answer.
     *
     * @throws UnreachableException if none comes
     */
    <T> T ask(Command<T> command) {
        try {
            return command.on(commands()).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RedisNoScriptException missing) {
                throw missing;
            }
            throw unreachable(e.getCause());
        } catch (TimeoutException | RedisException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        }
    }

    /** Sends a command if that is possible, and does not wait. */
    void tell(Script script, String prefix, Object... arguments) {
        var open = commands;
        if (open == null) {
            return;
        }
        var values = values(prefix, arguments);
        try {
            open.async().evalsha(script.digest(), ScriptOutputType.MULTI, new String[0], values).whenComplete((answer, failure) -> {
                if (failure instanceof RedisNoScriptException) {
                    open.async().eval(script.text(), ScriptOutputType.MULTI, new String[0], values);
                }
            });
        } catch (RedisException e) {
            LOG.log(Logger.Level.DEBUG, "Not sent", e);
        }
    }

    /**
     * Runs a script that gives a number.
     *
     * @throws UnreachableException if no answer comes
     */
    long number(Script script, String prefix, Object... arguments) {
        return run(script, ScriptOutputType.INTEGER, values(prefix, arguments));
    }

    /** Likewise, one that gives a text. */
    String text(Script script, String prefix, Object... arguments) {
        return run(script, ScriptOutputType.VALUE, values(prefix, arguments));
    }

    /** Likewise, one that gives several texts or numbers. */
    <T> List<T> list(Script script, String prefix, Object... arguments) {
        return run(script, ScriptOutputType.MULTI, values(prefix, arguments));
    }

    private <T> T run(Script script, ScriptOutputType type, String[] values) {
        try {
            return ask(connection -> connection.async().evalsha(script.digest(), type, new String[0], values));
        } catch (RedisNoScriptException e) {
            return ask(connection -> connection.async().eval(script.text(), type, new String[0], values));
        }
    }

    private static String[] values(String prefix, Object... arguments) {
        var values = new ArrayList<String>(arguments.length + 2);
        values.add(prefix);
        values.add(DAY);
        for (var argument : arguments) {
            values.add(String.valueOf(argument));
        }
        return values.toArray(String[]::new);
    }

    @Override
    public void close() {
        closed = true;
        client.shutdown(Duration.ZERO, PATIENCE);
        resources.shutdown(0, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly(PATIENCE.toMillis());
    }
}
