package io.gradio4j.impl.web;

import io.gradio4j.impl.app.App;
import io.gradio4j.impl.app.Dependency;
import io.gradio4j.impl.auth.Caller;
import io.gradio4j.impl.event.AppRuntime;
import io.gradio4j.impl.event.EventQueue;
import io.gradio4j.impl.event.Input;
import io.gradio4j.impl.event.Wanted;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.session.Session;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalInt;

/** The routes that start, call and cancel events. What they start is followed through {@link EventStreams}. */
final class Events {

    private static final String TOKEN = "oauth_token";

    private final AppRuntime runtime;
    private final App app;
    private final Root root;

    Events(AppRuntime runtime, Root root) {
        this.root = root;
        this.runtime = runtime;
        app = runtime.app();
    }

    private JsonObject body(Exchange exchange) {
        if (exchange.json(runtime.settings().maxBody()) instanceof JsonObject object) {
            return object;
        }
        throw HttpException.invalid("model_attributes_type", "body", "", "Input should be a valid object", JsonValue.NULL);
    }

    private static JsonArray data(JsonObject body) {
        return switch (body.get("data")) {
            case null -> throw HttpException.invalid("missing", "body", "data", "Field required", body);
            case JsonArray data -> data;
            case JsonValue other -> throw HttpException.invalid("list_type", "body", "data", "Input should be a valid list", other);
        };
    }

    private static Optional<String> text(JsonObject body, String name) {
        return switch (body.getOrDefault(name, JsonValue.NULL)) {
            case JsonString s -> Optional.of(s.getString());
            case JsonValue v when v == JsonValue.NULL -> Optional.empty();
            case JsonValue other -> throw HttpException.invalid("string_type", "body", name, "Input should be a valid string", other);
        };
    }

    private static OptionalInt number(JsonObject body, String name) {
        return switch (body.getOrDefault(name, JsonValue.NULL)) {
            case JsonNumber n when n.isIntegral() && n.bigIntegerValueExact().bitLength() < 32 -> OptionalInt.of(n.intValue());
            case JsonValue v when v == JsonValue.NULL -> OptionalInt.empty();
            case JsonValue other -> throw HttpException.invalid("int_type", "body", name, "Input should be a valid integer", other);
        };
    }

    /** {@code POST queue/join}. A body with an {@code id} that was accepted before starts nothing twice. */
    void join(Exchange exchange) {
        var body = body(exchange);
        var data = data(body);
        var hash = text(body, "session_hash").orElseThrow(() -> new HttpException(400, "Session hash not found."));
        var index = number(body, "fn_index");
        if (index.isEmpty()) {
            throw new HttpException(400, "No function index provided.");
        }
        var wanted = Wanted.numbered(index.getAsInt(), exchange.isFromOwnPage());
        var session = session(exchange, hash, wanted);
        var destination = runtime.reception().to(session, wanted);
        var listener = destination.listener();
        var clientId = text(body, "id").map(id -> Sessions.checked("id", id));
        var eventId = destination.newId();
        if (clientId.flatMap(id -> session.claim(id, new Message.Joined(id, eventId))).orElse(null) instanceof Message.Joined before) {
            accepted(exchange, before.eventId());
            return;
        }
        var simple = JsonValue.TRUE.equals(body.get("simple_format"));
        try {
            destination.join(input(exchange, listener, data, body, hash), new EventQueue.Ticket(eventId, simple, Optional.empty()));
        } catch (RuntimeException e) {
            clientId.ifPresent(id -> session.answer(id, Optional.empty()));
            throw e;
        }
        accepted(exchange, eventId);
    }

    private Session session(Exchange exchange, String hash, Wanted wanted) {
        return Sessions.own(runtime.reception().session(Sessions.checked(hash), wanted), exchange.caller());
    }

    private Input input(Exchange exchange, Optional<Dependency> listener, JsonArray data, JsonObject body, String hash) {
        return new Input(data, body.getOrDefault("event_data", JsonValue.NULL), number(body, "trigger_id"),
                exchange.view(listener, hash), exchange.caller().withToken(text(body, TOKEN)),
                root.url(exchange.request()));
    }

    private static void accepted(Exchange exchange, String eventId) {
        exchange.text(200, "application/json", "{\"event_id\":\"" + eventId + "\"}");
    }

    /** {@code POST call/<name>}. */
    void call(Exchange exchange, String name) {
        var body = body(exchange);
        start(exchange, Wanted.named(name, exchange.isFromOwnPage()), complete(app.endpoint(name), data(body)), body);
    }

    /** {@code POST call/v2/<name>}: the values by the parameters' names, and the caller's token where the endpoint asks for one. */
    void callByParameters(Exchange exchange, String name) {
        var wanted = Wanted.named(name, exchange.isFromOwnPage());
        var dependency = runtime.reception().to(new Session(""), wanted).listener().orElseThrow();
        var endpoint = app.info().endpoint("/" + name).orElseThrow(() -> new HttpException(403, "The endpoint '" + name + "' is private."));
        var body = body(exchange);
        var known = endpoint.parameters().stream().map(p -> p.name()).toList();
        var takesToken = endpoint.json().containsKey(TOKEN);
        var given = takesToken || !known.contains(TOKEN) ? Jsons.object(body).remove(TOKEN).build() : body;
        given.keySet().stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw HttpException.invalid("extra_forbidden", "body", key, "The endpoint '" + name + "' has no parameter '" + key
                    + "'; it has " + known, given);
        });
        var values = new ArrayList<JsonValue>(java.util.Collections.nCopies(dependency.inputs().size(), JsonValue.NULL));
        for (var parameter : endpoint.parameters()) {
            var value = given.get(parameter.name());
            if (value == null && !parameter.hasDefault()) {
                throw HttpException.invalid("missing", "body", parameter.name(), "Field required", given);
            }
            values.set(parameter.position(), value == null ? parameter.byDefault() : value);
        }
        var array = Jsons.array();
        values.forEach(array::add);
        start(exchange, wanted, array.build(), takesToken && body.containsKey(TOKEN) ? Jsons.object().add(TOKEN, body.get(TOKEN)).build()
                : JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Without a session the call has one of its own, which is called as the event. */
    private void start(Exchange exchange, Wanted wanted, JsonArray data, JsonObject body) {
        var given = text(body, "session_hash");
        var hash = given.orElseGet(runtime.nodes()::newId);
        var destination = runtime.reception().to(session(exchange, hash, wanted), wanted);
        var eventId = given.isPresent() ? destination.newId() : hash;
        destination.join(input(exchange, destination.listener(), data, body, hash), EventQueue.Ticket.whole(eventId));
        accepted(exchange, eventId);
    }

    /** Clients may leave out what is no parameter of the endpoint, such as state. */
    private JsonArray complete(Optional<Dependency> dependency, JsonArray data) {
        var endpoint = dependency.flatMap(d -> app.info().endpoint("/" + d.apiName()));
        var needed = dependency.map(d -> d.inputs().size()).orElse(0);
        if (data.size() == needed || endpoint.isEmpty() || endpoint.get().parameters().size() != data.size()) {
            return data;
        }
        var values = new ArrayList<JsonValue>(java.util.Collections.nCopies(needed, JsonValue.NULL));
        for (var i = 0; i < data.size(); i++) {
            values.set(endpoint.get().parameters().get(i).position(), data.get(i));
        }
        var array = Jsons.array();
        values.forEach(array::add);
        return array.build();
    }

    /** {@code POST run/<name>}: past the queue. */
    void run(Exchange exchange, String name) {
        var body = body(exchange);
        var data = data(body);
        var index = number(body, "fn_index");
        var hash = text(body, "session_hash");
        var own = exchange.isFromOwnPage();
        var wanted = index.isPresent() ? Wanted.numbered(index.getAsInt(), own) : Wanted.named(name, own);
        var session = hash.map(h -> session(exchange, h, wanted)).orElseGet(() -> new Session(""));
        var destination = runtime.reception().to(session, wanted);
        var listener = destination.listener();
        var input = input(exchange, listener, complete(listener, data), body, hash.orElse(""));
        EventStreams.onVirtualThread(exchange, () -> {
            var answer = destination.call(input);
            if (hash.isEmpty()) {
                session.deleteStates();
            }
            exchange.text(answer.status(), "application/json", answer.json());
        });
    }

    /** {@code POST stream/<event id>} takes a piece of a running event's stream, {@code POST stream/<event id>/close} ends it. */
    void stream(Exchange exchange, String path) {
        var eventId = path.endsWith("/close") ? path.substring(0, path.length() - "/close".length()) : path;
        runtime.nodes().session(eventId).ifPresent(session -> Sessions.own(session, exchange.caller()));
        boolean known;
        if (eventId.equals(path)) {
            var body = body(exchange);
            known = runtime.nodes().piece(eventId, data(body), body.getOrDefault("event_data", JsonValue.NULL));
        } else {
            known = runtime.nodes().endStream(eventId);
        }
        if (known) {
            exchange.text(200, "application/json", "{\"msg\":\"success\"}");
        } else {
            exchange.response().setStatus(404);
        }
    }

    /** {@code POST cancel}. */
    void cancel(Exchange exchange) {
        var body = body(exchange);
        var hash = text(body, "session_hash").orElseThrow(() -> missing(body, "session_hash"));
        var eventId = text(body, "event_id").orElseThrow(() -> missing(body, "event_id"));
        if (number(body, "fn_index").isEmpty()) {
            throw missing(body, "fn_index");
        }
        runtime.sessions().find(hash).map(session -> Sessions.own(session, exchange.caller()))
                .ifPresent(session -> runtime.nodes().cancel(session, eventId));
        exchange.text(200, "application/json", "{\"success\":true}");
    }

    private static HttpException missing(JsonObject body, String name) {
        return HttpException.invalid("missing", "body", name, "Field required", body);
    }

    /** {@code GET queue/status}. */
    void status(Exchange exchange) {
        exchange.text(200, "application/json", "{\"msg\":\"estimation\",\"event_id\":null,\"rank\":null,\"queue_size\":"
                + runtime.queue().waiting() + ",\"rank_eta\":null}");
    }

    /** Names of sessions that clients choose. */
    static final class Sessions {

        private static final int LONGEST = 128;

        private Sessions() {
        }

        /**
         * A session that the caller may use.
         *
         * @throws HttpException 403 if it is another user's
         */
        static Session own(Session session, Caller caller) {
            if (!session.belongsTo(caller.user())) {
                throw new HttpException(403, "The session belongs to another user.");
            }
            return session;
        }

        static String checked(String hash) {
            return checked("session_hash", hash);
        }

        /** A name that a client chose, and the server keeps for a while. */
        static String checked(String what, String name) {
            if (!isName(name)) {
                throw new HttpException(400, what + " must have 1 to " + LONGEST + " characters, not " + name.length() + ".");
            }
            return name;
        }

        static boolean isName(String name) {
            return !name.isEmpty() && name.length() <= LONGEST;
        }
    }
}
