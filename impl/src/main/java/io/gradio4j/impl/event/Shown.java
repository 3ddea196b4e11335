package io.gradio4j.impl.event;

import io.gradio4j.Render;
import io.gradio4j.State;
import io.gradio4j.impl.app.App;
import io.gradio4j.impl.app.Dependency;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.impl.message.Datum;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.session.Session;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;

/** Remembers what pages show where an app links to it; elsewhere nothing is kept. */
final class Shown {

    private final boolean wanted;

    Shown(App app) {
        wanted = app.linksToPages();
    }

    /** What a client sent, after it was found good. */
    void inputs(Session session, Dependency dependency, Input input) {
        if (wanted) {
            for (var i = 0; i < dependency.inputs().size(); i++) {
                shows(session, dependency.inputs().get(i), input.data().get(i));
            }
        }
    }

    /** What a client gets at the end. */
    void outputs(Session session, Dependency dependency, Message.Output output) {
        if (wanted) {
            for (var i = 0; i < dependency.outputs().size(); i++) {
                var slot = dependency.outputs().get(i);
                switch (output.data().get(i)) {
                    case Datum.Whole(JsonValue value) -> shows(session, slot, value);
                    case Datum.Text(String text) -> shows(session, slot, Jsons.string(text));
                    // Neither is a last result: those are whole.
                    case Datum.Edits e -> {
                    }
                    case Datum.Appended a -> {
                    }
                }
            }
        }
    }

    private static void shows(Session session, Dependency.Slot slot, JsonValue value) {
        if (slot.block() instanceof State<?> || slot.block() instanceof Render<?>) {
            return;
        }
        if (value instanceof JsonObject object && object.get("__type__") instanceof JsonString type && type.getString().equals("update")) {
            var properties = new HashMap<>(object);
            properties.remove("__type__");
            session.shows(slot.id(), properties);
        } else {
            session.shows(slot.id(), Map.of("value", value));
        }
    }
}
