package io.gradio4j.impl.app;

import io.gradio4j.Block;
import io.gradio4j.Theme;
import io.gradio4j.impl.file.AppFiles;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An app, ready to run: everything that is the same for all users, computed once. Immutable.
 *
 * @param id a number that tells one start from another; that of other nodes which serve the same app is the same
 * @param rootId the number of the page itself
 * @param blocks all blocks by number, in the order of the config
 * @param dependencies all listeners; the position is the number
 * @param config the config document without what depends on the request
 * @param pages its pages by path; the main page's is an empty string
 * @param info the API documentation's data without code snippets' addresses
 * @param theme the look
 * @param functions the generated module with the app's JavaScript functions; empty when it has none
 * @param scripts the texts of the ES modules that belong to single blocks, by their hashes
 * @param texts its texts in words
 * @param files its files
 * @param showError whether the texts of all exceptions reach clients
 * @param limits how events wait and run
 * @param renders makes what its renders draw; empty when it has none
 */
public record App(long id, int rootId, Map<Integer, Block> blocks, List<Dependency> dependencies, JsonObject config,
        Map<String, Page> pages, ApiInfo info, Theme theme, Optional<String> functions, Map<String, String> scripts, Texts texts,
        AppFiles files, boolean showError, Limits limits, Optional<Renders> renders) {

    /** The config as the main page gets it, without what depends on the request. */
    public JsonObject page() {
        return Objects.requireNonNull(pages.get("")).config();
    }

    /** The title in words, whatever languages it has. */
    public String title() {
        return config.getString("title").isEmpty() ? "Gradio" : texts.plain(config.getString("title"));
    }

    /** Whether some listener's function in the browser makes links to what a page shows. */
    public boolean linksToPages() {
        return dependencies.stream().anyMatch(d -> d.js().filter(js -> js.contains("deep_link")).isPresent());
    }

    /** What tells this app from others: the same wherever its definition is the same, as far as sessions depend on it. */
    public String key() {
        return key(blocks, dependencies);
    }

    static String key(Map<Integer, Block> blocks, List<Dependency> dependencies) {
        var text = new StringBuilder();
        blocks.forEach((id, block) -> text.append(id).append(block.type()).append(' '));
        dependencies.forEach(dependency -> text.append(dependency.apiName()).append(' '));
        return Hashes.sha256(text.toString()).substring(0, 16);
    }

    /** A listener by its number. */
    public Optional<Dependency> dependency(int id) {
        return id >= 0 && id < dependencies.size() ? Optional.of(dependencies.get(id)) : Optional.empty();
    }

    /** A listener by its endpoint's name. */
    public Optional<Dependency> endpoint(String apiName) {
        return dependencies.stream().filter(d -> d.apiName().equals(apiName)).findFirst();
    }

    /**
     * How events wait and run.
     *
     * @param maxThreads how many run at once
     * @param maxWaiting how many wait
     * @param newsRate how often they hear of their place; empty for whenever it has changed
     * @param apiOpen whether clients may call past the queue what uses it
     */
    public record Limits(int maxThreads, int maxWaiting, Optional<Duration> newsRate, boolean apiOpen) {
    }
}
