package io.gradio4j.war;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** A stream of messages as server-sent events, read as they come. */
public final class EventStream implements AutoCloseable {

    private final Stream<String> body;
    private final Iterator<String> lines;

    private EventStream(Stream<String> body) {
        this.body = body;
        lines = body.iterator();
    }

    public static EventStream open(HttpClient http, URI address) throws IOException, InterruptedException {
        var response = http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("").toLowerCase().replace(" ", ""))
                .isEqualTo("text/event-stream;charset=utf-8");
        return new EventStream(response.body());
    }

    /** The text of the next event. */
    public String text() {
        assertThat(lines.hasNext()).as("the stream goes on").isTrue();
        var line = lines.next();
        assertThat(line).startsWith("data: ");
        assertThat(lines.next()).isEmpty();
        return line.substring("data: ".length());
    }

    /** The next message that is no heartbeat. */
    public JsonObject next() {
        while (true) {
            var message = Caller.json(text()).asJsonObject();
            if (!message.getString("msg").equals("heartbeat")) {
                return message;
            }
        }
    }

    /** Skips messages until one of this kind comes. */
    public JsonObject await(String kind) {
        while (true) {
            var message = next();
            if (message.getString("msg").equals(kind)) {
                return message;
            }
        }
    }

    /** All messages up to the one that closes the stream, which then ends. */
    public List<JsonObject> rest() {
        var messages = new ArrayList<JsonObject>();
        do {
            messages.add(next());
        } while (!messages.getLast().getString("msg").equals("close_stream"));
        assertThat(lines.hasNext()).as("the stream goes on").isFalse();
        return messages;
    }

    @Override
    public void close() {
        body.close();
    }
}
