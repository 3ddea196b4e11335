package io.gradio4j.impl.app;

import io.gradio4j.Block;
import io.gradio4j.BlockAccess;
import io.gradio4j.BlockNumber;
import io.gradio4j.Blocks;
import io.gradio4j.CacheOptions;
import io.gradio4j.Component.ValueSource;
import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.FooterLink;
import io.gradio4j.Injected;
import io.gradio4j.ListenerDefinition;
import io.gradio4j.Theme;
import io.gradio4j.impl.file.AppFiles;
import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Writes the config document: what a page and every client know of an app. Fields and their order are Gradio's. */
final class ConfigDocument {

    /** The level of Gradio's API that clients may expect. */
    static final String VERSION = "6.25.0";

    private static final Logger LOG = System.getLogger(ConfigDocument.class.getName());

    private final Blocks page;
    private final Map<Integer, Block> blocks;
    private final List<Dependency> dependencies;
    private final Conversion conversion;

    ConfigDocument(Blocks page, Map<Integer, Block> blocks, List<Dependency> dependencies, Conversion conversion) {
        this.page = page;
        this.blocks = blocks;
        this.dependencies = dependencies;
        this.conversion = conversion;
    }

    /**
     * What a page is told of a part that was drawn.
     *
     * @param id the number of the layout that holds it
     * @param part that layout and the part's blocks
     * @param own its listeners
     * @param layouts its tree
     */
    JsonObject part(int id, Map<Integer, Block> part, List<Dependency> own, Layouts layouts) {
        var components = Jsons.array();
        part.forEach((number, block) -> {
            var json = Jsons.object(component(number, block)).add("renderable", id);
            if (number != id) {
                json.add("rendered_in", id);
                json.add("key", key(id, block));
            }
            components.add(json);
        });
        var listeners = Jsons.array();
        own.forEach(d -> listeners.add(dependency(d)));
        var whole = Jsons.object().add("layout", layouts.json("")).add("components", Jsons.array(List.copyOf(part.keySet())))
                .add("dependencies", Jsons.array(own.stream().map(Dependency::id).toList()));
        return Jsons.object().add("page", Jsons.object().add("", whole)).add("components", components).add("dependencies", listeners)
                .add("layout", layouts.json()).add("render_id", id).build();
    }

    /** The document without what depends on the request: root and user. */
    JsonObject json(long appId, JsonObject layout, Partition partition, Texts texts, Theme theme, boolean showError, Operation operation, AppFiles files) {
        var components = components();
        var body = Jsons.object();
        theme.bodyCss().forEach(body::add);
        return Jsons.object()
                .add("version", VERSION)
                .add("api_prefix", "/gradio_api")
                .add("mode", text("mode").orElse("blocks"))
                .add("app_id", appId)
                .add("dev_mode", false)
                .add("vibe_mode", false)
                .add("analytics_enabled", false)
                .add("components", components)
                .add("css", nullable(text("css")))
                .add("connect_heartbeat", heartbeat())
                .add("js", nullable(text("js")))
                .add("head", nullable(text("head")))
                .add("title", text("title").orElse("Gradio"))
                .add("space_id", JsonValue.NULL)
                .add("enable_queue", true)
                .add("show_error", showError)
                .add("footer_links", footerLinks(operation))
                .add("run_history", operation.runHistory())
                .add("is_colab", false)
                .add("max_file_size", files.maxFileSize().isPresent() ? Jsons.number(files.maxFileSize().getAsLong()) : JsonValue.NULL)
                .add("stylesheets", conversion.toJson(theme.stylesheets()))
                .add("theme", theme.name())
                .add("protocol", "sse_v3")
                .add("body_css", body)
                .add("fill_height", flag("fill_height"))
                .add("fill_width", flag("fill_width"))
                .add("theme_hash", theme.hash())
                .add("pwa", operation.pwa())
                .add("pages", partition.pages())
                .add("page", partition.json())
                .add("mcp_server", false)
                .add("i18n_translations", texts.json())
                .add("dependencies", dependencies())
                .add("layout", layout)
                .build();
    }

    private Optional<String> text(String property) {
        return Optional.ofNullable((String) page.properties().get(property));
    }

    private boolean flag(String property) {
        return Boolean.TRUE.equals(page.properties().get(property));
    }

    private JsonArray footerLinks(Operation operation) {
        var links = page.properties().get("footer_links") instanceof List<?> set ? set : List.of(FooterLink.API, FooterLink.GRADIO, FooterLink.SETTINGS, FooterLink.RUNS);
        var json = Jsons.array();
        links.stream().map(FooterLink.class::cast).filter(link -> link != FooterLink.RUNS || operation.runHistory()).forEach(link -> json.add(lower(link)));
        return json.build();
    }

    private static JsonValue nullable(Optional<String> text) {
        return text.<JsonValue>map(Jsons::string).orElse(JsonValue.NULL);
    }

    private boolean heartbeat() {
        return blocks.values().stream().anyMatch(b -> b.type().equals("state"))
                || dependencies.stream().flatMap(d -> d.targets().stream()).anyMatch(t -> t.event().equals("unload") || t.event().equals("stream"))
                || dependencies.stream().anyMatch(d -> d.definition().cache().filter(CacheOptions::isPerSession).isPresent()
                        || d.arguments().stream().anyMatch(a -> a instanceof Injected.OfCache cache && cache.options().isPerSession()));
    }

    private JsonArray components() {
        var array = Jsons.array();
        blocks.forEach((id, block) -> array.add(component(id, block)));
        return array.build();
    }

    private JsonObject component(int id, Block block) {
        var skipApi = BlockAccess.skipApi(block);
        var json = Jsons.object().add("id", id).add("type", block.type()).add("props", properties(id, block)).add("skip_api", skipApi)
                .add("component_class_id", BlockAccess.classId(block)).add("key", key(0, block));
        if (!skipApi && block instanceof Component<?, ?> component) {
            json.add("api_info", component.schema().json()).add("api_info_as_input", component.inputSchema().json())
                    .add("api_info_as_output", component.outputSchema().json()).add("example_inputs", component.schema().example());
        }
        return json.build();
    }

    /** A key is the author's; clients only compare it with others of the same part of the page. */
    private static JsonValue key(int part, Block block) {
        return block.properties().get("key") instanceof Object key ? Jsons.number(Objects.hash(part, key.toString())) : JsonValue.NULL;
    }

    private JsonObject properties(int id, Block block) {
        var json = Jsons.object();
        var defaults = BlockAccess.defaults(block);
        var names = new LinkedHashSet<>(defaults.names());
        names.addAll(block.properties().keySet());
        var listened = whenListened(id, block);
        for (var name : names) {
            initial(block, name, listened.getOrDefault(name, defaults.get(name))).ifPresent(value -> json.add(name, value));
        }
        var own = ownTexts(block);
        if (!own.isEmpty() && !block.properties().containsKey(BlockAccess.OWN_TEXTS)) {
            json.add(BlockAccess.OWN_TEXTS, own);
        }
        json.add("name", BlockAccess.name(block));
        var selectable = hasListener(id, "select");
        if (selectable || block instanceof Component<?, ?>) {
            json.add("_selectable", selectable);
        }
        if (block instanceof Component<?, ?>) {
            if (hasListener(id, "stream")) {
                json.add("streaming", true);
            }
            var functions = BlockAccess.serverFunctions(block).keySet();
            if (!functions.isEmpty()) {
                json.add("server_fns", conversion.toJson(List.copyOf(functions)));
            }
        }
        return json.build();
    }

    private Map<String, Object> whenListened(int id, Block block) {
        var properties = new HashMap<String, Object>();
        dependencies.stream().flatMap(d -> d.targets().stream()).filter(t -> t.block().orElse(-1) == id)
                .forEach(t -> properties.putAll(BlockAccess.whenListened(block, t.event())));
        return properties;
    }

    private boolean hasListener(int id, String event) {
        return dependencies.stream().flatMap(d -> d.targets().stream()).anyMatch(t -> t.event().equals(event) && t.block().orElse(-1) == id);
    }

    private Optional<JsonValue> initial(Block block, String name, Object byDefault) {
        var set = BlockAccess.raw(block, name);
        if (name.equals("value") && block instanceof Component<?, ?> component && component.valueSource() instanceof ValueSource source
                && source.inputs().isEmpty()) {
            return Optional.of(computed(component, source));
        }
        if (set == null && name.equals("show_label") && Boolean.FALSE.equals(block.properties().get("container"))) {
            return Optional.of(JsonValue.FALSE);
        }
        if (set == null) {
            return byDefault == null ? Optional.empty() : Optional.of(property(byDefault));
        }
        if (name.equals("value") && block instanceof Component<?, ?> component) {
            return Optional.of(BlockAccess.postprocess(component, set, conversion));
        }
        return Optional.of(property(set));
    }

    /** Of the texts that a component says by itself, those that its author has not written. */
    private JsonObject ownTexts(Block block) {
        var json = Jsons.object();
        BlockAccess.defaults(block).ownTexts().forEach((name, keys) -> {
            if (BlockAccess.raw(block, name) == null) {
                json.add(name, conversion.toJson(keys));
            }
        });
        return json.build();
    }

    /** A value that depends on nothing is there from the start, for clients that never load the page. */
    private JsonValue computed(Component<?, ?> component, ValueSource source) {
        try {
            return BlockAccess.postprocess(component, source.function().apply(new Object[0]), conversion);
        } catch (Exception e) {
            LOG.log(Logger.Level.WARNING, "The value of " + component.describe() + " could not be computed at the start", e);
            return component.emptyPayload();
        }
    }

    /** A property's value. In a list, a block is written with its properties and number, or with its number alone. */
    private JsonValue property(Object value) {
        if (!(value instanceof List<?> items) || value instanceof JsonValue) {
            return conversion.toJson(value);
        }
        var array = Jsons.array();
        items.forEach(item -> array.add(switch (item) {
            case Block block -> Jsons.object(properties(id(block), block)).add("id", id(block)).build();
            case BlockNumber(Block block) -> number(block).<JsonValue>map(Jsons::number).orElse(JsonValue.NULL);
            case null, default -> conversion.toJson(item);
        }));
        return array.build();
    }

    private JsonArray dependencies() {
        var array = Jsons.array();
        dependencies.forEach(d -> array.add(dependency(d)));
        return array.build();
    }

    private JsonObjectBuilder dependency(Dependency d) {
        var targets = Jsons.array();
        d.targets().forEach(t -> {
            var pair = Jsons.array();
            if (t.block().isPresent()) {
                pair.add(t.block().getAsInt());
            } else {
                pair.addNull();
            }
            targets.add(pair.add(t.event()));
        });
        var definition = d.definition();
        var follows = d.after().isPresent();
        return Jsons.object()
                .add("id", d.id())
                .add("targets", targets)
                .add("inputs", Jsons.array(d.inputs().stream().map(Dependency.Slot::id).toList()))
                .add("outputs", Jsons.array(d.outputs().stream().map(Dependency.Slot::id).toList()))
                .add("backend_fn", d.handler().isPresent())
                .add("js", nullable(d.js()))
                .add("queue", d.queue())
                .add("api_name", d.apiName())
                .add("api_description", nullable(definition.apiDescription()))
                .add("scroll_to_output", definition.scrollToOutput())
                .add("show_progress", lower(d.showProgress()))
                .add("show_progress_on", showProgressOn(definition))
                .add("batch", d.batchSize().isPresent())
                .add("max_batch_size", d.batchSize().orElse(4))
                .add("cancels", Jsons.array(d.cancels()))
                .add("types", Jsons.object().add("generator", d.generates()).add("cancel", d.cancelling()))
                .add("collects_event_data", collectsEventData(d))
                .add("trigger_after", follows ? Jsons.number(d.after().getAsInt()) : JsonValue.NULL)
                .add("trigger_only_on_success", follows && definition.condition() == ListenerDefinition.Condition.SUCCESS)
                .add("trigger_only_on_failure", follows && definition.condition() == ListenerDefinition.Condition.FAILURE)
                .add("trigger_mode", lower(d.triggerMode()))
                .add("api_visibility", lower(d.visibility()))
                .add("rendered_in", d.origin().<JsonValue>map(origin -> Jsons.number(origin.renderedIn())).orElse(JsonValue.NULL))
                .add("render_id", d.renderId().isPresent() ? Jsons.number(d.renderId().getAsInt()) : JsonValue.NULL)
                .add("connection", d.streams() ? "stream" : "sse")
                .add("time_limit", definition.timeLimit().<JsonValue>map(ConfigDocument::seconds).orElse(JsonValue.NULL))
                .add("stream_every", definition.streamEvery().map(ConfigDocument::seconds).orElse(Jsons.number(0.5)))
                .add("event_specific_args", d.streams() ? Jsons.array().add("stream_every").build()
                        : definition.isMerged() ? JsonValue.EMPTY_JSON_ARRAY : JsonValue.NULL)
                .add("component_prop_inputs", JsonValue.EMPTY_JSON_ARRAY)
                .add("js_implementation", JsonValue.NULL);
    }

    private static JsonValue seconds(Duration duration) {
        var seconds = duration.toNanos() / 1e9;
        return seconds == Math.rint(seconds) ? Jsons.number((long) seconds) : Jsons.number(seconds);
    }

    private JsonValue showProgressOn(ListenerDefinition definition) {
        return definition.showProgressOn().<JsonValue>map(on -> Jsons.array(on.stream().map(this::id).toList()).build())
                .orElse(JsonValue.NULL);
    }

    private Optional<Integer> number(Block block) {
        return blocks.entrySet().stream().filter(e -> e.getValue() == block).map(Map.Entry::getKey).findFirst();
    }

    private int id(Block block) {
        return number(block)
                .orElseThrow(() -> new IllegalStateException(block.describe() + " is named by another block or listener but stands in no tree"));
    }

    private static boolean collectsEventData(Dependency d) {
        return d.arguments().stream().anyMatch(a -> a instanceof Injected.OfEventData<?>);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
