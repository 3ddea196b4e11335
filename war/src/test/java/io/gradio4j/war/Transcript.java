package io.gradio4j.war;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The messages of one event as lines that a person can read, without ids and times, JSON with single quotes. Each message must have the
 * fields of its kind, all of them and in their order.
 */
final class Transcript {

    private static final String COMPLETED = "msg event_id output success title used_cache cache_duration avg_time";
    private static final Map<String, String> FIELDS = Map.of(
            "estimation", "msg event_id rank queue_size rank_eta",
            "process_starts", "msg event_id eta",
            "progress", "msg event_id progress_data",
            "log", "msg event_id log level duration visible title",
            "process_generating", "msg event_id output success time_limit",
            "process_streaming", "msg event_id output success time_limit",
            "process_completed", COMPLETED,
            "close_stream", "msg event_id");
    private static final String OUTPUT = "data is_generating duration average_duration render_config changed_state_ids used_cache";

    private Transcript() {
    }

    static List<String> of(List<JsonObject> messages) {
        return messages.stream().map(Transcript::line).toList();
    }

    private static String line(JsonObject message) {
        var kind = message.getString("msg");
        assertThat(String.join(" ", message.keySet())).as(kind).isEqualTo(FIELDS.get(kind));
        return switch (kind) {
            case "estimation" -> "rank " + message.getInt("rank") + " of " + message.getInt("queue_size");
            case "process_starts" -> "starts";
            case "progress" -> "progress " + message.getJsonArray("progress_data").getValuesAs(Transcript::bar).stream()
                    .collect(Collectors.joining(", "));
            case "log" -> message.getString("level") + " " + shown(message) + ": " + message.getString("log");
            case "process_generating", "process_streaming" -> kind.substring("process_".length()) + " " + data(message, true);
            case "process_completed" -> completed(message);
            default -> kind;
        };
    }

    private static String bar(JsonValue value) {
        var bar = value.asJsonObject();
        assertThat(bar.keySet()).containsExactly("index", "length", "unit", "progress", "desc");
        var done = bar.isNull("progress") ? bar.get("index") + "/" + bar.get("length") + " " + bar.getString("unit") : bar.get("progress").toString();
        return done + (bar.isNull("desc") ? "" : " " + bar.getString("desc"));
    }

    /** How a toast shows: its title, how many seconds, and whether it does. */
    private static String shown(JsonObject toast) {
        return "'" + toast.getString("title") + "' " + (toast.isNull("duration") ? "for ever" : toast.getJsonNumber("duration").intValueExact() + " s")
                + (toast.getBoolean("visible") ? "" : " unseen");
    }

    private static String data(JsonObject message, boolean generating) {
        var output = message.getJsonObject("output");
        assertThat(String.join(" ", output.keySet())).isEqualTo(OUTPUT);
        assertThat(output.getBoolean("is_generating")).isEqualTo(generating);
        assertThat(output.getJsonNumber("duration").doubleValue()).isBetween(0.0, 60.0);
        assertThat(output.getJsonNumber("average_duration").doubleValue()).isBetween(0.0, 60.0);
        assertThat(output.isNull("render_config")).isTrue();
        return quoted(output.get("data"));
    }

    private static String quoted(JsonValue json) {
        return json.toString().replace('"', '\'');
    }

    private static String completed(JsonObject message) {
        var title = message.get("title") instanceof JsonString text ? " titled '" + text.getString() + "'" : "";
        if (message.getBoolean("success")) {
            var data = data(message, false);
            assertThat(message.getJsonNumber("cache_duration").doubleValue()).isNotNegative();
            assertThat(message.getJsonNumber("avg_time").doubleValue()).isNotNegative();
            var cache = message.get("used_cache") instanceof JsonString used ? " from the cache, " + used.getString() : "";
            return "completed " + data + cache + title;
        }
        assertThat(List.of("used_cache", "cache_duration", "avg_time")).allMatch(message::isNull);
        var output = message.getJsonObject("output");
        if (!output.containsKey("duration")) {
            return "failed " + quoted(output) + title;
        }
        assertThat(output.keySet()).containsExactly("error", "duration", "visible", "title");
        return "failed " + shown(output) + ": " + output.getString("error") + title;
    }
}
