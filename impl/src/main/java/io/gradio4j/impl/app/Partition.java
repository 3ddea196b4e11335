package io.gradio4j.impl.app;

import io.gradio4j.Blocks;
import io.gradio4j.State;
import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which blocks and listeners belong to which page of an app. A listener belongs to the page of what fires it; all that it names must stand
 * there, but for blocks that stand nowhere, such as state: those are known to each page that uses them.
 */
final class Partition {

    private final Layouts layouts;
    private final Blocks app;
    private final Map<String, Set<Integer>> listeners = new LinkedHashMap<>();
    private final Map<String, Set<Integer>> blocks = new LinkedHashMap<>();

    /**
     * Divides an app.
     *
     * @throws IllegalStateException if a listener links blocks of different pages; the message names them
     */
    Partition(Layouts layouts, Blocks app, List<Dependency> dependencies) {
        this.layouts = layouts;
        this.app = app;
        for (var path : layouts.paths()) {
            listeners.put(path, new TreeSet<>());
            blocks.put(path, new TreeSet<>());
        }
        layouts.blocks().forEach((id, block) -> layouts.path(block).ifPresent(path -> blocks(path).add(id)));
        dependencies.forEach(d -> add(d, dependencies));
        // Blocks that no page's listener uses belong to the main page.
        layouts.blocks().keySet().stream().filter(id -> blocks.values().stream().noneMatch(ids -> ids.contains(id)))
                .toList().forEach(id -> blocks("").add(id));
    }

    private Set<Integer> blocks(String path) {
        return blocks.computeIfAbsent(path, p -> new TreeSet<>());
    }

    private void add(Dependency dependency, List<Dependency> all) {
        var path = path(dependency, all);
        listeners.computeIfAbsent(path, p -> new TreeSet<>()).add(dependency.id());
        Stream.concat(dependency.inputs().stream(), dependency.outputs().stream()).forEach(slot -> {
            var stands = layouts.path(slot.block());
            if (stands.isPresent() && !stands.get().equals(path) && !(slot.block() instanceof State<?>)) {
                throw new IllegalStateException("The listener '" + dependency.apiName() + "' of the page /" + path + " uses " + slot.block().describe()
                        + ", which stands on the page /" + stands.get() + "; a listener and all it uses must stand on one page");
            }
            blocks(path).add(slot.id());
        });
        // A timer that fires it may stand nowhere; the page must know of it all the same.
        dependency.definition().targets().forEach(target -> layouts.id(target.block()).ifPresent(id -> {
            if (!(target.block() instanceof Blocks) && layouts.path(target.block()).isEmpty()) {
                blocks(path).add(id);
            }
        }));
    }

    private String path(Dependency dependency, List<Dependency> all) {
        if (dependency.after().isPresent()) {
            return path(all.get(dependency.after().getAsInt()), all);
        }
        if (dependency.definition().isComputing()) {
            return layouts.path(dependency.definition().outputs().getFirst()).orElse("");
        }
        var firing = dependency.definition().targets().stream().map(t -> t.block()).flatMap(b -> layouts.path(b).stream()).findFirst();
        return firing.or(() -> Stream.concat(dependency.outputs().stream(), dependency.inputs().stream()).map(slot -> slot.block())
                .flatMap(b -> layouts.path(b).stream()).findFirst()).orElse("");
    }

    /** The numbers of a page's listeners. */
    Set<Integer> listeners(String path) {
        return Set.copyOf(listeners.getOrDefault(path, Set.of()));
    }

    /** All pages as the config lists them: path, name, and whether the bar shows it. */
    JsonArray pages() {
        var pages = Jsons.array().add(Jsons.array().add("").add("Home").add(true));
        app.routes().forEach(route -> pages.add(Jsons.array().add(route.path()).add(route.name()).add(route.showInNavbar())));
        return pages.build();
    }

    /** What belongs to which page, as the config says it. */
    JsonObject json() {
        var json = Jsons.object();
        for (var path : layouts.paths()) {
            json.add(path, Jsons.object().add("layout", layouts.json(path)).add("components", Jsons.array(inOrder(blocks(path))))
                    .add("dependencies", Jsons.array(List.copyOf(listeners.getOrDefault(path, Set.of())))));
        }
        return json.build();
    }

    private List<Integer> inOrder(Set<Integer> ids) {
        return layouts.blocks().keySet().stream().filter(ids::contains).toList();
    }

    /**
     * The config as one page gets it: only its own blocks and listeners.
     *
     * @param config the whole
     * @param path the page
     */
    JsonObject narrowed(JsonObject config, String path) {
        return Jsons.object(config).add("components", chosen(config.getJsonArray("components"), blocks(path)))
                .add("dependencies", chosen(config.getJsonArray("dependencies"), listeners(path)))
                .add("layout", layouts.json(path)).build();
    }

    private static JsonArray chosen(JsonArray all, Set<Integer> ids) {
        var array = Jsons.array();
        for (JsonValue entry : all) {
            if (ids.contains(entry.asJsonObject().getInt("id"))) {
                array.add(entry);
            }
        }
        return array.build();
    }
}
