package io.gradio4j.war;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The WebSocket of one page. The JDK's client loses, in about three of a thousand cases, a buffer of what a server sends right behind the
 * answer to the upgrade; a client of plain sockets loses nothing. Such a test fails once, and not again.
 */
public final class PageSocket implements WebSocket.Listener, AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;

    private final Caller caller;
    private final StringBuilder partial = new StringBuilder();
    private final LinkedBlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final CompletableFuture<Boolean> connected = new CompletableFuture<>();
    private WebSocket socket;

    private PageSocket(Caller caller) {
        this.caller = caller;
    }

    public static PageSocket open(Caller caller, String session, String query, String... headers) throws Exception {
        var address = URI.create(caller.base().toString().replaceFirst("http", "ws") + Caller.API + "ws?session_hash=" + session + query);
        var page = new PageSocket(caller);
        var builder = caller.http().newWebSocketBuilder();
        for (var i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        page.socket = builder.buildAsync(address, page).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return page;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            var message = Caller.json(partial.toString()).asJsonObject();
            messages.add(message);
            if (message.getString("msg").equals("connected")) {
                connected.complete(true);
            }
            partial.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable cause) {
        closed.completeExceptionally(cause);
    }

    /** The next message that is no heartbeat. */
    public JsonObject next() throws InterruptedException {
        while (true) {
            var message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(message).as("a message within " + PATIENCE_SECONDS + " s; closed: " + closed).isNotNull();
            if (!message.getString("msg").equals("heartbeat")) {
                return message;
            }
        }
    }

    /** All messages up to the first that fits. */
    public List<JsonObject> until(Predicate<JsonObject> last) throws InterruptedException {
        var seen = new ArrayList<JsonObject>();
        do {
            seen.add(next());
        } while (!last.test(seen.getLast()));
        return seen;
    }

    /** All messages up to the first of this kind. */
    public List<JsonObject> until(String kind) throws InterruptedException {
        return until(m -> m.getString("msg").equals(kind));
    }

    /** Sends a frame, as a page does: not before the server has said that it is there. */
    public void send(String frame) {
        connected.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        socket.sendText(frame, true).join();
    }

    /** Likewise, a binary frame. */
    public void send(ByteBuffer frame) {
        connected.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        socket.sendBinary(frame, true).join();
    }

    public void join(String id, String endpoint, Object... values) throws IOException, InterruptedException {
        send(Json.createObjectBuilder().add("type", "join").add("id", id).add("fn_index", caller.function(endpoint))
                .add("data", Caller.data(values)).addNull("event_data").build().toString());
    }

    public void acknowledge(int sequence) {
        send("{\"type\":\"ack\",\"seq\":" + sequence + "}");
    }

    /** The status with which the server closes the connection. */
    public int closed() throws Exception {
        return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    public boolean isSilent() {
        return messages.isEmpty();
    }

    /** Cuts the connection, as a lost network does. */
    public void drop() {
        socket.abort();
    }

    /** Leaves as a browser does when its page is closed. */
    @Override
    public void close() {
        socket.sendClose(1001, "").handle((sent, alreadyClosed) -> sent).join();
        socket.abort();
    }
}
