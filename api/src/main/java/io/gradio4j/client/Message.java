package io.gradio4j.client;

import io.gradio4j.Progress;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A message of a session's stream. Fields that this client has no use for, and kinds it does not know, are ignored. */
sealed interface Message {

    /** The call waits. */
    record Waiting(Status status) implements Message {
    }

    /** The function runs. */
    record Started(Status status) implements Message {
    }

    /** The function says how far it is. */
    record Progressed(List<Progress.Unit> units) implements Message {
    }

    /** The function tells something. */
    record Logged(LogMessage log) implements Message {
    }

    /** A result, more may come: whole values for the first one and in streams, then edits. */
    record Generated(JsonArray data, boolean whole) implements Message {
    }

    /** The last result, always whole values. */
    record Completed(JsonArray data) implements Message {
    }

    /** The function failed. */
    record Failed(String text, String title, Optional<Duration> duration, boolean visible) implements Message {
    }

    /** The call was cancelled at the server. */
    record Cancelled() implements Message {
    }

    /** The server gave up on the stream. */
    record Unexpected(String text, boolean sessionLost) implements Message {
    }

    /** The message is not what the protocol says. */
    record Garbled(BadAnswerException why) implements Message {
    }

    /** Nothing more will come on this stream. */
    record Closed() implements Message {
    }

    /** Nothing of interest. */
    record Other() implements Message {
    }

    /** For whom the message is; empty for everybody. */
    static Optional<String> event(JsonObject json) {
        return json.get("event_id") instanceof JsonString id ? Optional.of(id.getString()) : Optional.empty();
    }

    static Message of(JsonObject json) {
        try {
            return read(json);
        } catch (BadAnswerException e) {
            return new Garbled(e);
        }
    }

    private static Message read(JsonObject json) {
        return switch (Jsons.textAt(json, "msg")) {
            case "estimation" -> new Waiting(new Status(Status.Stage.WAITING, intAt(json, "rank"), intAt(json, "queue_size"),
                    Jsons.secondsAt(json, "rank_eta"), List.of()));
            case "process_starts" -> new Started(new Status(Status.Stage.RUNNING, OptionalInt.empty(),
                    OptionalInt.empty(), Jsons.secondsAt(json, "eta"), List.of()));
            case "progress" -> new Progressed(Jsons.arrayAt(json, "progress_data").stream().map(Message::unit).toList());
            case "log" -> new Logged(new LogMessage(Jsons.textAt(json, "log"), LogMessage.Level.of(Jsons.textAt(json, "level")),
                    Jsons.textAt(json, "title"), duration(json), isVisible(json)));
            case "process_generating" -> step(json, false);
            case "process_streaming" -> step(json, true);
            case "process_completed" -> completed(json);
            case "unexpected_error" -> new Unexpected(Jsons.textAt(json, "message"), Jsons.isTrue(json, "session_not_found"));
            case "close_stream" -> new Closed();
            default -> new Other();
        };
    }

    private static Message step(JsonObject json, boolean whole) {
        var output = Jsons.objectAt(json, "output");
        return hasFailed(json, output) ? failed(output) : new Generated(Jsons.arrayAt(output, "data"), whole);
    }

    private static Message completed(JsonObject json) {
        var output = Jsons.objectAt(json, "output");
        if (Jsons.isTrue(json, "cancelled")) {
            return new Cancelled();
        }
        if (hasFailed(json, output)) {
            return failed(output);
        }
        return output.containsKey("data") ? new Completed(Jsons.arrayAt(output, "data")) : new Cancelled();
    }

    private static boolean hasFailed(JsonObject json, JsonObject output) {
        return output.containsKey("error") || JsonValue.FALSE.equals(json.get("success"));
    }

    private static Message failed(JsonObject output) {
        var text = Jsons.textAt(output, "error");
        return new Failed(text.isEmpty() ? "the app's function failed; the app does not say why" : text,
                output.containsKey("title") ? Jsons.textAt(output, "title") : "Error", duration(output), isVisible(output));
    }

    /** Zero means as much as nothing: a page would show it until it is closed. */
    private static Optional<Duration> duration(JsonObject json) {
        return Jsons.secondsAt(json, "duration").filter(duration -> !duration.isZero());
    }

    private static boolean isVisible(JsonObject json) {
        return !JsonValue.FALSE.equals(json.get("visible"));
    }

    private static OptionalInt intAt(JsonObject json, String name) {
        return json.get(name) instanceof JsonNumber n ? OptionalInt.of(Jsons.intOf(n))
                : OptionalInt.empty();
    }

    private static Progress.Unit unit(JsonValue value) {
        var unit = value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
        return new Progress.Unit(longAt(unit, "index"), longAt(unit, "length"), Jsons.textAt(unit, "unit"),
                Jsons.numberAt(unit, "progress").map(JsonNumber::doubleValue).orElse(null),
                unit.get("desc") instanceof JsonString text ? text.getString() : null);
    }

    private static @Nullable Long longAt(JsonObject json, String name) {
        return Jsons.numberAt(json, name).map(JsonNumber::longValue).orElse(null);
    }
}
