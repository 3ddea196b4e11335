package io.gradio4j.impl.tester;

import io.gradio4j.AppTester;
import io.gradio4j.Block;
import io.gradio4j.BlockAccess;
import io.gradio4j.Component;
import io.gradio4j.GradioApp;
import io.gradio4j.ListenerDefinition.Condition;
import io.gradio4j.Request;
import io.gradio4j.State;
import io.gradio4j.impl.app.App;
import io.gradio4j.impl.app.Assembly;
import io.gradio4j.impl.app.Dependency;
import io.gradio4j.impl.app.Plugins;
import io.gradio4j.impl.app.Settings;
import io.gradio4j.impl.event.AppRuntime;
import io.gradio4j.impl.event.EventQueue;
import io.gradio4j.impl.event.Input;
import io.gradio4j.impl.event.RefusedException;
import io.gradio4j.impl.json.JsonText;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.impl.message.Datum;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.session.Session;
import io.gradio4j.spi.Mailbox;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One page of an app, played without a browser: it keeps properties, fires events, and runs what follows. */
final class PageTester implements AppTester {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AppRuntime runtime;
    private final App app;
    private final Session session;
    private final Mailbox.Reader<Message> reader;
    private final Map<Integer, Map<String, JsonValue>> properties = new LinkedHashMap<>();
    private final List<String> messages = new ArrayList<>();
    private final Map<Integer, String> streams = new HashMap<>();

    private enum End { SUCCESS, FAILURE, GOES_ON }
    private final List<Message.OfEvent> mail = new ArrayList<>();

    PageTester(GradioApp definition) {
        var plugins = new Plugins(Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElse(PageTester.class.getClassLoader()), Optional.empty());
        var settings = Settings.defaults();
        app = new Assembly(plugins, settings).app(definition.build());
        runtime = new AppRuntime(app, plugins, settings);
        session = runtime.sessions().open("tester");
        reader = session.outbox().read();
        for (var component : app.config().getJsonArray("components")) {
            properties.put(component.asJsonObject().getInt("id"), new LinkedHashMap<>(component.asJsonObject().getJsonObject("props")));
        }
        fire(app.rootId(), "load", JsonValue.NULL);
    }

    @Override
    public AppTester set(String name, @Nullable Object value) {
        var id = find(name);
        if (!(block(id) instanceof Component<?, ?> component)) {
            throw new IllegalArgumentException(describe(id) + " has no value");
        }
        var payload = BlockAccess.postprocess(component, value, app.files().conversion(""));
        var before = properties.get(id).put("value", payload);
        fire(id, "input", JsonValue.NULL);
        if (!payload.equals(before)) {
            fire(id, "change", payload);
        }
        return this;
    }

    @Override
    public AppTester click(String name) {
        return fire(name, "click", JsonValue.NULL);
    }

    @Override
    public AppTester submit(String name) {
        return fire(name, "submit", JsonValue.NULL);
    }

    @Override
    public AppTester fire(String name, String event, JsonValue data) {
        fire(find(name), event, data);
        return this;
    }

    @Override
    public @Nullable Object value(String name) {
        var id = find(name);
        return switch (block(id)) {
            case State<?> state -> session.state(id, state);
            case Component<?, ?> component -> {
                var payload = properties.get(id).getOrDefault("value", JsonValue.NULL);
                yield payload == JsonValue.NULL ? null
                        : BlockAccess.preprocess((Component<?, ?>) session.block(id, component), payload, app.files().conversion(""));
            }
            case Block other -> throw new IllegalArgumentException(other.describe() + " has no value");
        };
    }

    @Override
    public JsonValue property(String name, String property) {
        return properties.get(find(name)).getOrDefault(property, JsonValue.NULL);
    }

    @Override
    public List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void close() {
        var unloading = runtime.pageClosed(session);
        try {
            for (var thread : unloading) {
                if (!thread.join(PATIENCE)) {
                    throw new IllegalStateException("An unload listener did not end within " + PATIENCE.toSeconds() + " s");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            runtime.close();
        }
    }

    private int find(String name) {
        var found = named("elem_id", name);
        found = found.isPresent() ? found : named("label", name);
        found = found.isPresent() ? found : buttonNamed(name);
        return found.orElseThrow(() -> new IllegalArgumentException("There is no block with the label, caption or elemId '" + name
                + "'; there are " + names()));
    }

    private OptionalInt named(String property, String name) {
        return properties.entrySet().stream().filter(e -> Jsons.string(name).equals(e.getValue().get(property))).mapToInt(Map.Entry::getKey)
                .findFirst();
    }

    private OptionalInt buttonNamed(String name) {
        return properties.entrySet().stream().filter(e -> BlockAccess.skipApi(block(e.getKey()))
                && Jsons.string(name).equals(e.getValue().get("value"))).mapToInt(Map.Entry::getKey).findFirst();
    }

    private TreeSet<String> names() {
        var names = new TreeSet<String>();
        properties.values().forEach(p -> List.of("elem_id", "label").forEach(n -> Optional.ofNullable(p.get(n))
                .ifPresent(v -> names.add(JsonText.of(v)))));
        properties.forEach((id, p) -> {
            if (BlockAccess.skipApi(block(id)) && p.containsKey("value")) {
                names.add(JsonText.of(p.get("value")));
            }
        });
        return names;
    }

    private Block block(int id) {
        return Optional.<Block>ofNullable(app.blocks().get(id)).or(() -> session.parts().block(id)).orElseThrow();
    }

    private List<Dependency> dependencies() {
        return session.parts().with(app).toList();
    }

    /** A part of the page was drawn: what is gone is forgotten, what has a key keeps what is preserved, and the new listeners hear of the load. */
    private void draw(JsonObject part) {
        var known = session.parts().blocks().keySet();
        properties.keySet().removeIf(id -> !app.blocks().containsKey(id) && !known.contains(id));
        for (var component : part.getJsonArray("components").getValuesAs(JsonObject.class)) {
            var id = component.getInt("id");
            if (id != part.getInt("render_id")) {
                var now = new LinkedHashMap<>(component.getJsonObject("props"));
                var before = properties.getOrDefault(id, Map.of());
                if (now.get("preserved_by_key") instanceof JsonArray names) {
                    names.getValuesAs(JsonString.class).stream().map(JsonString::getString).filter(before::containsKey)
                            .forEach(name -> now.put(name, before.get(name)));
                }
                properties.put(id, now);
            }
        }
        for (var dependency : part.getJsonArray("dependencies").getValuesAs(JsonObject.class)) {
            session.parts().dependency(dependency.getInt("id")).filter(d -> d.targets().stream().anyMatch(t -> t.event().equals("load")))
                    .ifPresent(d -> run(d, JsonValue.NULL, app.rootId()));
        }
    }

    private String describe(int id) {
        return block(id).describe();
    }

    private void fire(int id, String event, JsonValue data) {
        if (event.equals("close_stream")) {
            endStreams(id);
            return;
        }
        for (var dependency : dependencies()) {
            // What an earlier one has drawn anew fires no more.
            var there = dependency.origin().isEmpty() || session.parts().dependency(dependency.id()).isPresent();
            if (there && dependency.targets().stream().anyMatch(t -> t.event().equals(event) && t.block().orElse(-1) == id)) {
                run(dependency, data, id);
            }
        }
    }

    private void run(Dependency dependency, JsonValue data, int trigger) {
        if (dependency.handler().isEmpty()) {
            dependency.js().ifPresent(js -> messages.add("Not run, because there is no browser: " + js));
            follow(dependency, Condition.SUCCESS, trigger);
            return;
        }
        var inputs = Jsons.array();
        dependency.inputs().forEach(slot -> inputs.add(properties.get(slot.id()).getOrDefault("value", JsonValue.NULL)));
        var values = inputs.build();
        var live = streams.get(dependency.id());
        if (live != null && runtime.queue().piece(live, values, data)) {
            finish(dependency, live, trigger);
            return;
        }
        var ticket = EventQueue.Ticket.whole(runtime.nodes().newId());
        try {
            runtime.queue().join(session, dependency, new Input(values, data, OptionalInt.of(trigger), Request.NONE), ticket);
        } catch (RefusedException e) {
            messages.add(String.valueOf(e.getMessage()));
            return;
        }
        if (dependency.streams()) {
            streams.put(dependency.id(), ticket.eventId());
        }
        finish(dependency, ticket.eventId(), trigger);
    }

    /** What follows the end of an event; an event that goes on, because it is for a stream, has no followers yet. */
    private void finish(Dependency dependency, String eventId, int trigger) {
        var end = await(dependency, eventId);
        if (end != End.GOES_ON) {
            streams.remove(dependency.id());
            follow(dependency, end == End.SUCCESS ? Condition.SUCCESS : Condition.FAILURE, trigger);
        }
    }

    private void endStreams(int id) {
        for (var dependency : dependencies()) {
            var live = streams.get(dependency.id());
            if (live != null && dependency.targets().contains(new Dependency.Target(OptionalInt.of(id), "stream"))
                    && runtime.queue().endStream(live)) {
                finish(dependency, live, id);
            }
        }
    }

    private void follow(Dependency dependency, Condition ended, int trigger) {
        for (var next : dependencies()) {
            if (next.after().orElse(-1) == dependency.id()
                    && (next.definition().condition() == ended || next.definition().condition() == Condition.ALWAYS)) {
                run(next, JsonValue.NULL, trigger);
            }
        }
    }

    /** Takes an event's messages until its last one, or until a piece of its stream is answered. */
    private End await(Dependency dependency, String eventId) {
        while (true) {
            var ended = take(dependency, next(dependency, eventId));
            if (ended.isPresent()) {
                return ended.get();
            }
        }
    }

    /** The next message of an event. Those of others are kept: what an event changes may start others while it is still running. */
    private Message.OfEvent next(Dependency dependency, String eventId) {
        while (true) {
            var found = mail.stream().filter(m -> m.eventId().equals(eventId)).findFirst();
            if (found.isPresent()) {
                mail.remove(found.get());
                return found.get();
            }
            for (var entry : batch(dependency)) {
                if (entry.message() instanceof Message.OfEvent message) {
                    mail.add(message);
                }
            }
        }
    }

    private List<Mailbox.Entry<Message>> batch(Dependency dependency) {
        try {
            var batch = reader.take(PATIENCE).orElseThrow(() -> new IllegalStateException("The app was stopped"));
            if (batch.isEmpty()) {
                throw new IllegalStateException("The event '" + dependency.apiName() + "' gave no result for " + PATIENCE.toSeconds() + " s");
            }
            reader.acknowledge();
            return batch;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test was interrupted", e);
        }
    }

    private Optional<End> take(Dependency dependency, Message.OfEvent message) {
        return switch (message) {
            case Message.ProcessGenerating m -> {
                apply(dependency, m.output());
                yield Optional.empty();
            }
            case Message.ProcessStreaming m -> {
                apply(dependency, m.output());
                yield Optional.of(End.GOES_ON);
            }
            case Message.Succeeded m -> {
                apply(dependency, m.output());
                yield Optional.of(End.SUCCESS);
            }
            case Message.Failed m -> {
                messages.add(m.failure().error() == null ? "Error" : m.failure().error());
                yield Optional.of(End.FAILURE);
            }
            case Message.Cancelled m -> Optional.of(End.FAILURE);
            case Message.Written m -> throw new IllegalStateException("A tester is alone, but another node wrote " + m);
            case Message.Log m -> {
                messages.add(m.text());
                yield Optional.empty();
            }
            case Message.Estimation m -> Optional.empty();
            case Message.ProcessStarts m -> Optional.empty();
            case Message.ProgressReport m -> Optional.empty();
        };
    }

    private void apply(Dependency dependency, Message.Output output) {
        for (var i = 0; i < output.data().size() && dependency.renderId().isEmpty(); i++) {
            var slot = dependency.outputs().get(i);
            var value = switch (output.data().get(i)) {
                case Datum.Whole(JsonValue whole) -> whole;
                case Datum.Text(String text) -> Jsons.string(text);
                case Datum.Edits edits -> throw new IllegalStateException("Whole values were asked for");
                case Datum.Appended appended -> throw new IllegalStateException("Whole values were asked for");
            };
            apply(slot.id(), value);
        }
        if (output.part() != null) {
            draw(output.part());
        }
        output.changedStates().forEach(id -> fire(id, "change", JsonValue.NULL));
    }

    private void apply(int id, JsonValue value) {
        var known = properties.get(id);
        if (known == null) {
            return;
        }
        var before = known.get("value");
        if (value instanceof JsonObject object && Jsons.string("update").equals(object.get("__type__"))) {
            object.forEach((name, property) -> {
                if (!name.equals("__type__")) {
                    known.put(name, property);
                }
            });
        } else if (!(block(id) instanceof State<?>)) {
            known.put("value", value);
        }
        var after = known.getOrDefault("value", JsonValue.NULL);
        if (!after.equals(before == null ? JsonValue.NULL : before)) {
            fire(id, "change", after);
        }
    }
}
