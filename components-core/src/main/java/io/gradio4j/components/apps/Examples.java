package io.gradio4j.components.apps;

import io.gradio4j.ApiVisibility;
import io.gradio4j.BlockAccess;
import io.gradio4j.Component;
import io.gradio4j.Listener;
import io.gradio4j.ListenerDefinition;
import io.gradio4j.ShowProgress;
import io.gradio4j.State;
import io.gradio4j.Update;
import io.gradio4j.Updates;
import io.gradio4j.components.dataset.Dataset;
import io.gradio4j.components.dataset.Plain;
import io.gradio4j.components.dataset.SampleDataset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values to try an app with: a click puts them into its inputs. {@link #dataset} is what stands on the page.
 *
 * {@snippet :
 * var greet = button.onClick().inputs(name, intensity).outputs(greeting).run(service::greet);
 * Blocks.of(name, intensity, button, greeting,
 *         Examples.of(greet).row("Ada", 3).row("Grace", 7).runOnClick(true).dataset());
 * }
 *
 * <p>With {@link #cacheExamples} the listener's function is called once for each example, and a click shows its results, too. They are kept
 * in memory as long as the app runs. The dataset is made when it is first asked for; from then on a setting throws
 * {@link IllegalStateException}.
 */
public final class Examples {

    private final List<Component<?, ?>> inputs;
    private final @Nullable ListenerDefinition function;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private @Nullable Boolean cache;
    private @Nullable CacheMode mode;
    private boolean runOnClick;
    private int preload;
    private int perPage = 10;
    private List<String> labels = List.of();
    private String apiName = "load_example";
    private ApiVisibility visibility = ApiVisibility.UNDOCUMENTED;
    private @Nullable String description;
    private Consumer<SampleDataset> look = dataset -> {
    };
    private @Nullable SampleDataset made;

    Examples(List<Component<?, ?>> inputs, @Nullable ListenerDefinition function) {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("Examples need an input at least");
        }
        this.inputs = List.copyOf(inputs);
        this.function = function;
    }

    /**
     * Examples that fill inputs.
     *
     * @param inputs one for each value of an example
     * @return the examples, none yet
     * @throws IllegalArgumentException if there is no input
     */
    public static Examples of(Component<?, ?>... inputs) {
        return new Examples(List.of(inputs), null);
    }

    /**
     * Examples for a listener: they fill its inputs, and may run its function.
     *
     * @param listener one with inputs that are components
     * @return the examples, none yet
     * @throws IllegalArgumentException if the listener has no such input
     */
    public static Examples of(Listener listener) {
        return new Examples(inputs(listener.definition()), listener.definition());
    }

    static List<Component<?, ?>> inputs(ListenerDefinition function) {
        return function.inputs().stream().filter(i -> i instanceof Component<?, ?> && !(i instanceof State<?>)).<Component<?, ?>>map(i -> (Component<?, ?>) i)
                .toList();
    }

    /**
     * One more example.
     *
     * @param values one for each input, as handlers see it; numbers of any kind; {@code null} leaves an input as it is. Missing ones count as
     *         {@code null}, surplus ones are left out
     * @return these examples
     * @throws IllegalArgumentException if a number is no value of its input
     */
    public Examples row(@Nullable Object... values) {
        return rows(List.of(Arrays.asList(values)));
    }

    /**
     * More examples of the only input.
     *
     * @param values one for each example
     * @return these examples
     * @throws IllegalArgumentException if there are several inputs
     */
    public Examples values(@Nullable Object... values) {
        if (inputs.size() != 1) {
            throw new IllegalArgumentException("Examples: values(…) is for one input, but there are " + inputs.size() + "; use row(…)");
        }
        return rows(Stream.of(values).map(Collections::singletonList).toList());
    }

    /**
     * More examples.
     *
     * @param rows for each example its values, see {@link #row}
     * @return these examples
     */
    public Examples rows(List<? extends List<? extends @Nullable Object>> rows) {
        requireOpen();
        for (var row : rows) {
            var cells = new ArrayList<@Nullable Object>();
            for (var i = 0; i < inputs.size(); i++) {
                cells.add(i < row.size() ? Plain.value(inputs.get(i), row.get(i)) : null);
            }
            this.rows.add(Collections.unmodifiableList(cells));
        }
        return this;
    }

    /**
     * The examples of a folder: the lines of its {@code log.csv}, see {@link #csv}, or else its files as values of the only input.
     *
     * @param folder where they are
     * @return these examples
     * @throws IllegalArgumentException if there is no such folder, or it has no {@code log.csv} and there are several inputs
     */
    public Examples directory(Path folder) {
        return rows(new ExampleFiles(inputs).directory(folder));
    }

    /**
     * The examples of a file with comma-separated values, one in each line after the first. A field is a text, JSON, or the name of a file beside it.
     *
     * @param file where they are
     * @return these examples
     * @throws IllegalArgumentException if a field is no value of its input
     */
    public Examples csv(Path file) {
        return rows(new ExampleFiles(inputs).csv(file));
    }

    /**
     * Whether the listener's function is called once for each example and a click shows its results.
     *
     * @param cache default: false, or what the environment variable {@code GRADIO_CACHE_EXAMPLES} says ({@code true}, {@code lazy})
     * @return these examples
     * @throws IllegalArgumentException if it is true and there is no function
     */
    public Examples cacheExamples(boolean cache) {
        requireOpen();
        if (cache && function == null) {
            throw new IllegalArgumentException("Examples: without a function there are no results to cache; use Examples.of(listener)");
        }
        this.cache = cache;
        return this;
    }

    /**
     * When the results are computed.
     *
     * @param mode default: {@link CacheMode#EAGER}, or what the environment variable {@code GRADIO_CACHE_MODE} says
     * @return these examples
     */
    public Examples cacheMode(CacheMode mode) {
        requireOpen();
        this.mode = mode;
        return this;
    }

    /**
     * Whether a click also calls the listener's function. Cached results make that needless.
     *
     * @param run default: false
     * @return these examples
     * @throws IllegalArgumentException if it is true and there is no function
     */
    public Examples runOnClick(boolean run) {
        requireOpen();
        if (run && function == null) {
            throw new IllegalArgumentException("Examples: there is no function to run on a click; use Examples.of(listener)");
        }
        runOnClick = run;
        return this;
    }

    /**
     * Which example the page starts with, if results are cached when the app starts and no input has a value of its own.
     *
     * @param index counted from 0; negative for none; default: 0
     * @return these examples
     */
    public Examples preload(int index) {
        requireOpen();
        preload = index;
        return this;
    }

    /**
     * How many examples are shown at once.
     *
     * @param most 1 or more; default: 10
     * @return these examples
     */
    public Examples examplesPerPage(int most) {
        requireOpen();
        perPage = most;
        return this;
    }

    /**
     * Texts that are shown instead of the values.
     *
     * @param labels one for each example; default: the values themselves
     * @return these examples
     */
    public Examples exampleLabels(String... labels) {
        requireOpen();
        this.labels = List.of(labels);
        return this;
    }

    /**
     * The text above the examples.
     *
     * @param label default: "Examples"
     * @return these examples
     */
    public Examples label(String label) {
        return look(dataset -> dataset.label(label));
    }

    /**
     * The {@code id} attribute in the document. Default: none.
     *
     * @param id an identifier, unique in the page
     * @return these examples
     */
    public Examples elemId(String id) {
        return look(dataset -> dataset.elemId(id));
    }

    /**
     * Whether the examples are on the page.
     *
     * @param visible default: true
     * @return these examples
     */
    public Examples visible(boolean visible) {
        return look(dataset -> dataset.visible(visible));
    }

    private Examples look(Consumer<SampleDataset> change) {
        requireOpen();
        look = look.andThen(change);
        return this;
    }

    /**
     * The name of the endpoint that loads an example.
     *
     * @param name default: {@code load_example}
     * @return these examples
     */
    public Examples apiName(String name) {
        requireOpen();
        apiName = name;
        return this;
    }

    /**
     * Who may call the endpoint that loads an example.
     *
     * @param visibility default: {@link ApiVisibility#UNDOCUMENTED}
     * @return these examples
     */
    public Examples apiVisibility(ApiVisibility visibility) {
        requireOpen();
        this.visibility = visibility;
        return this;
    }

    /**
     * What the API documentation says of the endpoint.
     *
     * @param description default: nothing
     * @return these examples
     */
    public Examples apiDescription(String description) {
        requireOpen();
        this.description = description;
        return this;
    }

    private void requireOpen() {
        if (made != null) {
            throw new IllegalStateException("The dataset of these examples was made already; set them up before");
        }
    }

    /**
     * What stands on the page. Always the same component.
     *
     * @return the component
     * @throws IllegalArgumentException if there are no examples, or labels in another number
     */
    public SampleDataset dataset() {
        var dataset = made;
        if (dataset == null) {
            dataset = make();
            listen();
        }
        return dataset;
    }

    /** Makes the component, and leaves its listeners to {@link #listen}. */
    SampleDataset make() {
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("Examples: there are none; see row(…)");
        }
        if (!labels.isEmpty() && labels.size() != rows.size()) {
            throw new IllegalArgumentException("Examples: there are " + labels.size() + " labels for " + rows.size() + " examples");
        }
        var columns = columns();
        var dataset = Dataset.asSample(columns.stream().map(inputs::get).toArray(Component<?, ?>[]::new)).samplesPerPage(perPage)
                .samples(rows.stream().map(row -> columns.stream().map(row::get).toList()).toList());
        if (!labels.isEmpty()) {
            dataset.sampleLabels(labels.toArray(String[]::new));
        }
        look.accept(dataset);
        made = dataset;
        return dataset;
    }

    /** The inputs of which some example has a value. */
    private List<Integer> columns() {
        return IntStream.range(0, inputs.size()).filter(i -> rows.stream().anyMatch(row -> row.get(i) != null)).boxed().toList();
    }

    /**
     * Says what a click does.
     *
     * @return what shows kept results; empty if none are kept
     */
    Optional<Listener> listen() {
        var dataset = made;
        var definition = function;
        var columns = columns();
        var filled = columns.stream().<Component<?, ?>>map(inputs::get).toList();
        var cached = isCached();
        var load = dataset.onClick().inputs(dataset).outputs(filled).queue(false).showProgress(ShowProgress.HIDDEN).apiVisibility(visibility)
                .apiName(cached ? apiName + "_input" : apiName);
        if (description != null) {
            load.apiDescription(description);
        }
        var listener = load.run(sample -> sample == null ? Updates.none() : fill(filled, sample.values()));
        if (cached && definition != null) {
            var results = new ExampleResults(definition, rows, inputs);
            var show = listener.then().inputs(dataset).outputs(definition.outputs()).apiName(apiName).apiVisibility(visibility);
            var showing = results.play() ? show.stream(sample -> sample == null ? Stream.empty() : results.all(sample.index()).stream())
                    : show.run(sample -> sample == null ? Updates.none() : results.of(sample.index()));
            if (mode() == CacheMode.EAGER) {
                IntStream.range(0, rows.size()).forEach(results::of);
                preload(results);
            }
            return Optional.of(showing);
        }
        if (runOnClick && definition != null) {
            var run = listener.then();
            run.adopt(definition);
            run.apiVisibility(ApiVisibility.UNDOCUMENTED);
        }
        return Optional.empty();
    }

    private static Updates fill(List<Component<?, ?>> components, List<@Nullable Object> values) {
        var updates = Updates.none();
        for (var i = 0; i < components.size(); i++) {
            updates = values.get(i) == null ? updates : updates.and(new Update.OfValue(components.get(i), values.get(i)));
        }
        return updates;
    }

    private void preload(ExampleResults results) {
        if (results.play() || preload < 0 || preload >= rows.size() || !inputs.stream().allMatch(Examples::isBlank)) {
            return;
        }
        var values = Stream.concat(fill(inputs, rows.get(preload)).all().stream(), results.of(preload).all().stream());
        values.forEach(update -> {
            if (update instanceof Update.OfValue(Component<?, ?> target, Object value) && value != null && isBlank(target)) {
                start(target, value);
            }
        });
    }

    private static boolean isBlank(Component<?, ?> component) {
        return BlockAccess.raw(component, "value") == null && component.valueSource() == null;
    }

    @SuppressWarnings("unchecked")
    private static void start(Component<?, ?> component, Object value) {
        ((Component<Object, ?>) component).value(value);
    }

    private boolean isCached() {
        var set = cache;
        return set != null ? set : function != null && ExampleResults.obstacle(function).isEmpty() && CacheSettings.isOn();
    }

    private CacheMode mode() {
        var set = mode;
        return set != null ? set : CacheSettings.mode();
    }
}
