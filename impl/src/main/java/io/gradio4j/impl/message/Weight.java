package io.gradio4j.impl.message;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** How much memory a message takes, roughly: what counts are texts, which may be of any length. */
public final class Weight {

    private static final int FRAME = 64;
    private static final int LEAF = 8;

    private Weight() {
    }

    /** The number of characters that a message has, roughly. */
    public static long of(Message message) {
        return FRAME + switch (message) {
            case Message.ProcessGenerating m -> of(m.output());
            case Message.ProcessStreaming m -> of(m.output());
            case Message.Succeeded m -> of(m.output());
            case Message.Log m -> m.text().length();
            case Message.ProgressReport m -> (long) m.units().size() * FRAME;
            case Message.Written m -> m.text().length();
            case Message.Rejected m -> of(m.detail());
            case Message.Estimation m -> 0;
            case Message.ProcessStarts m -> 0;
            case Message.Failed m -> 0;
            case Message.Cancelled m -> 0;
            case Message.Joined m -> 0;
            case Message.Heartbeat m -> 0;
            case Message.CloseStream m -> 0;
            case Message.UnexpectedError m -> 0;
        };
    }

    private static long of(Message.Output output) {
        var sum = output.part() == null ? 0L : of(output.part());
        for (var datum : output.data()) {
            sum += switch (datum) {
                case Datum.Whole(JsonValue value) -> of(value);
                case Datum.Text(String text) -> text.length();
                case Datum.Appended(var path, CharSequence text) -> text.length();
                case Datum.Edits(var edits) -> edits.stream().mapToLong(edit -> LEAF + of(edit.value())).sum();
            };
        }
        return sum;
    }

    private static long of(JsonValue value) {
        return switch (value) {
            case JsonString text -> text.getString().length();
            case JsonArray array -> array.stream().mapToLong(element -> LEAF + of(element)).sum();
            case JsonObject object -> object.entrySet().stream().mapToLong(entry -> entry.getKey().length() + LEAF + of(entry.getValue())).sum();
            default -> LEAF;
        };
    }
}
