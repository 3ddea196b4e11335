package io.gradio4j.components.remote;

import io.gradio4j.client.Client;
import io.gradio4j.client.ClientException;
import io.gradio4j.client.ClientOptions;
import io.gradio4j.GradioException;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The other server, and what each of our pages is there. Sessions end with their pages, or when nobody has used them for an hour; of too many
 * the one that was not used for longest ends. Safe for use by many threads.
 */
final class Upstream {

    private static final int MOST_SESSIONS = 1000;
    private static final long IDLE_NANOS = Duration.ofHours(1).toNanos();
    private static final int LARGEST_MESSAGE = 16 << 20;

    private final String url;
    private final Consumer<ClientOptions> options;
    private final JsonObject config;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Visit> visits = new LinkedHashMap<>(16, 0.75f, true);
    private @Nullable Client first;

    /** A session of the other server, and when it was last used. */
    private static final class Visit {
        private final Client client;
        private long used = System.nanoTime();

        Visit(Client client) {
            this.client = client;
        }
    }

    /**
     * Connects.
     *
     * @throws ClientException if that fails
     */
    Upstream(String url, Consumer<ClientOptions> options) {
        this.url = url;
        this.options = options;
        var client = connect();
        first = client;
        config = client.config();
    }

    private Client connect() {
        return Client.connect(url, settings -> options.accept(settings.maxMessage(LARGEST_MESSAGE)));
    }

    /** What the other app consists of. */
    JsonObject config() {
        return config;
    }

    /** Which server it is, for messages. */
    String place() {
        return URI.create(url).getAuthority();
    }

    /** A client for files alone. */
    Client files() {
        lock.lock();
        try {
            return connected();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The session that a page has there.
     *
     * @param session our page's session; an empty string for a call without one
     * @return whose closing ends what is not to be kept
     * @throws ClientException if the server cannot be reached any more
     * @throws GradioException if there is another app now
     */
    Lease lease(String session) {
        var over = new ArrayList<Client>();
        lock.lock();
        try {
            if (session.isEmpty()) {
                return new Lease(connected().another(), true);
            }
            var visit = visits.get(session);
            if (visit == null) {
                visit = new Visit(connected().another());
                visits.put(session, visit);
            }
            visit.used = System.nanoTime();
            over.addAll(idle());
            return new Lease(visit.client, false);
        } finally {
            lock.unlock();
            over.forEach(Client::close);
        }
    }

    /**
     * A client for one call.
     *
     * @param once whether it is of no use afterwards
     */
    record Lease(Client client, boolean once) implements AutoCloseable {

        @Override
        public void close() {
            if (once) {
                client.close();
            }
        }
    }

    /** Takes out what is too old or too much; the map has the one that was used longest ago first. */
    private List<Client> idle() {
        var over = new ArrayList<Client>();
        var all = visits.values().iterator();
        while (all.hasNext()) {
            var visit = all.next();
            if (visits.size() <= MOST_SESSIONS && System.nanoTime() - visit.used < IDLE_NANOS) {
                break;
            }
            all.remove();
            over.add(visit.client);
        }
        return over;
    }

    /** The first client, or another one if the server has forgotten the first. What the page is made of has to be the same. */
    private Client connected() {
        var client = first;
        if (client == null) {
            client = connect();
            if (!wiring(client.config()).equals(wiring(config))) {
                client.close();
                throw new GradioException("The app at " + place() + " is not the same any more; this one has to be started again");
            }
            first = client;
        }
        return client;
    }

    private static JsonArray wiring(JsonObject config) {
        return config.getJsonArray("dependencies");
    }

    /** Ends what a page had there. */
    void leave(String session) {
        Visit visit;
        lock.lock();
        try {
            visit = visits.remove(session);
        } finally {
            lock.unlock();
        }
        if (visit != null) {
            visit.client.close();
        }
    }

    /** The server does not know us any more: the next call logs in anew. */
    void forgotten(String session) {
        leave(session);
        lock.lock();
        try {
            first = null;
        } finally {
            lock.unlock();
        }
    }
}
