package io.gradio4j.impl.app;

import io.gradio4j.Block;
import io.gradio4j.BlockAccess;
import io.gradio4j.Blocks;
import io.gradio4j.DeleteCache;
import io.gradio4j.impl.file.AppFiles;
import io.gradio4j.impl.json.JsonText;
import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;

/** Makes an immutable {@link App} of a definition: numbers, config, endpoints, theme. The definition is frozen by it. */
public final class Assembly {

    private static final String VERSION = Optional.ofNullable(Assembly.class.getPackage().getImplementationVersion()).orElse("development");
    private static final int MAX_THREADS = 40;

    private final Plugins plugins;
    private final Settings settings;
    private final boolean alone;

    /** Assembles with these plugins and settings. */
    public Assembly(Plugins plugins, Settings settings) {
        this(plugins, settings, true);
    }

    /**
     * Likewise.
     *
     * @param alone whether no other node serves the same apps: then each start has a number of its own
     */
    public Assembly(Plugins plugins, Settings settings, boolean alone) {
        this.plugins = plugins;
        this.settings = settings;
        this.alone = alone;
    }

    /**
     * Assembles an app.
     *
     * @param page the definition
     * @return the app
     * @throws IllegalStateException if the definition contradicts itself; the message names the block or listener
     * @throws IllegalArgumentException if it names a theme that does not exist
     */
    public App app(Blocks page) {
        var layouts = new Layouts(page);
        var queue = page.queue();
        var limit = queue.concurrency(settings.defaultConcurrency());
        var dependencies = new Dependencies(layouts, page, limit).all();
        var blocks = Collections.unmodifiableMap(new LinkedHashMap<>(layouts.blocks()));
        blocks.values().forEach(BlockAccess::freeze);
        layouts.pages().forEach(BlockAccess::freeze);
        layouts.renders().values().forEach(BlockAccess::freeze);
        var theme = page.theme().or(() -> page.themeName().map(plugins::theme)).orElseGet(plugins::defaultTheme);
        var showError = settings.showError().orElse(Boolean.TRUE.equals(page.properties().get("show_error")));
        var id = alone ? ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE) : Long.parseLong(App.key(blocks, dependencies).substring(0, 15), 16);
        var layout = layouts.json();
        var files = files(page);
        var texts = new Texts(page);
        var partition = new Partition(layouts, page, dependencies);
        var config = new ConfigDocument(page, blocks, dependencies, files.definitions()).json(id, layout, partition, texts, theme, showError,
                settings.operation(), files);
        var functions = functions(page, dependencies);
        var maxThreads = Optional.ofNullable((Integer) page.properties().get("max_threads")).orElse(MAX_THREADS);
        return new App(id, layout.getInt("id"), blocks, dependencies, config, pages(config, layouts, partition, functions),
                new ApiInfo(blocks, dependencies, files.definitions(), texts), theme, functions, scripts(blocks), texts, files, showError,
                new App.Limits(maxThreads, queue.maxSize().orElse(settings.maxWaiting()), queue.statusUpdateRate(), queue.isApiOpen()),
                layouts.renders().isEmpty() ? Optional.empty() : Optional.of(new Renders(page, layouts, dependencies, limit)));
    }

    private AppFiles files(Blocks page) {
        return new AppFiles(settings.files(), list(page, "static_paths", Path.class), list(page, "fetch_from", String.class),
                Optional.ofNullable((DeleteCache) page.properties().get("delete_cache")));
    }

    private static <T> List<T> list(Blocks page, String property, Class<T> type) {
        return page.properties().get(property) instanceof List<?> items ? items.stream().<T>map(type::cast).toList() : List.of();
    }

    private Map<String, Page> pages(JsonObject config, Layouts layouts, Partition partition, Optional<String> functions) {
        var pages = new LinkedHashMap<String, Page>();
        for (var path : layouts.paths()) {
            pages.put(path, new Page(path, page(partition.narrowed(config, path), path, layouts, functions), partition.listeners(path)));
        }
        return Collections.unmodifiableMap(pages);
    }

    private JsonObject page(JsonObject config, String path, Layouts layouts, Optional<String> functions) {
        var modules = Jsons.object();
        var types = new TreeSet<String>();
        layouts.blocks().values().forEach(b -> {
            types.add(b.type());
            types.addAll(BlockAccess.usedTypes(b));
        });
        if (!layouts.renders().isEmpty() || layouts.blocks().values().stream().anyMatch(BlockAccess::embedsComponents)) {
            types.addAll(plugins.types().keySet());
        }
        for (var type : types) {
            module(type).ifPresent(url -> modules.add(type, url));
        }
        var preload = Jsons.array();
        layouts.visibleTypes(path).stream().flatMap(t -> module(t).stream()).distinct().forEach(preload::add);
        var own = Jsons.object().add("version", VERSION).add("modules", modules).add("preload", preload)
                .add("js", functions.<JsonValue>map(f -> Jsons.string("gradio_api/app.js?v=" + hash(f))).orElse(JsonValue.NULL))
                .add("websocket", true);
        var scripts = scripts(layouts, path);
        if (!scripts.isEmpty()) {
            own.add("scripts", scripts);
        }
        return Jsons.object(config)
                .add("current_page", path)
                .add("deep_link_state", "none")
                .add("gradio4j", own)
                .build();
    }

    private Optional<String> module(String type) {
        return Optional.ofNullable(plugins.types().get(type)).flatMap(t -> t.module()).flatMap(plugins.resources()::url);
    }

    /** Where the blocks of a page find the modules that belong to them. Blocks with the same text share one. */
    private static JsonObject scripts(Layouts layouts, String path) {
        var all = Jsons.object();
        layouts.blocks().forEach((id, block) -> {
            var scripts = BlockAccess.scripts(block);
            if (!scripts.isEmpty() && layouts.path(block).orElse(path).equals(path)) {
                var urls = Jsons.object();
                scripts.forEach((name, text) -> urls.add(name, "gradio_api/script/" + hash(text) + ".js"));
                all.add(String.valueOf(id), urls);
            }
        });
        return all.build();
    }

    private static Map<String, String> scripts(Map<Integer, Block> blocks) {
        var texts = new LinkedHashMap<String, String>();
        blocks.values().forEach(block -> BlockAccess.scripts(block).values().forEach(text -> texts.put(hash(text), text)));
        return Collections.unmodifiableMap(texts);
    }

    private static String hash(String text) {
        return Hashes.version(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The app's JavaScript functions as one module, so that no page needs to evaluate text. */
    private static Optional<String> functions(Blocks page, List<Dependency> dependencies) {
        var load = Optional.ofNullable((String) page.properties().get("js"));
        if (load.isEmpty() && dependencies.stream().allMatch(d -> d.js().isEmpty())) {
            return Optional.empty();
        }
        var out = new StringBuilder("export const functions = {\n");
        for (var dependency : dependencies) {
            dependency.js().ifPresent(js -> {
                new JsonText(out).string(String.valueOf(dependency.id()));
                out.append(": (").append(js.strip()).append("\n),\n");
            });
        }
        out.append("};\nexport const load = ").append(load.map(js -> "(" + js.strip() + "\n)").orElse("null")).append(";\n");
        return Optional.of(out.toString());
    }
}
