package io.gradio4j.components.remote;

import io.gradio4j.ApiVisibility;
import io.gradio4j.Block;
import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Event;
import io.gradio4j.FileData;
import io.gradio4j.Gradio;
import io.gradio4j.Listener;
import io.gradio4j.Nesting;
import io.gradio4j.ShowProgress;
import io.gradio4j.TriggerMode;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes our listeners of the other app's: each calls the one that it stands for. */
final class RemoteListeners {

    /** What buttons that clear run in the browser: a function that gives nothing but data. */
    private static final Pattern CONSTANTS = Pattern.compile("\\s*\\(\\s*\\)\\s*=>\\s*(\\[.*])\\s*;?\\s*", Pattern.DOTALL);
    private static final Pattern EVENT = Pattern.compile("[a-z_]{1,40}");
    private static final int DEEPEST = 50;

    private final Upstream upstream;
    private final RemotePage page;
    private final Map<Integer, JsonObject> dependencies = new LinkedHashMap<>();
    private final Map<Integer, Listener> made = new HashMap<>();

    RemoteListeners(Upstream upstream, RemotePage page) {
        this.upstream = upstream;
        this.page = page;
        var position = 0;
        for (var dependency : RemoteJson.objects(page.config(), "dependencies")) {
            dependencies.put(RemoteJson.number(dependency, "id").orElse(position), dependency);
            position++;
        }
    }

    void make() {
        dependencies.forEach((id, dependency) -> {
            if (RemoteJson.isTrue(dependency, "backend_fn")) {
                calling(id, dependency);
            } else if (dependency.get("js") instanceof JsonString js) {
                setting(id, dependency, js.getString());
            }
        });
        dependencies.forEach((id, dependency) -> {
            var cancelled = RemoteJson.numbers(dependency, "cancels").stream().filter(other -> made.containsKey(other)
                    && RemoteJson.isTrue(dependencies.get(other), "queue")).map(made::get).toArray(Listener[]::new);
            if (cancelled.length > 0) {
                start(id, dependency).ifPresent(start -> start.cancels(cancelled));
            }
        });
    }

    /** What fires a listener; empty if nothing on our page does. */
    private Optional<Event> start(int id, JsonObject dependency) {
        var after = RemoteJson.number(dependency, "trigger_after");
        if (after.isPresent()) {
            return after(id, after.getAsInt(), dependency);
        }
        var events = new ArrayList<Event>();
        for (var target : RemoteJson.items(dependency, "targets")) {
            if (target instanceof JsonArray pair && pair.size() == 2 && pair.get(1) instanceof JsonString name && EVENT.matcher(name.getString()).matches()) {
                RemoteJson.number(pair.get(0)).ifPresent(source -> event(id, source, name.getString()).ifPresent(events::add));
            }
        }
        if (events.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(events.size() == 1 ? events.getFirst() : Gradio.on(events.toArray(Event[]::new)));
    }

    /** A function that no event is for, or none of a component that is shown, can still be called by clients. */
    private Optional<Event> endpoint(int id, JsonObject dependency) {
        var targets = RemoteJson.items(dependency, "targets");
        var hidden = targets.stream().anyMatch(target -> target instanceof JsonArray pair && !pair.isEmpty()
                && RemoteJson.number(pair.get(0)).stream().anyMatch(source -> page.block(source).isPresent()));
        return targets.isEmpty() || hidden ? name(dependency).flatMap(name -> page.page(id).map(home -> home.api(name))) : Optional.empty();
    }

    /** What follows a listener that is not here follows what that one waits for. */
    private Optional<Event> after(int id, int before, JsonObject dependency) {
        var listener = made.get(before);
        if (listener == null) {
            return before < id && dependencies.containsKey(before) ? start(before, dependencies.get(before)) : Optional.empty();
        }
        return Optional.of(RemoteJson.isTrue(dependency, "trigger_only_on_success") ? listener.onSuccess()
                : RemoteJson.isTrue(dependency, "trigger_only_on_failure") ? listener.onFailure() : listener.then());
    }

    private Optional<Event> event(int listener, int source, String name) {
        return name.equals("load") && page.isPage(source) ? page.page(listener).map(io.gradio4j.Blocks::onLoad)
                : page.block(source).filter(block -> !block.type().equals("api")).map(block -> Event.of(block, name));
    }

    private static Optional<String> name(JsonObject dependency) {
        return RemoteJson.text(dependency, "api_name").filter(name -> name.matches("[\\w-]{1,100}"));
    }

    private void calling(int id, JsonObject dependency) {
        if (!RemoteJson.number(dependency, "render_id").isEmpty() || RemoteJson.text(dependency, "connection").filter("stream"::equals).isPresent()) {
            page.leaveOut("the listener " + name(dependency).orElse("") + ", which draws a part of the page or takes a stream");
            return;
        }
        if (dependency.get("js") instanceof JsonString) {
            page.leaveOut("what the listener " + name(dependency).orElse("") + " runs in the browser");
        }
        start(id, dependency).or(() -> endpoint(id, dependency)).ifPresentOrElse(event -> {
            name(dependency).ifPresent(event::apiName);
            RemoteJson.text(dependency, "api_description").ifPresent(event::apiDescription);
            RemoteJson.constant(dependency, "api_visibility", ApiVisibility.values()).ifPresent(event::apiVisibility);
            RemoteJson.constant(dependency, "show_progress", ShowProgress.values()).ifPresent(event::showProgress);
            RemoteJson.constant(dependency, "trigger_mode", TriggerMode.values()).ifPresent(event::triggerMode);
            if (dependency.get("show_progress_on") instanceof JsonArray) {
                event.showProgressOn(blocks(dependency, "show_progress_on").toArray(Block[]::new));
            }
            event.queue(!JsonValue.FALSE.equals(dependency.get("queue"))).scrollToOutput(RemoteJson.isTrue(dependency, "scroll_to_output")).unlimitedConcurrency();
            made.put(id, new RemoteCall(upstream, page, id, dependency).end(event));
        }, () -> {
            // The end of a page is told to the other server by ending its session.
            if (!RemoteJson.items(dependency, "targets").toString().contains("\"unload\"")) {
                page.leaveOut("the listener " + name(dependency).orElse("") + ", which nothing on this page fires");
            }
        });
    }

    private List<Block> blocks(JsonObject dependency, String name) {
        return RemoteJson.numbers(dependency, name).stream().flatMap(block -> page.block(block).stream()).toList();
    }

    /** A function that only gives data is that data; any other one is code, which does not run here. */
    private void setting(int id, JsonObject dependency, String js) {
        var outputs = RemoteJson.numbers(dependency, "outputs");
        var values = constants(js).filter(all -> all.size() == outputs.size());
        if (values.isEmpty()) {
            page.leaveOut("a listener that runs in the browser alone");
            return;
        }
        var shown = new ArrayList<Block>();
        var data = Conversion.JSON.createArrayBuilder();
        for (var i = 0; i < outputs.size(); i++) {
            if (page.block(outputs.get(i)).orElse(null) instanceof Component<?, ?> component) {
                shown.add(component);
                data.add(values.get().get(i));
            }
        }
        if (!shown.isEmpty()) {
            start(id, dependency).ifPresent(event -> event.outputs(shown).js("() => " + data.build()));
        }
    }

    private static Optional<JsonArray> constants(String js) {
        var matcher = CONSTANTS.matcher(js);
        if (!matcher.matches() || Nesting.depth(matcher.group(1)) > DEEPEST) {
            return Optional.empty();
        }
        try (var reader = Conversion.JSON.createReader(new StringReader(matcher.group(1)))) {
            return Optional.of(reader.readArray()).filter(values -> values.stream().noneMatch(FileData::isFile));
        } catch (JsonException | IllegalStateException e) {
            return Optional.empty();
        }
    }
}
