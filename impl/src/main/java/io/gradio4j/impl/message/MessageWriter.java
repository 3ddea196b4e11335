package io.gradio4j.impl.message;

import io.gradio4j.impl.json.JsonText;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;

/** Writes messages as JSON: the one place that knows their names and fields on the wire. */
public final class MessageWriter {

    static final String COMPLETED = "process_completed";

    private MessageWriter() {
    }

    /**
     * A message as text on one line.
     *
     * @param message the message
     * @param sequence its number in the session; 0 to leave it out
     * @param out gets the text
     */
    public static void write(Message message, long sequence, StringBuilder out) {
        var json = new JsonText(out);
        switch (message) {
            case Message.Estimation m -> head(json, "estimation", m.eventId()).raw(",\"rank\":").number(m.rank())
                    .raw(",\"queue_size\":").number(m.queueSize()).raw(",\"rank_eta\":").number(m.rankEta());
            case Message.ProcessStarts m -> head(json, "process_starts", m.eventId()).raw(",\"eta\":").number(m.eta());
            case Message.ProgressReport m -> {
                head(json, "progress", m.eventId()).raw(",\"progress_data\":[");
                var separator = "";
                for (var unit : m.units()) {
                    json.raw(separator).raw("{\"index\":").number(unit.index()).raw(",\"length\":").number(unit.length())
                            .raw(",\"unit\":").text(unit.unit()).raw(",\"progress\":").number(unit.progress()).raw(",\"desc\":")
                            .text(unit.desc()).raw("}");
                    separator = ",";
                }
                json.raw("]");
            }
            case Message.Log m -> head(json, "log", m.eventId()).raw(",\"log\":").text(m.text()).raw(",\"level\":").text(m.level())
                    .raw(",\"duration\":").number(m.duration()).raw(",\"visible\":").bool(m.visible()).raw(",\"title\":").text(m.title());
            case Message.ProcessGenerating m -> {
                head(json, "process_generating", m.eventId()).raw(",\"output\":");
                output(m.output(), json);
                json.raw(",\"success\":true,\"time_limit\":null");
            }
            case Message.ProcessStreaming m -> {
                head(json, "process_streaming", m.eventId()).raw(",\"output\":");
                output(m.output(), json);
                json.raw(",\"success\":true,\"time_limit\":").number(m.timeLimit());
            }
            case Message.Succeeded m -> {
                head(json, COMPLETED, m.eventId()).raw(",\"output\":");
                output(m.output(), json);
                var remembered = m.remembered();
                json.raw(",\"success\":true,\"title\":null,\"used_cache\":")
                        .text(remembered != null ? "full" : m.output().usedCache() ? "partial" : null)
                        .raw(",\"cache_duration\":").number(remembered != null ? remembered.duration() : m.output().duration())
                        .raw(",\"avg_time\":").number(remembered != null ? remembered.usual() : m.output().averageDuration());
            }
            case Message.Failed m -> {
                head(json, COMPLETED, m.eventId()).raw(",\"output\":");
                failure(m.failure(), json);
                var toast = m.failure().toast();
                json.raw(",\"success\":false,\"title\":").text(m.late() ? null : toast == null ? "Error" : toast.title())
                        .raw(",\"used_cache\":null,\"cache_duration\":null,\"avg_time\":null");
            }
            // Told like a failure, which every client understands; "cancelled" is for those that want to know better.
            case Message.Cancelled m -> head(json, COMPLETED, m.eventId())
                    .raw(",\"output\":{\"error\":\"The event was cancelled.\",\"visible\":false},\"success\":false,\"cancelled\":true,\"title\":null"
                            + ",\"used_cache\":null,\"cache_duration\":null,\"avg_time\":null");
            case Message.Written m -> json.raw(m.text().substring(0, m.text().length() - 1));
            case Message.Joined m -> json.raw("{\"msg\":\"joined\",\"id\":").text(m.clientId()).raw(",\"event_id\":").text(m.eventId());
            case Message.Rejected m -> json.raw("{\"msg\":\"rejected\",\"id\":").text(m.clientId()).raw(",\"status\":").number(m.status())
                    .raw(",\"detail\":").value(m.detail());
            case Message.Heartbeat m -> json.raw("{\"msg\":\"heartbeat\",\"event_id\":null");
            case Message.CloseStream m -> json.raw("{\"msg\":\"close_stream\",\"event_id\":null");
            case Message.UnexpectedError m -> json.raw("{\"msg\":\"unexpected_error\",\"event_id\":null,\"message\":").text(m.text())
                    .raw(",\"session_not_found\":").bool(m.sessionNotFound()).raw(",\"success\":false");
        }
        if (sequence > 0) {
            json.raw(",\"seq\":").number(sequence);
        }
        json.raw("}");
    }

    private static JsonText head(JsonText json, String name, String eventId) {
        return json.raw("{\"msg\":\"").raw(name).raw("\",\"event_id\":").text(eventId);
    }

    /** The result of a call that did not go through the queue, or part of a message. */
    public static void output(Message.Output output, JsonText json) {
        json.raw("{\"data\":");
        data(output.data(), json);
        json.raw(",\"is_generating\":").bool(output.generating()).raw(",\"duration\":").number(output.duration())
                .raw(",\"average_duration\":").number(output.averageDuration())
                .raw(",\"render_config\":").value(output.part() == null ? JsonValue.NULL : output.part()).raw(",\"changed_state_ids\":[");
        var separator = "";
        for (var id : output.changedStates()) {
            json.raw(separator).number(id);
            separator = ",";
        }
        json.raw("],\"used_cache\":").text(output.usedCache() ? "partial" : null).raw("}");
    }

    /** The outputs' values alone. */
    public static void data(List<Datum> data, JsonText json) {
        json.raw("[");
        var separator = "";
        for (var datum : data) {
            json.raw(separator);
            separator = ",";
            switch (datum) {
                case Datum.Whole whole -> json.value(whole.value());
                case Datum.Text text -> json.string(text.text());
                case Datum.Appended appended -> {
                    json.raw("[[\"append\",[");
                    path(appended.path(), json);
                    json.raw("],").string(appended.text().toString()).raw("]]");
                }
                case Datum.Edits edits -> edits(edits.edits(), json);
            }
        }
        json.raw("]");
    }

    private static void edits(List<Edit> edits, JsonText json) {
        json.raw("[");
        var separator = "";
        for (var edit : edits) {
            json.raw(separator).raw("[\"").raw(edit.action().name().toLowerCase(Locale.ROOT)).raw("\",[");
            separator = ",";
            path(edit.path(), json);
            json.raw("],").value(edit.value()).raw("]");
        }
        json.raw("]");
    }

    private static void path(List<Object> path, JsonText json) {
        var comma = "";
        for (var step : path) {
            json.raw(comma);
            comma = ",";
            if (step instanceof Integer index) {
                json.number(index);
            } else {
                json.string((String) step);
            }
        }
    }

    /** Why an event failed, as clients read it. */
    public static void failure(Message.Failure failure, JsonText json) {
        json.raw("{\"error\":").text(failure.error());
        var toast = failure.toast();
        if (toast != null) {
            json.raw(",\"duration\":").number(toast.duration()).raw(",\"visible\":").bool(failure.visible()).raw(",\"title\":")
                    .text(toast.title());
        } else if (failure.error() != null) {
            json.raw(",\"visible\":").bool(failure.visible());
        }
        json.raw("}");
    }
}
