package io.gradio4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An app's page: a tree of blocks and what is said of the whole. It is itself a block, so that one app can stand in another one's
 * tree.
 *
 * {@snippet :
 * Blocks.of(new Row(name, greeting), greet).title("Greeter").launch();
 * }
 *
 * <p>A definition belongs to one thread until its app starts; from then on it does not change.
 */
public final class Blocks extends Block implements GradioApp {

    private static final Defaults DEFAULTS = Defaults.of();

    private final List<Block> children;
    private final List<Route> routes = new ArrayList<>();
    private @Nullable Theme theme;
    private @Nullable String themeName;
    private @Nullable I18n i18n;
    private String css = "";
    private List<String> cssFiles = List.of();
    private String head = "";
    private List<String> headFiles = List.of();
    private final QueueOptions queue = new QueueOptions();

    private Blocks(List<Block> children) {
        super("column");
        this.children = children;
    }

    /**
     * A page.
     *
     * @param children its blocks, one below the other
     * @return the page
     */
    public static Blocks of(Block... children) {
        return new Blocks(List.of(children));
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    @Override
    protected boolean skipApi() {
        return true;
    }

    /** The blocks of the page, in order. */
    public List<Block> children() {
        return children;
    }

    /**
     * One more page of the app, with a path made of its name.
     *
     * @param name the text in the bar with the app's pages, which there is when there are several; the path is made of its letters and
     *        digits, as {@code more-examples} of {@code More examples}
     * @param blocks what stands on the page, one below the other
     * @return this page
     * @see #route(String, String, Block...)
     */
    public Blocks route(String name, Block... blocks) {
        return add(name, Route.slug(name), true, blocks);
    }

    /**
     * One more page of the app. Each page has its own blocks and listeners: what a listener names stands on one page. A {@link State} may be
     * named on several; its values are those of one open page, because going to another one is a new session. A {@link Blocks} among the
     * blocks brings its own listeners, such as {@link #onLoad()} of the page.
     *
     * {@snippet :
     * Blocks.of(new Markdown("# Home")).route("Settings", "/settings", theme, save).launch();
     * }
     *
     * @param name the text in the bar with the app's pages, which there is when there are several
     * @param path where the page is, such as {@code /settings}: one part, with or without slashes around it. If a page has it already,
     *        underscores are put before it
     * @param blocks what stands on the page, one below the other
     * @return this page
     * @throws IllegalArgumentException if the path cannot be one, or the app itself serves it
     */
    public Blocks route(String name, String path, Block... blocks) {
        return add(name, Route.checked(path), true, blocks);
    }

    /**
     * Like {@link #route(String, String, Block...)}, but for the bar, which does not show it: for pages that are found by links.
     *
     * @param name the page's name
     * @param path where the page is
     * @param blocks what stands on the page
     * @return this page
     * @throws IllegalArgumentException if the path cannot be one, or the app itself serves it
     */
    public Blocks hiddenRoute(String name, String path, Block... blocks) {
        return add(name, Route.checked(path), false, blocks);
    }

    private Blocks add(String name, String path, boolean showInNavbar, Block... blocks) {
        requireOpen("route");
        routes.add(new Route(name, Route.free(path, routes), showInNavbar, List.of(blocks)));
        return this;
    }

    /** The pages besides this one, in order. */
    public List<Route> routes() {
        return Collections.unmodifiableList(routes);
    }

    /**
     * The title of the browser's tab.
     *
     * @param title default: {@code Gradio}
     * @return this page
     */
    public Blocks title(String title) {
        put("title", title);
        return this;
    }

    /**
     * The look.
     *
     * @param theme default: the default theme
     * @return this page
     */
    public Blocks theme(Theme theme) {
        put("theme", theme.name());
        this.theme = theme;
        this.themeName = null;
        return this;
    }

    /**
     * The look, by the name of a theme that some jar provides.
     *
     * @param name such as {@code soft}, any case; an unknown name is an error when the app starts
     * @return this page
     */
    public Blocks theme(String name) {
        put("theme", name);
        this.theme = null;
        this.themeName = name;
        return this;
    }

    /** The theme that was set as an object. */
    public Optional<Theme> theme() {
        return Optional.ofNullable(theme);
    }

    /** The theme that was set by name. */
    public Optional<String> themeName() {
        return Optional.ofNullable(themeName);
    }

    /**
     * The texts of the app in several languages. Default: none.
     *
     * @param texts of which {@link I18n#text} marks those that are to be shown
     * @return this page
     */
    public Blocks i18n(I18n texts) {
        requireOpen("i18n");
        i18n = texts;
        return this;
    }

    /** The texts in several languages. */
    public Optional<I18n> i18n() {
        return Optional.ofNullable(i18n);
    }

    /**
     * A style sheet of the app's own; it wins over the built-in styles. Default: none.
     *
     * @param css the text of the style sheet
     * @return this page
     */
    public Blocks css(String css) {
        put("css", joined(css, cssFiles));
        this.css = css;
        return this;
    }

    /**
     * Style sheets in files, after that of {@link #css}. Each is read once, now. Default: none.
     *
     * @param files in UTF-8
     * @return this page
     * @throws java.io.UncheckedIOException if a file can't be read; the message names it
     */
    public Blocks cssPaths(Path... files) {
        cssFiles = texts(files);
        put("css", joined(css, cssFiles));
        return this;
    }

    /**
     * A function that runs in the browser when the page has loaded and its components are there. Default: none.
     *
     * @param function the source of one JavaScript function without parameters
     * @return this page
     */
    public Blocks js(String function) {
        put("js", function);
        return this;
    }

    /**
     * Elements for the document's head, such as {@code <meta>}, {@code <link>} and {@code <script>}; a {@code <meta>} replaces the page's own of that
     * name. They are there, and scripts run in their order, before the components appear. Default: none.
     *
     * @param html written by the app's author, never by a user; its scripts may do all that the page's own may
     * @return this page
     */
    public Blocks head(String html) {
        put("head", joined(html, headFiles));
        head = html;
        return this;
    }

    /**
     * Elements for the document's head from files, after those of {@link #head}. Each file is read once, now. Default: none.
     *
     * @param files in UTF-8, written by the app's author
     * @return this page
     * @throws java.io.UncheckedIOException if a file can't be read; the message names it
     */
    public Blocks headPaths(Path... files) {
        headFiles = texts(files);
        put("head", joined(head, headFiles));
        return this;
    }

    private static List<String> texts(Path... files) {
        return Arrays.stream(files).map(file -> {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException("The file " + file + " cannot be read", e);
            }
        }).toList();
    }

    private static String joined(String first, List<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }

    /**
     * Whether blocks with a scale fill the height of the window.
     *
     * @param fill default: false
     * @return this page
     */
    public Blocks fillHeight(boolean fill) {
        put("fill_height", fill);
        return this;
    }

    /**
     * Whether the page is as wide as the window.
     *
     * @param fill default: false, which keeps lines at a readable length
     * @return this page
     */
    public Blocks fillWidth(boolean fill) {
        put("fill_width", fill);
        return this;
    }

    /**
     * What the last line of the page offers.
     *
     * @param links in any order; none for no such line; default: all
     * @return this page
     */
    public Blocks footerLinks(FooterLink... links) {
        put("footer_links", List.of(links));
        return this;
    }

    /**
     * What kind of app this is, for clients that want to know.
     *
     * @param mode default: {@code blocks}
     * @return this page
     */
    public Blocks mode(String mode) {
        put("mode", mode);
        return this;
    }

    /**
     * How events wait. Calls add up.
     *
     * {@snippet :
     * page.queue(queue -> queue.maxSize(100).defaultConcurrencyLimit(4));
     * }
     *
     * @param options changes the defaults
     * @return this page
     */
    public Blocks queue(Consumer<QueueOptions> options) {
        requireOpen("queue");
        options.accept(queue);
        return this;
    }

    /** How events wait. */
    public QueueOptions queue() {
        return queue;
    }

    /**
     * How many events of the whole app run at once.
     *
     * @param atMost 1 or more; default: 40
     * @return this page
     * @throws IllegalArgumentException if less than 1
     */
    public Blocks maxThreads(int atMost) {
        return positive("max_threads", atMost);
    }

    /**
     * Whether the texts of all exceptions reach the page and API clients, not only those of {@link GradioException}.
     *
     * @param show default: false
     * @return this page
     */
    public Blocks showError(boolean show) {
        put("show_error", show);
        return this;
    }

    /**
     * Deletes files that this app has created, uploads and results, when they are old, and all of them when the server stops. Files of
     * initial values are kept. Default: nothing is deleted.
     *
     * @param frequency how often the server looks for old files
     * @param age how long a file is kept after it was last created
     * @return this page
     * @throws IllegalArgumentException if one of them is not positive
     */
    public Blocks deleteCache(Duration frequency, Duration age) {
        put("delete_cache", new DeleteCache(frequency, age));
        return this;
    }

    /**
     * Files and folders that everybody may read and that stay where they are: components show them without a copy, and they are served
     * under their path relative to the working directory, as in {@code <img src="gradio_api/file=pictures/logo.svg">}. Each call adds
     * some. Default: none.
     *
     * @param paths relative ones count from the working directory
     * @return this page
     */
    public Blocks staticPaths(Path... paths) {
        var all = new ArrayList<Path>();
        if (properties().get("static_paths") instanceof List<?> before) {
            before.forEach(path -> all.add((Path) path));
        }
        all.addAll(List.of(paths));
        put("static_paths", List.copyOf(all));
        return this;
    }

    /**
     * From which hosts the server fetches a file that a client names by its URL instead of uploading it. Only public addresses are ever
     * fetched, whatever is allowed here. Default: none, no URL is fetched.
     *
     * @param hosts names such as {@code example.org}, {@code *.example.org} for all names below it, or {@code *} for every public host
     * @return this page
     */
    public Blocks fetchFrom(String... hosts) {
        put("fetch_from", List.of(hosts));
        return this;
    }

    private Blocks positive(String property, int atMost) {
        if (atMost < 1) {
            throw new IllegalArgumentException(property + " must be 1 or more, not " + atMost);
        }
        put(property, atMost);
        return this;
    }

    /** Starts a listener that runs each time the page has loaded. */
    public Event onLoad() {
        return Event.of(this, "load");
    }

    /** Starts a listener that runs on the server when a page was closed. It has no inputs and outputs but what is injected. */
    public Event onUnload() {
        return Event.of(this, "unload");
    }

    /**
     * Starts an endpoint that nothing on the page fires: a function for clients alone. Its inputs and outputs are {@link Api} values, or
     * components.
     *
     * {@snippet :
     * page.api("add").inputs(Api.of("a", Integer.class), Api.of("b", Integer.class)).outputs(Api.of("sum", Integer.class)).run((a, b) -> a + b);
     * }
     *
     * @param name the endpoint's name: letters, digits, {@code _} and {@code -}
     * @return the endpoint's chain
     */
    public Event api(String name) {
        return Event.endpoint(this, name);
    }

    /** This page: so that a definition can stand wherever an app is wanted. */
    @Override
    public Blocks build() {
        return this;
    }

    /**
     * Starts a server with this app.
     *
     * @return the running server
     * @throws IllegalStateException if no launcher is on the class path; the message names the artifact to add
     */
    public RunningApp launch() {
        return launch(options -> {
        });
    }

    /**
     * Starts a server with this app.
     *
     * @param options changes the defaults
     * @return the running server
     * @throws IllegalStateException if no launcher is on the class path; the message names the artifact to add
     */
    public RunningApp launch(Consumer<LaunchOptions> options) {
        return Launcher.launch(this, options);
    }
}
