package io.gradio4j.components.apps;

import io.gradio4j.Block;
import io.gradio4j.Blocks;
import io.gradio4j.GradioApp;
import io.gradio4j.LaunchOptions;
import io.gradio4j.RunningApp;
import io.gradio4j.Tab;
import io.gradio4j.Tabs;
import io.gradio4j.components.markdown.Markdown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Several apps on one page, each in a tab of its own.
 *
 * {@snippet :
 * new TabbedInterface().add("Translate", translator).add("Summarize", summarizer).launch();
 * }
 *
 * <p>Endpoints of the same name get a number: {@code /predict}, {@code /predict_1}.
 */
public final class TabbedInterface implements GradioApp {

    private final Map<String, GradioApp> apps = new LinkedHashMap<>();
    private @Nullable String title;
    private @Nullable Blocks page;

    /** No apps yet. */
    public TabbedInterface() {
    }

    /**
     * Adds an app.
     *
     * @param tab the tab's name
     * @param app what it shows, such as an {@link Interface}
     * @return this
     * @throws IllegalArgumentException if there is a tab of this name
     * @throws IllegalStateException if the page was made already
     */
    public TabbedInterface add(String tab, GradioApp app) {
        requireUnmade();
        if (apps.putIfAbsent(tab, app) != null) {
            throw new IllegalArgumentException("There is a tab \"" + tab + "\" already");
        }
        return this;
    }

    /**
     * The heading, and the title of the browser's tab.
     *
     * @param title default: no heading, and {@code Gradio} in the tab
     * @return this
     */
    public TabbedInterface title(String title) {
        requireUnmade();
        this.title = title;
        return this;
    }

    private void requireUnmade() {
        if (page != null) {
            throw new IllegalStateException("The page of this TabbedInterface was made already; set it up before");
        }
    }

    @Override
    public Blocks build() {
        var made = page;
        if (made == null) {
            made = made();
            page = made;
        }
        return made;
    }

    private Blocks made() {
        if (apps.isEmpty()) {
            throw new IllegalStateException("A TabbedInterface needs at least one app: add(\"…\", app)");
        }
        var blocks = new ArrayList<Block>();
        if (title != null) {
            blocks.add(new Markdown(InterfacePage.HEADING.formatted(title)));
        }
        blocks.add(new Tabs(apps.entrySet().stream().map(app -> tab(app.getKey(), app.getValue().build())).toArray(Tab[]::new)));
        var all = Blocks.of(blocks.toArray(Block[]::new)).mode("tabbed_interface").fillHeight(true);
        return title == null ? all : all.title(title);
    }

    private static Tab tab(String name, Blocks app) {
        var tab = new Tab(name, app);
        return app.property("fill_height").filter(Boolean.TRUE::equals).isPresent() ? tab.scale(1) : tab;
    }

    /**
     * Starts a server with these apps.
     *
     * @return the running server
     * @throws IllegalStateException if no launcher is on the class path; the message names the artifact to add
     */
    public RunningApp launch() {
        return build().launch();
    }

    /**
     * Starts a server with these apps.
     *
     * @param options changes the defaults
     * @return the running server
     * @throws IllegalStateException if no launcher is on the class path; the message names the artifact to add
     */
    public RunningApp launch(Consumer<LaunchOptions> options) {
        return build().launch(options);
    }
}
