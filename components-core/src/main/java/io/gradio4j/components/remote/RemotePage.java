package io.gradio4j.components.remote;

import io.gradio4j.Block;
import io.gradio4j.Blocks;
import io.gradio4j.Column;
import io.gradio4j.Gradio;
import io.gradio4j.I18n;
import io.gradio4j.Request;
import io.gradio4j.Value;
import io.gradio4j.components.markdown.Markdown;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes our page of the other app's configuration: first its blocks, then its listeners. */
final class RemotePage {

    private static final Logger LOG = System.getLogger(RemotePage.class.getName());

    private final Upstream upstream;
    private final JsonObject config;
    private final RemoteValue.Source files;
    private final Map<Integer, JsonObject> components = new LinkedHashMap<>();
    private final Map<Integer, Block> blocks = new HashMap<>();
    private final Map<Integer, Blocks> pages = new HashMap<>();
    private final Set<String> leftOut = new LinkedHashSet<>();

    RemotePage(Upstream upstream) {
        this.upstream = upstream;
        config = upstream.config();
        files = new RemoteValue.Source(value -> upstream.files().files(value), failure -> LOG.log(Logger.Level.WARNING,
                "A file that the app at " + upstream.place() + " shows at first cannot be fetched: " + failure.text()));
        RemoteJson.objects(config, "components").forEach(entry -> RemoteJson.number(entry, "id").ifPresent(id -> components.put(id, entry)));
    }

    Blocks build() {
        var page = Blocks.of(children(part("")));
        RemoteJson.text(config, "title").ifPresent(page::title);
        page.fillHeight(RemoteJson.isTrue(config, "fill_height")).fillWidth(RemoteJson.isTrue(config, "fill_width"));
        texts().ifPresent(page::i18n);
        of("", page);
        for (var route : routes()) {
            var content = Blocks.of(children(part(route.path())));
            of(route.path(), content);
            if (route.shown()) {
                page.route(route.name(), route.path(), content);
            } else {
                page.hiddenRoute(route.name(), route.path(), content);
            }
        }
        new RemoteListeners(upstream, this).make();
        Value<Request> request = Gradio.request();
        page.onUnload().inputs(request).run(closed -> {
            upstream.leave(closed.sessionHash());
        });
        if (!leftOut.isEmpty()) {
            LOG.log(Logger.Level.WARNING, "Of the app at {0} is left out: {1}", upstream.place(), String.join(", ", leftOut));
        }
        return page;
    }

    private record Page(String path, String name, boolean shown) {
    }

    private List<Page> routes() {
        var routes = new ArrayList<Page>();
        for (var item : RemoteJson.items(config, "pages")) {
            if (item instanceof JsonArray entry && entry.size() >= 2 && entry.get(0) instanceof JsonString path && entry.get(1) instanceof JsonString name
                    && path.getString().matches("[\\w.-]{1,60}") && RemoteJson.object(config, "page").containsKey(path.getString())) {
                routes.add(new Page(path.getString(), name.getString(), entry.size() < 3 || JsonValue.TRUE.equals(entry.get(2))));
            }
        }
        return routes;
    }

    /** What the configuration says of one of its pages; of an app without pages, all of it. */
    private JsonObject part(String path) {
        var parts = RemoteJson.object(config, "page");
        return parts.containsKey(path) ? RemoteJson.object(parts, path) : config;
    }

    /** Remembers which listeners are a page's own: those of its load. */
    private void of(String path, Blocks page) {
        var part = part(path);
        if (part == config) {
            RemoteJson.objects(config, "dependencies").forEach(listener -> RemoteJson.number(listener, "id").ifPresent(id -> pages.put(id, page)));
        } else {
            RemoteJson.numbers(part, "dependencies").forEach(id -> pages.put(id, page));
        }
    }

    private Optional<I18n> texts() {
        var translations = RemoteJson.object(config, "i18n_translations");
        if (translations.isEmpty()) {
            return Optional.empty();
        }
        var texts = new I18n();
        translations.forEach((language, all) -> {
            var own = new HashMap<String, String>();
            RemoteJson.object(translations, language).forEach((key, text) -> {
                if (text instanceof JsonString string) {
                    own.put(key, string.getString());
                }
            });
            texts.language(language, own);
        });
        return Optional.of(texts);
    }

    private Block[] children(JsonObject part) {
        return blocks(RemoteJson.object(part, "layout")).toArray(Block[]::new);
    }

    private List<Block> blocks(JsonObject parent) {
        return RemoteJson.objects(parent, "children").stream().flatMap(node -> block(node).stream()).toList();
    }

    private Optional<Block> block(JsonObject node) {
        var id = RemoteJson.number(node, "id").orElse(-1);
        var entry = components.getOrDefault(id, JsonValue.EMPTY_JSON_OBJECT);
        var type = RemoteJson.word(entry, "type").orElse("");
        var inner = blocks(node);
        if (blocks.containsKey(id)) {
            return Optional.empty();
        }
        var block = made(type, id, entry, inner);
        block.filter(made -> made instanceof RemoteComponent || made instanceof RemoteLayout).ifPresent(made -> blocks.put(id, made));
        return block;
    }

    private Optional<Block> made(String type, int id, JsonObject entry, List<Block> inner) {
        if (RemoteKinds.isLayout(type)) {
            return Optional.of(new RemoteLayout(type, id, RemoteJson.object(entry, "props"), inner));
        }
        if (RemoteKinds.isShown(type) && inner.isEmpty()) {
            return Optional.of(new RemoteComponent(type, id, entry, files));
        }
        if (type.equals("state") || type.equals("api")) {
            return Optional.empty();
        }
        leaveOut("components of the type " + (type.isEmpty() ? "unknown" : type));
        if (!inner.isEmpty()) {
            return Optional.of(new Column(inner));
        }
        return JsonValue.FALSE.equals(RemoteJson.object(entry, "props").get("visible")) || type.equals("browserstate") ? Optional.empty()
                : Optional.of(new Markdown("*Here the app at " + upstream.place() + " has a component of the type `" + type + "`, which this server does not show.*"));
    }

    /** Says that something is not here. */
    void leaveOut(String what) {
        leftOut.add(what);
    }

    JsonObject config() {
        return config;
    }

    /**
     * A block by its number in the other app. A component that is not shown has a value all the same, which pages send as it is and clients may
     * choose; a state is known to the other app alone.
     */
    Optional<Block> block(int id) {
        if (!blocks.containsKey(id) && components.get(id) instanceof JsonObject entry) {
            RemoteJson.word(entry, "type").filter(type -> !RemoteKinds.isLayout(type) && !type.equals("state"))
                    .ifPresent(type -> blocks.put(id, new RemoteComponent("api", id, entry, files)));
        }
        return Optional.ofNullable(blocks.get(id));
    }

    /** The page on which a listener stands, and whose load it may wait for. */
    Optional<Blocks> page(int listener) {
        return Optional.ofNullable(pages.get(listener));
    }

    /** Whether a number is that of the other app's page itself. */
    boolean isPage(int id) {
        return !components.containsKey(id);
    }
}
