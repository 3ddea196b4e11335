package io.gradio4j.components.apps;

import io.gradio4j.Blocks;
import io.gradio4j.Call;
import io.gradio4j.Component;
import io.gradio4j.Functions.Emit0;
import io.gradio4j.Functions.Fn0;
import io.gradio4j.Functions.Fn1;
import io.gradio4j.GradioApp;
import io.gradio4j.In1;
import io.gradio4j.In2;
import io.gradio4j.In3;
import io.gradio4j.In4;
import io.gradio4j.In5;
import io.gradio4j.In6;
import io.gradio4j.In7;
import io.gradio4j.In8;
import io.gradio4j.InMany;
import io.gradio4j.LaunchOptions;
import io.gradio4j.ListenerDefinition;
import io.gradio4j.RunningApp;
import io.gradio4j.Signature;
import io.gradio4j.Updates;
import io.gradio4j.Value;
import io.gradio4j.components.button.Button;
import io.gradio4j.components.button.ClearButton;
import io.gradio4j.components.button.DeepLinkButton;
import io.gradio4j.components.button.Variant;
import io.gradio4j.components.flagging.FlaggingCallback;
import io.gradio4j.components.flagging.FlaggingMode;
import io.gradio4j.components.flagging.FlaggingOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A function with a page around it: its inputs at the left, its outputs at the right, and buttons. Without inputs or without outputs
 * there is just the other half; with the same components as both, they stand once.
 *
 * {@snippet :
 * Interface.inputs(new Textbox("Name"), new Slider(1, 10).label("Intensity").step(1))
 *         .outputs(new Textbox("Greeting"))
 *         .run((name, intensity) -> "Hello, " + name + "!".repeat(intensity.intValue()))
 *         .title("Greeter")
 *         .launch();
 * }
 *
 * <p>The page is made when it is first asked for; from then on a setting throws {@link IllegalStateException}. A component without a
 * label gets one: "input 0", "input 1" … and "output", or "output 0", "output 1" ….
 */
public final class Interface implements GradioApp {

    private final InterfaceSettings settings;
    private @Nullable Blocks page;

    private Interface(ListenerDefinition function) {
        settings = new InterfaceSettings(function);
    }

    private static Signature<Interface> start() {
        return Signature.endingIn(Interface::new);
    }

    /**
     * One input: the function takes its value.
     *
     * @param a input 1
     * @param <A> the type of input 1
     * @return the chain
     */
    public static <A extends @Nullable Object> In1<A, Interface> inputs(Value<A> a) {
        return start().inputs(a);
    }

    /**
     * 2 inputs: the function takes their values.
     *
     * @param a input 1
     * @param b input 2
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @return the chain
     */
    public static <A extends @Nullable Object, B extends @Nullable Object> In2<A, B, Interface> inputs(Value<A> a, Value<B> b) {
        return start().inputs(a, b);
    }

    /**
     * 3 inputs: the function takes their values.
     *
     * @param a input 1
     * @param b input 2
     * @param c input 3
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @return the chain
     */
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> In3<A, B, C, Interface>
            inputs(Value<A> a, Value<B> b, Value<C> c) {
        return start().inputs(a, b, c);
    }

    /**
     * 4 inputs: the function takes their values.
     *
     * @param a input 1
     * @param b input 2
     * @param c input 3
     * @param d input 4
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @param <D> the type of input 4
     * @return the chain
     */
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable
            Object> In4<A, B, C, D, Interface> inputs(Value<A> a, Value<B> b, Value<C> c, Value<D> d) {
        return start().inputs(a, b, c, d);
    }

    /**
     * 5 inputs: the function takes their values.
     *
     * @param a input 1
     * @param b input 2
     * @param c input 3
     * @param d input 4
     * @param e input 5
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @param <D> the type of input 4
     * @param <E> the type of input 5
     * @return the chain
     */
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable
            Object, E extends @Nullable Object> In5<A, B, C, D, E, Interface> inputs(Value<A> a, Value<B> b, Value<C> c,
            Value<D> d, Value<E> e) {
        return start().inputs(a, b, c, d, e);
    }

    /**
     * 6 inputs: the function takes their values.
     *
     * @param a input 1
     * @param b input 2
     * @param c input 3
     * @param d input 4
     * @param e input 5
     * @param f input 6
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @param <D> the type of input 4
     * @param <E> the type of input 5
     * @param <F> the type of input 6
     * @return the chain
     */
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable
            Object, E extends @Nullable Object, F extends @Nullable Object> In6<A, B, C, D, E, F, Interface> inputs(Value<A> a,
            Value<B> b, Value<C> c, Value<D> d, Value<E> e, Value<F> f) {
        return start().inputs(a, b, c, d, e, f);
    }

    /**
     * 7 inputs: the function takes their values.
     *
     * @param a input 1
     * @param b input 2
     * @param c input 3
     * @param d input 4
     * @param e input 5
     * @param f input 6
     * @param g input 7
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @param <D> the type of input 4
     * @param <E> the type of input 5
     * @param <F> the type of input 6
     * @param <G> the type of input 7
     * @return the chain
     */
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable
            Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object> In7<A, B, C, D, E, F, G,
            Interface> inputs(Value<A> a, Value<B> b, Value<C> c, Value<D> d, Value<E> e, Value<F> f, Value<G> g) {
        return start().inputs(a, b, c, d, e, f, g);
    }

    /**
     * 8 inputs: the function takes their values.
     *
     * @param a input 1
     * @param b input 2
     * @param c input 3
     * @param d input 4
     * @param e input 5
     * @param f input 6
     * @param g input 7
     * @param h input 8
     * @param <A> the type of input 1
     * @param <B> the type of input 2
     * @param <C> the type of input 3
     * @param <D> the type of input 4
     * @param <E> the type of input 5
     * @param <F> the type of input 6
     * @param <G> the type of input 7
     * @param <H> the type of input 8
     * @return the chain
     */
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable
            Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable
            Object> In8<A, B, C, D, E, F, G, H, Interface> inputs(Value<A> a, Value<B> b, Value<C> c, Value<D> d, Value<E> e,
            Value<F> f, Value<G> g, Value<H> h) {
        return start().inputs(a, b, c, d, e, f, g, h);
    }

    /**
     * Any number of inputs: the function takes {@link io.gradio4j.Values}, which gives each one's value.
     *
     * @param inputs the inputs
     * @return the chain
     */
    public static InMany<Interface> inputs(List<? extends Value<?>> inputs) {
        return start().inputs(inputs);
    }

    /**
     * No input and one output: the function returns its value.
     *
     * @param output the component whose value the function returns
     * @param <R> the component's value type
     * @return the chain, to be ended with the function
     */
    public static <R extends @Nullable Object> Call<Fn0<R>, Fn0<Stream<R>>, Emit0<R>, Fn1<Integer, List<R>>, Interface> outputs(Component<R, ?> output) {
        return start().outputs(output);
    }

    /**
     * No input and any number of outputs: the function returns {@link Updates}.
     *
     * @param outputs what the function changes
     * @return the chain, to be ended with the function
     */
    public static Call<Fn0<Updates>, Fn0<Stream<Updates>>, Emit0<Updates>, Fn1<Integer, List<Updates>>, Interface> outputs(
            List<? extends Component<?, ?>> outputs) {
        return start().outputs(outputs);
    }

    /**
     * The heading, and the title of the browser's tab.
     *
     * @param title Markdown; default: no heading, and {@code Gradio} in the tab
     * @return this interface
     */
    public Interface title(String title) {
        return set(s -> s.title = title);
    }

    /**
     * What stands below the heading.
     *
     * @param markdown default: nothing
     * @return this interface
     */
    public Interface description(String markdown) {
        return set(s -> s.description = markdown);
    }

    /**
     * What stands at the end of the page.
     *
     * @param markdown default: nothing
     * @return this interface
     */
    public Interface article(String markdown) {
        return set(s -> s.article = markdown);
    }

    /**
     * Whether the function runs whenever an input changes, instead of by a button. Without inputs, it runs when the page loads, too.
     *
     * @param live default: false
     * @return this interface
     */
    public Interface live(boolean live) {
        return set(s -> s.live = live);
    }

    /**
     * Which of the inputs stand below the others in an accordion of their own.
     *
     * @param inputs some of this interface's inputs; default: none
     * @return this interface
     * @throws IllegalArgumentException if one is no input
     */
    public Interface additionalInputs(Component<?, ?>... inputs) {
        return set(s -> s.additional(List.of(inputs)));
    }

    /**
     * The accordion of the additional inputs.
     *
     * @param label default: "Additional Inputs"
     * @param open whether it is open at first; default: false
     * @return this interface
     */
    public Interface additionalInputsAccordion(String label, boolean open) {
        return set(s -> {
            s.accordionLabel = label;
            s.accordionOpen = open;
        });
    }

    /**
     * The button that runs the function.
     *
     * @param caption default: "Submit", or "Generate" without inputs
     * @return this interface
     */
    public Interface submitBtn(String caption) {
        return set(s -> s.submit = new Button(caption).variant(Variant.PRIMARY));
    }

    /**
     * The button that runs the function.
     *
     * @param button default: a primary one
     * @return this interface
     */
    public Interface submitBtn(Button button) {
        return set(s -> s.submit = button);
    }

    /**
     * The button that stops a function that streams or emits; it is there while the function runs.
     *
     * @param caption default: "Stop"
     * @return this interface
     */
    public Interface stopBtn(String caption) {
        return set(s -> s.stop = new Button(caption).variant(Variant.STOP).visible(false));
    }

    /**
     * The button that stops a function that streams or emits; it is there while the function runs.
     *
     * @param button default: one of variant {@code STOP}
     * @return this interface
     */
    public Interface stopBtn(Button button) {
        return set(s -> s.stop = button.visible(false));
    }

    /**
     * The button that empties all inputs and outputs.
     *
     * @param caption default: "Clear"
     * @return this interface
     */
    public Interface clearBtn(String caption) {
        return set(s -> s.clear.value(caption));
    }

    /**
     * The button that empties all inputs and outputs.
     *
     * @param button default: a secondary one; {@code visible(false)} leaves it out
     * @return this interface
     */
    public Interface clearBtn(ClearButton button) {
        return set(s -> s.clear = button);
    }

    /**
     * Whether a button copies a link that shows the page as it is after a run. Before the first one there is nothing to share: then it can't be
     * pressed.
     *
     * @param shown default: false
     * @return this interface
     */
    public Interface deepLink(boolean shown) {
        return set(s -> s.deepLink = shown ? new DeepLinkButton() : null);
    }

    /**
     * Shows a button that copies a link to the page as it is after a run.
     *
     * @param caption its text
     * @return this interface
     */
    public Interface deepLink(String caption) {
        return deepLink(new DeepLinkButton(caption));
    }

    /**
     * Shows a button that copies a link to the page as it is after a run.
     *
     * @param button to be seen nowhere else
     * @return this interface
     */
    public Interface deepLink(DeepLinkButton button) {
        return set(s -> s.deepLink = button);
    }

    /**
     * Whether a button copies the Hugging Face Space in which the app runs. It stands where results are flagged, so an interface without
     * outputs of its own has none.
     *
     * @param allowed default: false
     * @return this interface
     */
    public Interface allowDuplication(boolean allowed) {
        return set(s -> s.allowDuplication = allowed);
    }

    /**
     * When the inputs and outputs are kept, for somebody to look at later.
     *
     * @param mode default: {@code GRADIO_FLAGGING_MODE}, else {@code MANUAL}
     * @return this interface
     */
    public Interface flaggingMode(FlaggingMode mode) {
        return set(s -> s.flaggingMode = mode);
    }

    /**
     * What a person can say of a result: a button {@code Flag as wrong} for {@code wrong}.
     *
     * @param values at least one; default: one button {@code Flag} that says nothing more
     * @return this interface
     */
    public Interface flaggingOptions(String... values) {
        return flaggingOptions(Arrays.stream(values).map(FlaggingOption::as).toArray(FlaggingOption[]::new));
    }

    /**
     * The buttons that flag.
     *
     * @param options at least one; default: {@link FlaggingOption#plain()}
     * @return this interface
     * @throws IllegalArgumentException if there is none; {@code flaggingMode(NEVER)} leaves them out
     */
    public Interface flaggingOptions(FlaggingOption... options) {
        if (options.length == 0) {
            throw new IllegalArgumentException("flaggingOptions needs at least one option; flaggingMode(NEVER) leaves the buttons out");
        }
        return set(s -> s.flaggingOptions = List.of(options));
    }

    /**
     * The folder in which flags are kept.
     *
     * @param folder is made when needed; default: {@code .gradio/flagged} in the working directory
     * @return this interface
     */
    public Interface flaggingDir(Path folder) {
        return set(s -> s.flaggingDir = folder);
    }

    /**
     * What keeps the flags.
     *
     * @param callback default: a {@link io.gradio4j.components.flagging.CsvLogger}
     * @return this interface
     */
    public Interface flaggingCallback(FlaggingCallback callback) {
        return set(s -> s.flaggingCallback = callback);
    }

    /**
     * Deletes files of the app's cache, uploaded ones and results, after some time.
     *
     * @param frequency how often files are looked at
     * @param age how old they may become; default: none is deleted
     * @return this interface
     * @throws IllegalArgumentException if a duration is not positive
     */
    public Interface deleteCache(Duration frequency, Duration age) {
        return page(blocks -> blocks.deleteCache(frequency, age));
    }

    /**
     * Values to try the function with, in a table below it.
     *
     * @param rows for each example, a value for each input, see {@link Examples#row}
     * @return this interface
     */
    public Interface examples(List<? extends List<? extends @Nullable Object>> rows) {
        return example(examples -> examples.rows(rows));
    }

    /**
     * Values to try a function of one input with.
     *
     * @param values one for each example
     * @return this interface
     */
    public Interface examples(Object... values) {
        return example(examples -> examples.values(values));
    }

    /**
     * Examples of a folder, see {@link Examples#directory}.
     *
     * @param folder where they are
     * @return this interface
     */
    public Interface examples(Path folder) {
        return example(examples -> examples.directory(folder));
    }

    /**
     * Whether the function's results for the examples are kept, see {@link Examples#cacheExamples}.
     *
     * @param cache default: false
     * @return this interface
     */
    public Interface cacheExamples(boolean cache) {
        return set(s -> s.examples = s.examples.andThen(examples -> examples.cacheExamples(cache)));
    }

    /**
     * When the results for the examples are computed, see {@link Examples#cacheMode}.
     *
     * @param mode default: {@link CacheMode#EAGER}
     * @return this interface
     */
    public Interface cacheMode(CacheMode mode) {
        return set(s -> s.examples = s.examples.andThen(examples -> examples.cacheMode(mode)));
    }

    /**
     * How many examples are shown at once.
     *
     * @param most 1 or more; default: 10
     * @return this interface
     */
    public Interface examplesPerPage(int most) {
        return set(s -> s.examples = s.examples.andThen(examples -> examples.examplesPerPage(most)));
    }

    /**
     * Texts that are shown instead of the examples' values.
     *
     * @param labels one for each example; default: the values themselves
     * @return this interface
     */
    public Interface exampleLabels(String... labels) {
        return set(s -> s.examples = s.examples.andThen(examples -> examples.exampleLabels(labels)));
    }

    /**
     * Which example the page starts with, see {@link Examples#preload}.
     *
     * @param index counted from 0; negative for none; default: 0
     * @return this interface
     */
    public Interface preloadExample(int index) {
        return set(s -> s.examples = s.examples.andThen(examples -> examples.preload(index)));
    }

    private Interface example(Consumer<Examples> change) {
        return set(s -> {
            s.hasExamples = true;
            s.examples = s.examples.andThen(change);
        });
    }

    /**
     * The endpoint's name for API clients.
     *
     * @param name letters, digits, {@code _} and {@code -}; default: {@code predict}
     * @return this interface
     */
    public Interface apiName(String name) {
        return set(s -> s.apiName = name);
    }

    /**
     * Whether the page is as wide as the window.
     *
     * @param fill default: false, which keeps lines at a readable length
     * @return this interface
     */
    public Interface fillWidth(boolean fill) {
        return set(s -> s.fillWidth = fill);
    }

    /**
     * All that can be said of a page: {@code page(p -> p.theme("soft").css("…"))}.
     *
     * @param changes is called once, when the page is made
     * @return this interface
     */
    public Interface page(Consumer<Blocks> changes) {
        return set(s -> s.page = s.page.andThen(changes));
    }

    private Interface set(Consumer<InterfaceSettings> change) {
        if (page != null) {
            throw new IllegalStateException("The page of this Interface was made already; set it up before");
        }
        change.accept(settings);
        return this;
    }

    /**
     * The page, which can also stand in the tree of another one. Always the same object.
     *
     * @return the page
     */
    public Blocks blocks() {
        var made = page;
        if (made == null) {
            made = new InterfacePage(settings).build();
            page = made;
        }
        return made;
    }

    @Override
    public Blocks build() {
        return blocks();
    }

    /**
     * Starts a server with this app.
     *
     * @return the running server
     * @throws IllegalStateException if no launcher is on the class path; the message names the artifact to add
     */
    public RunningApp launch() {
        return blocks().launch();
    }

    /**
     * Starts a server with this app.
     *
     * @param options changes the defaults
     * @return the running server
     * @throws IllegalStateException if no launcher is on the class path; the message names the artifact to add
     */
    public RunningApp launch(Consumer<LaunchOptions> options) {
        return blocks().launch(options);
    }
}
