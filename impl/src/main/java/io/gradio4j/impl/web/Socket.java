package io.gradio4j.impl.web;

import io.gradio4j.Request;
import io.gradio4j.impl.app.Dependency;
import io.gradio4j.impl.app.Settings;
import io.gradio4j.impl.auth.Access;
import io.gradio4j.impl.auth.Caller;
import io.gradio4j.impl.event.AppRuntime;
import io.gradio4j.impl.event.EventQueue;
import io.gradio4j.impl.event.Input;
import io.gradio4j.impl.event.RefusedException;
import io.gradio4j.impl.event.Wanted;
import io.gradio4j.impl.json.BadJsonException;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.message.MessageWriter;
import io.gradio4j.impl.session.Session;
import io.gradio4j.spi.Mailbox;
import io.gradio4j.spi.UnreachableException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.MessageHandler;
import java.io.IOException;
import java.lang.System.Logger;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** One open WebSocket: takes the page's frames, and sends the session's messages from a virtual thread of its own. */
final class Socket implements MessageHandler.Whole<String> {

    private static final Logger LOG = System.getLogger(Socket.class.getName());
    private static final Duration UPGRADE_SETTLES = Duration.ofMillis(100);

    private final AppRuntime runtime;
    private final Access access;
    private final jakarta.websocket.Session socket;
    private final Handshakes.Handshake handshake;
    private final Session session;
    private final Mailbox.Reader<Message> reader;
    /** Whether this side ends the connection. */
    private volatile boolean ending;

    private Socket(AppRuntime runtime, Access access, jakarta.websocket.Session socket, Handshakes.Handshake handshake, Session session) {
        this.runtime = runtime;
        this.access = access;
        this.socket = socket;
        this.handshake = handshake;
        this.session = session;
        reader = session.outbox().read();
    }

    /** Starts the delivery, unless the connection is refused: then it is closed. */
    static Optional<Socket> open(AppRuntime runtime, Access access, jakarta.websocket.Session socket, Handshakes.Handshake handshake) {
        var hash = parameter(socket, "session_hash");
        if (!handshake.allowed()) {
            refuse(socket, "Connections from other sites are not allowed");
            return Optional.empty();
        }
        if (!Events.Sessions.isName(hash)) {
            refuse(socket, "session_hash must have 1 to 128 characters");
            return Optional.empty();
        }
        var caller = access.caller(handshake.evidence());
        if (access.verdict(caller) != Access.Verdict.WELCOME) {
            refuse(socket, "Not authenticated");
            return Optional.empty();
        }
        try {
            return open(runtime, access, socket, handshake, caller);
        } catch (UnreachableException e) {
            Thread.ofVirtual().name("gradio-refusal").start(() -> {
                settle(socket);
                close(socket, CloseCodes.TRY_AGAIN_LATER, "The store of sessions cannot be reached");
            });
            return Optional.empty();
        }
    }

    private static Optional<Socket> open(AppRuntime runtime, Access access, jakarta.websocket.Session socket, Handshakes.Handshake handshake,
            Caller caller) {
        var hash = parameter(socket, "session_hash");
        var seen = sequence(parameter(socket, "last_seq"));
        var known = runtime.sessions().find(hash).filter(s -> s.outbox().last() >= seen).isPresent();
        var session = runtime.sessions().open(hash);
        if (!session.belongsTo(caller.user())) {
            refuse(socket, "The session belongs to another user");
            return Optional.empty();
        }
        socket.setMaxIdleTimeout(patience(runtime.settings()).toMillis());
        socket.setMaxTextMessageBufferSize((int) Math.min(runtime.settings().maxBody(), Integer.MAX_VALUE));
        var open = new Socket(runtime, access, socket, handshake, session);
        open.reader.seek(known ? seen : 0);
        session.connected();
        socket.setMaxBinaryMessageBufferSize(socket.getMaxTextMessageBufferSize());
        socket.addMessageHandler(String.class, open);
        socket.addMessageHandler(ByteBuffer.class, open::onBytes);
        Thread.ofVirtual().name("gradio-socket").start(() -> open.deliver(known));
        return Optional.of(open);
    }

    /** How long a connection may be idle. Heartbeats keep it from that, unless the page takes nothing any more: then nothing may wait for it for good. */
    static Duration patience(Settings settings) {
        return settings.heartbeat().plus(settings.grace());
    }

    /** Whether a connection or a container is one of Tyrus, which GlassFish and Payara have. */
    static boolean isTyrus(Object part) {
        return part.getClass().getName().startsWith("org.glassfish.tyrus.");
    }

    /** Closes a connection that was just opened. */
    private static void refuse(jakarta.websocket.Session socket, String reason) {
        Thread.ofVirtual().name("gradio-refusal").start(() -> {
            settle(socket);
            close(socket, CloseCodes.VIOLATED_POLICY, reason);
        });
    }

    /**
     * Waits until the server has done with the upgrade. Tyrus goes on with the request and response of the upgrade after onOpen has returned:
     * what is sent, closed or received by then may be lost, and a connection that is closed harms the server thread's next request.
     */
    private static void settle(jakarta.websocket.Session socket) {
        if (isTyrus(socket)) {
            try {
                Thread.sleep(UPGRADE_SETTLES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String parameter(jakarta.websocket.Session socket, String name) {
        return socket.getRequestParameterMap().getOrDefault(name, List.of("")).getFirst();
    }

    private static long sequence(String text) {
        try {
            return text.isEmpty() ? 0 : Math.max(0, Long.parseLong(text));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void deliver(boolean known) {
        try {
            settle(socket);
            socket.getBasicRemote().setBatchingAllowed(true);
            send("{\"msg\":\"connected\",\"known\":" + known + "}");
            while (true) {
                // What has come together leaves together, in one write where the server can: writes are most of what a message costs.
                socket.getBasicRemote().flushBatch();
                var batch = reader.take(runtime.settings().heartbeat());
                if (batch.isEmpty()) {
                    end(CloseCodes.GOING_AWAY, "Another connection has taken over, or the server stops");
                    return;
                }
                if (batch.get().isEmpty() && !isStillWelcome(access.caller(handshake.evidence()))) {
                    return;
                }
                if (batch.get().isEmpty()) {
                    send("{\"msg\":\"heartbeat\",\"event_id\":null}");
                }
                for (var entry : batch.get()) {
                    send(entry);
                }
            }
        } catch (IOException | IllegalStateException e) {
            LOG.log(Logger.Level.DEBUG, "The page went away", e);
            end(CloseCodes.UNEXPECTED_CONDITION, "Sending failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // A page whose connection stays open would wait for what nobody sends any more.
            LOG.log(Logger.Level.ERROR, "The messages of a page cannot be sent", e);
            end(CloseCodes.UNEXPECTED_CONDITION, "Sending failed");
        }
    }

    /** Who has logged out, or is another user now, has no business here any more: then the connection is closed. */
    private boolean isStillWelcome(Caller caller) {
        var welcome = access.verdict(caller) == Access.Verdict.WELCOME && session.belongsTo(caller.user());
        if (!welcome) {
            end(CloseCodes.VIOLATED_POLICY, "Not authenticated");
        }
        return welcome;
    }

    private void send(Mailbox.Entry<Message> entry) throws IOException {
        var out = new StringBuilder(256);
        MessageWriter.write(entry.message(), entry.sequence(), out);
        send(out.toString());
        if (entry.message().ends() && entry.message() instanceof Message.OfEvent last) {
            session.outbox().delivered(last.eventId());
        }
    }

    private void send(String text) throws IOException {
        socket.getBasicRemote().sendText(text);
    }

    private void end(CloseCodes code, String reason) {
        ending = true;
        close(socket, code, reason);
    }

    private static void close(jakarta.websocket.Session socket, CloseCodes code, String reason) {
        try {
            socket.close(new CloseReason(code, reason));
        } catch (IOException | IllegalStateException e) {
            LOG.log(Logger.Level.DEBUG, "Closing failed", e);
        }
    }

    /** The connection has ended. */
    void closed(CloseReason reason) {
        var current = reader.leave();
        // Who stops has closed the connection himself: the page goes on at another node.
        if (!session.disconnected() || !current || !runtime.queue().isOpen() && !runtime.nodes().areOne()) {
            return;
        }
        // Undertow calls it a normal closure when a connection is lost while this side ends it, as it does when sending has failed.
        if (reason.getCloseCode() == CloseCodes.GOING_AWAY || reason.getCloseCode() == CloseCodes.NORMAL_CLOSURE && !ending) {
            runtime.pageClosed(session);
        } else {
            runtime.connectionLost(session);
        }
    }

    @Override
    public void onMessage(String text) {
        // Not every server keeps to the buffer's size for a message in pieces.
        if (text.length() > runtime.settings().maxBody()) {
            end(CloseCodes.TOO_BIG, "A frame is too large");
            return;
        }
        receive(() -> Frame.of(text));
    }

    /** Takes a frame with files. */
    private void onBytes(ByteBuffer bytes) {
        if (bytes.remaining() > runtime.settings().maxBody()) {
            end(CloseCodes.TOO_BIG, "A frame is too large");
            return;
        }
        receive(() -> Frame.of(bytes));
    }

    private void receive(Supplier<Frame> reader) {
        Frame frame;
        try {
            frame = reader.get();
        } catch (BadJsonException e) {
            end(CloseCodes.CANNOT_ACCEPT, "A frame must be a JSON object, or one with files");
            return;
        }
        var caller = access.caller(handshake.evidence());
        if (!isStillWelcome(caller)) {
            return;
        }
        try {
            obey(frame, caller);
        } catch (UnreachableException e) {
            end(CloseCodes.TRY_AGAIN_LATER, "The store of sessions cannot be reached");
        }
    }

    private void obey(Frame frame, Caller caller) {
        var json = frame.json();
        switch (string(json, "type")) {
            case "join" -> join(frame, caller);
            case "cancel" -> runtime.nodes().cancel(session, string(json, "event_id"));
            case "stream" -> stream(frame);
            case "ack" -> session.outbox().acknowledge(number(json, "seq").orElse(0));
            default -> end(CloseCodes.CANNOT_ACCEPT, "The type of a frame must be join, cancel, stream or ack");
        }
    }

    /** A piece of a running event's stream; without data, its end. What comes too late is nobody's fault. */
    private void stream(Frame frame) {
        var eventId = string(frame.json(), "event_id");
        if (runtime.nodes().session(eventId).filter(owner -> owner.hash().equals(session.hash())).isEmpty()) {
            return;
        }
        try {
            frame.data(runtime.app().files()).ifPresentOrElse(
                    data -> runtime.nodes().piece(eventId, data, frame.json().getOrDefault("event_data", JsonValue.NULL)),
                    () -> runtime.nodes().endStream(eventId));
        } catch (RefusedException e) {
            // The stream goes on with its next piece.
            LOG.log(Logger.Level.WARNING, "A piece of a stream is lost: {0}", e.getMessage());
        }
    }

    private void join(Frame frame, Caller caller) {
        var clientId = string(frame.json(), "id");
        if (!Events.Sessions.isName(clientId)) {
            end(CloseCodes.CANNOT_ACCEPT, "The id of a join must have 1 to 128 characters");
            return;
        }
        var index = number(frame.json(), "fn_index");
        // A number that no listener has stands for none.
        var destination = runtime.reception().to(session, Wanted.numbered(index.orElse(-1), handshake.ownPage()));
        var joined = new Message.Joined(clientId, destination.newId());
        if (session.claim(clientId, joined).isPresent()) {
            return;
        }
        try {
            if (index.isEmpty()) {
                throw new RefusedException(400, "No function index provided.");
            }
            destination.join(input(frame, destination.listener(), caller), new EventQueue.Ticket(joined.eventId(), false, Optional.of(joined)));
        } catch (RefusedException e) {
            refuse(new Message.Rejected(clientId, e.status(), e.detail()));
        } catch (UnreachableException e) {
            refuse(new Message.Rejected(clientId, 503, Jsons.string(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.log(Logger.Level.ERROR, "A join failed", e);
            refuse(new Message.Rejected(clientId, 500, Jsons.string("Internal Server Error")));
        }
    }

    private void refuse(Message.Rejected answer) {
        session.answer(answer.clientId(), Optional.of(answer));
        session.outbox().add(answer);
    }

    private Input input(Frame sent, Optional<Dependency> listener, Caller caller) {
        var data = sent.data(runtime.app().files()).orElseThrow(() -> new RefusedException(422, "data must be a list of values."));
        var frame = sent.json();
        return new Input(data, frame.getOrDefault("event_data", JsonValue.NULL), number(frame, "trigger_id"),
                listener.isEmpty() || listener.get().seesRequest() ? view(string(frame, "query"), caller) : Request.NONE,
                caller.withToken(Optional.of(string(frame, "oauth_token")).filter(t -> !t.isEmpty())), handshake.root());
    }

    private Request view(String query, Caller caller) {
        var request = handshake.request();
        return new Request(request.headers(), request.cookies(), parsed(query), request.path(), request.client(), caller.user(),
                session.hash());
    }

    private static Map<String, List<String>> parsed(String query) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var part : query.split("&")) {
            var equals = part.indexOf('=');
            if (equals > 0) {
                parameters.computeIfAbsent(decoded(part.substring(0, equals)), n -> new ArrayList<>())
                        .add(decoded(part.substring(equals + 1)));
            }
        }
        return Map.copyOf(parameters);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static String string(JsonObject frame, String name) {
        return frame.get(name) instanceof JsonString s ? s.getString() : "";
    }

    private static OptionalInt number(JsonObject frame, String name) {
        return frame.get(name) instanceof JsonNumber n && n.isIntegral() && n.bigIntegerValue().bitLength() < Integer.SIZE
                ? OptionalInt.of(n.intValue()) : OptionalInt.empty();
    }
}
