package io.gradio4j.impl.message;

import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Makes one message of two results of an event that follow each other, for a reader that cannot keep up: who applies the one is where
 * who applies both would be. Text that grows is gathered in place, so that a million small pieces cost no more than their length.
 */
public final class Merging {

    private static final int LONGEST_TEXT = 1 << 16;
    private static final int LONGEST_STRING = 1 << 12;
    private static final int MOST_EDITS = 64;

    private Merging() {
    }

    /**
     * Merges two messages of the same event.
     *
     * @param earlier the first one, or what this method made of it and others; it is used up
     * @param later the one right after it
     * @return one message; empty when they must stay two
     */
    public static Optional<Message> of(Message earlier, Message later) {
        return switch (earlier) {
            case Message.ProcessGenerating a when later instanceof Message.ProcessGenerating b ->
                    output(a.output(), b.output()).map(o -> new Message.ProcessGenerating(a.eventId(), o));
            case Message.ProcessStreaming a when later instanceof Message.ProcessStreaming b ->
                    output(a.output(), b.output()).map(o -> new Message.ProcessStreaming(a.eventId(), o, b.timeLimit()));
            default -> Optional.empty();
        };
    }

    private static Optional<Message.Output> output(Message.Output earlier, Message.Output later) {
        for (var i = 0; i < earlier.data().size(); i++) {
            if (!canMerge(earlier.data().get(i), later.data().get(i))) {
                return Optional.empty();
            }
        }
        var data = new ArrayList<Datum>(earlier.data().size());
        for (var i = 0; i < earlier.data().size(); i++) {
            data.add(datum(earlier.data().get(i), later.data().get(i)));
        }
        var states = new TreeSet<>(earlier.changedStates());
        states.addAll(later.changedStates());
        return Optional.of(new Message.Output(data, later.generating(), later.duration(), later.averageDuration(), List.copyOf(states),
                later.usedCache(), later.part()));
    }

    private static boolean isWhole(Datum datum) {
        return datum instanceof Datum.Whole || datum instanceof Datum.Text;
    }

    private static boolean canMerge(Datum earlier, Datum later) {
        return switch (later) {
            case Datum.Whole w -> isWhole(earlier);
            case Datum.Text t -> isWhole(earlier);
            case Datum.Appended(var path, CharSequence text) -> switch (earlier) {
                case Datum.Appended a -> a.path().equals(path) && a.text().length() + text.length() <= LONGEST_TEXT;
                case Datum.Edits e -> e.edits().size() < MOST_EDITS;
                default -> false;
            };
            case Datum.Edits(List<Edit> edits) when edits.isEmpty() -> true;
            case Datum.Edits(List<Edit> edits) -> !isWhole(earlier) && edits.stream().noneMatch(Merging::changesProperties)
                    && (earlier instanceof Datum.Edits e ? e.edits().size() : 1) + edits.size() <= MOST_EDITS;
        };
    }

    /** An update of properties is more than a value: the one before it counts too. */
    private static boolean changesProperties(Edit edit) {
        return edit.path().isEmpty() && isUpdate(edit.value())
                || edit.action() == Edit.Action.DELETE && edit.path().size() == 1 && edit.path().getFirst() instanceof String;
    }

    private static Datum datum(Datum earlier, Datum later) {
        return switch (later) {
            case Datum.Whole(JsonValue after) -> earlier instanceof Datum.Whole(JsonValue before) ? new Datum.Whole(whole(before, after))
                    : isUpdate(after) && earlier instanceof Datum.Text(String text) ? new Datum.Whole(whole(Jsons.string(text), after)) : later;
            case Datum.Text text -> later;
            case Datum.Appended(var path, CharSequence text) -> earlier instanceof Datum.Appended(var same, CharSequence before)
                    ? new Datum.Appended(path, gather(before).append(text))
                    : edits(earlier, List.of(append(path, text)));
            case Datum.Edits(List<Edit> edits) when edits.isEmpty() -> earlier;
            case Datum.Edits(List<Edit> edits) -> edits.size() == 1 && edits.getFirst().path().isEmpty()
                    && edits.getFirst().action() == Edit.Action.REPLACE ? later : edits(earlier, edits);
        };
    }

    private static StringBuilder gather(CharSequence text) {
        return text instanceof StringBuilder builder ? builder : new StringBuilder(text);
    }

    private static Edit append(List<Object> path, CharSequence text) {
        return new Edit(Edit.Action.APPEND, path, Jsons.string(text.toString()));
    }

    private static Datum edits(Datum earlier, List<Edit> more) {
        var all = new ArrayList<Edit>();
        switch (earlier) {
            case Datum.Edits(List<Edit> edits) -> all.addAll(edits);
            case Datum.Appended(var path, CharSequence text) -> all.add(append(path, text));
            default -> throw new IllegalArgumentException("A whole value has no edits: " + earlier);
        }
        for (var edit : more) {
            var last = all.isEmpty() ? null : all.getLast();
            if (last != null && last.action() == Edit.Action.APPEND && edit.action() == Edit.Action.APPEND && last.path().equals(edit.path())
                    && last.value() instanceof JsonString a && edit.value() instanceof JsonString b
                    && a.getString().length() + b.getString().length() <= LONGEST_STRING) {
                all.set(all.size() - 1, new Edit(Edit.Action.APPEND, edit.path(), Jsons.string(a.getString() + b.getString())));
            } else {
                all.add(edit);
            }
        }
        return new Datum.Edits(all);
    }

    private static boolean isUpdate(JsonValue value) {
        return value instanceof JsonObject object && object.get("__type__") instanceof JsonString type && type.getString().equals("update");
    }

    private static JsonValue whole(JsonValue before, JsonValue after) {
        if (!isUpdate(before) && !isUpdate(after)) {
            return after;
        }
        var both = isUpdate(before) ? Jsons.object(before.asJsonObject()) : Jsons.object().add("value", before);
        if (isUpdate(after)) {
            after.asJsonObject().forEach(both::add);
        } else {
            both.add("value", after);
        }
        return both.add("__type__", "update").build();
    }
}
