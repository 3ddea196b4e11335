package io.gradio4j.samples;

import static io.gradio4j.Gradio.on;
import static io.gradio4j.Gradio.progress;
import static io.gradio4j.Gradio.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.Accordion;
import io.gradio4j.AppTester;
import io.gradio4j.Blocks;
import io.gradio4j.Column;
import io.gradio4j.GradioException;
import io.gradio4j.GradioInterface;
import io.gradio4j.LaunchOptions;
import io.gradio4j.Listener;
import io.gradio4j.Position;
import io.gradio4j.Render;
import io.gradio4j.Row;
import io.gradio4j.ShowProgress;
import io.gradio4j.Sidebar;
import io.gradio4j.State;
import io.gradio4j.Streams;
import io.gradio4j.Tab;
import io.gradio4j.Tabs;
import io.gradio4j.Toast;
import io.gradio4j.Updates;
import io.gradio4j.components.apps.Interface;
import io.gradio4j.components.button.Button;
import io.gradio4j.components.label.Label;
import io.gradio4j.components.markdown.Markdown;
import io.gradio4j.components.number.NumberField;
import io.gradio4j.components.slider.Slider;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.components.CoreComponents;
import io.gradio4j.spi.MethodApps;
import io.gradio4j.themes.Themes;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each example of the documentation, as a person uses it. */
class SamplesTest {

    @Test
    void aFunctionBecomesAnApp() {
        var hello = Interface.inputs(new Textbox("Name"), new Slider(1, 10).label("Intensity").step(1))
                .outputs(new Textbox("Greeting"))
                .run((name, intensity) -> "Hello, " + name + "!".repeat(intensity.intValue()))
                .title("Greeter");

        try (var app = AppTester.of(hello)) {
            app.set("Name", "Ada").set("Intensity", 3.0).click("Submit");
            assertThat(app.value("Greeting")).isEqualTo("Hello, Ada!!!");
        }
    }

    @Test
    void aBeanIsAnApp() {
        try (var app = AppTester.of(new GreetApp())) {
            app.set("Name", "Ada").click("Greet");
            assertThat(app.value("Greeting")).isEqualTo("Hello, Ada");
        }
    }

    @Test
    void anAnnotatedMethodIsAnApp() throws Exception {
        var method = Tools.class.getMethod("count", String.class, String.class);
        var settings = method.getAnnotation(GradioInterface.class);
        var tools = new Tools();
        var page = ServiceLoader.load(MethodApps.class).findFirst().orElseThrow().build(method, settings,
                new CoreComponents().components(), arguments -> method.invoke(tools, arguments));

        try (var app = AppTester.of(page)) {
            app.set("text", "strawberry").set("letter", "r").click("Submit");
            assertThat(app.value("output")).isEqualTo(3.0);
            assertThat(app.property("letter", "info")).hasToString("\"one letter\"");
        }
    }

    @Test
    void layoutsAreTreesOfObjects() {
        var filters = new Textbox("Filter");
        var table = new Markdown("| a | b |");
        var plot = new Markdown("a plot");
        var seed = new NumberField("Seed");
        var steps = new Slider(1, 50).label("Steps");
        var history = new Markdown("nothing yet");

        var page = Blocks.of(
                new Markdown("# Dashboard"),
                new Tabs(
                        new Tab("Data", new Row(new Column(filters).scale(1), new Column(table).scale(3))),
                        new Tab("Plot", plot)),
                new Accordion("Advanced", seed, steps).open(false),
                new Sidebar(history).position(Position.RIGHT))
                .title("Sales").theme(Themes.soft()).css("#table { border: none }").fillWidth(true);

        try (var app = AppTester.of(page)) {
            assertThat(app.property("Advanced", "open")).isEqualTo(JsonValue.FALSE);
            assertThat(app.property("Filter", "label")).hasToString("\"Filter\"");
        }
    }

    @Test
    void listenersFollowAndCancelEachOther() {
        var query = new Textbox("Query");
        var limit = new Slider(1, 10).label("Limit").value(2.0);
        var go = new Button("Go");
        var stop = new Button("Stop");
        var results = new Textbox("Results");
        var status = new Textbox("Status");
        var clock = new Textbox("Clock");

        Listener search = on(query.onSubmit(), go.onClick())
                .inputs(query, limit)
                .outputs(results)
                .showProgress(ShowProgress.MINIMAL)
                .concurrencyLimit(4)
                .run((q, n) -> q.repeat(n.intValue()));

        search.then().outputs(status).run(() -> "done")
                .onSuccess().js("() => confetti()")
                .onFailure().outputs(status).run(() -> "failed");

        stop.onClick().cancels(search);
        var blocks = Blocks.of(query, limit, go, stop, results, status, clock);
        blocks.onLoad().outputs(clock).run(() -> "twelve");

        try (var app = AppTester.of(blocks)) {
            assertThat(app.value("Clock")).isEqualTo("twelve");
            app.set("Query", "ab").submit("Query");
            assertThat(app.value("Results")).isEqualTo("abab");
            assertThat(app.value("Status")).isEqualTo("done");
            app.set("Query", "x").click("Go");
            assertThat(app.value("Results")).isEqualTo("xx");
        }
    }

    @Test
    void severalOutputsGetUpdates() {
        var image = new Picture("Image");
        var label = new Label("Label");
        var preview = new Picture("Preview");
        var run = new Button("Run");

        run.onClick().inputs(image).outputs(label, preview, run).run(picture ->
                Updates.of(label, Map.of("cat", 0.9, "dog", 0.1))
                        .and(preview, picture)
                        .and(new Button("Run again").as(run)));

        try (var app = AppTester.of(Blocks.of(image, label, preview, run))) {
            app.set("Image", "cat.png").click("Run");
            assertThat(app.value("Label")).isEqualTo(Map.of("cat", 0.9, "dog", 0.1));
            assertThat(app.value("Preview")).isEqualTo("cat.png");
            app.click("Run again");
            assertThat(app.messages()).isEmpty();
        }
    }

    @Test
    void anOutputThatIsNotNamedIsLeftAsItIs() {
        var one = new Textbox("One").value("1");
        var two = new Textbox("Two").value("2");
        var go = new Button("Go");
        go.onClick().outputs(one, two).run(() -> Updates.of(two, "changed"));

        try (var app = AppTester.of(Blocks.of(one, two, go))) {
            app.click("Go");
            assertThat(app.value("One")).isEqualTo("1");
            assertThat(app.value("Two")).isEqualTo("changed");
        }
    }

    /** A model that says a prompt word by word. */
    private static final class Llm {
        private final AtomicInteger closed = new AtomicInteger();

        Stream<String> tokens(String prompt) {
            return Stream.of(prompt.split("(?<= )")).onClose(closed::incrementAndGet);
        }

        Stream<String> growing(String prompt) {
            var text = new StringBuilder();
            return tokens(prompt).map(t -> text.append(t).toString());
        }
    }

    @Test
    void aStreamUpdatesStepByStep() {
        var llm = new Llm();
        var prompt = new Textbox("Prompt");
        var answer = new Textbox("Answer");
        prompt.onSubmit().inputs(prompt).outputs(answer)
                .stream(p -> llm.growing(p));

        try (var app = AppTester.of(Blocks.of(prompt, answer))) {
            app.set("Prompt", "to be or not").submit("Prompt");
            assertThat(app.value("Answer")).isEqualTo("to be or not");
            assertThat(llm.closed).hasValue(1);
        }
    }

    @Test
    void anIterableBecomesAStream() {
        var answer = new Textbox("Answer");
        var go = new Button("Go");
        go.onClick().outputs(answer).stream(() -> Streams.of(List.of("a", "ab")));

        try (var app = AppTester.of(Blocks.of(answer, go))) {
            app.click("Go");
            assertThat(app.value("Answer")).isEqualTo("ab");
        }
    }

    @Test
    void anEmitterAppends() {
        var llm = new Llm();
        var ask = new Textbox("Ask");
        var answer = new Textbox("Answer");
        ask.onSubmit().inputs(ask).outputs(answer)
                .emit((p, out) -> {
                    for (var t : llm.tokens(p).toList()) {
                        out.append(t);
                    }
                });

        try (var app = AppTester.of(Blocks.of(ask, answer))) {
            app.set("Ask", "to be or not").submit("Ask");
            assertThat(app.value("Answer")).isEqualTo("to be or not");
        }
    }

    private static boolean soldOut(String item) {
        return item.equals("gold");
    }

    private static Blocks shop() {
        var item = new Textbox("Item");
        var receipt = new Textbox("Receipt");
        var buy = new Button("Buy");
        var cart = State.of(ArrayList<String>::new).timeToLive(Duration.ofHours(1));

        buy.onClick()
                .inputs(item, cart, progress(), request())
                .outputs(cart, receipt)
                .validate(item, i -> !i.isBlank(), "Name an item")
                .run((i, c, progress, request) -> {
                    for (var step : progress.track(List.of(1, 2), "Packing")) {
                        assertThat(step).isPositive();
                    }
                    if (soldOut(i)) {
                        throw new GradioException("Sold out").title("Sorry").duration(5);
                    }
                    Toast.info("Bought by " + request.username());
                    c.add(i);
                    return Updates.of(cart, c).and(receipt, String.join(", ", c));
                });
        return Blocks.of(item, buy, receipt);
    }

    @Test
    void stateIsKeptForThePage() {
        try (var app = AppTester.of(shop())) {
            app.set("Item", "tea").click("Buy").set("Item", "milk").click("Buy");
            assertThat(app.value("Receipt")).isEqualTo("tea, milk");
            assertThat(app.messages()).containsExactly("Bought by ", "Bought by ");
        }
    }

    @Test
    void eachPageHasItsOwnState() {
        try (var one = AppTester.of(shop()); var other = AppTester.of(shop())) {
            one.set("Item", "tea").click("Buy");
            other.set("Item", "milk").click("Buy");
            assertThat(other.value("Receipt")).isEqualTo("milk");
        }
    }

    @Test
    void aBrokenRuleKeepsTheHandlerFromRunning() {
        try (var app = AppTester.of(shop())) {
            app.set("Item", " ").click("Buy");
            assertThat(app.messages()).containsExactly("Name an item");
            assertThat(app.value("Receipt")).isNull();
        }
    }

    @Test
    void aFailureIsShown() {
        try (var app = AppTester.of(shop())) {
            app.set("Item", "gold").click("Buy");
            assertThat(app.messages()).containsExactly("Sold out");
        }
    }

    @Test
    void layoutDependsOnData() {
        var text = new Textbox("Text");
        var letters =
                new Render<>(text, value -> value.isBlank()
                        ? new Markdown("Nothing yet")
                        : new Column(value.chars().mapToObj(c -> new Textbox().key(c).elemId("letter-" + (char) c).value("" + (char) c)).toList()))
                    .triggers(text.onSubmit());
        try (var app = AppTester.of(Blocks.of(text, letters))) {
            app.set("Text", "hi").submit("Text");

            assertThat(app.value("letter-h")).isEqualTo("h");
            assertThat(app.value("letter-i")).isEqualTo("i");
        }
    }

    @Test
    void launchTakesOptions() {
        var options = new LaunchOptions();
        options.port(8080).auth("ada", "secret").authMessage("Members only")
                .allowedPaths(Path.of("samples")).maxFileSize("20mb").mcpServer(true).rootPath("/tools");
        assertThat(options.all()).containsEntry("server_port", 8080).containsEntry("auth", Map.of("ada", "secret"))
                .containsEntry("root_path", "/tools");
    }

    @Test
    void anUnknownNameSaysWhichThereAre() {
        try (var app = AppTester.of(new GreetApp())) {
            org.assertj.core.api.Assertions.assertThatIllegalArgumentException().isThrownBy(() -> app.click("Greed"))
                    .withMessageContaining("Greed").withMessageContaining("\"Greet\"").withMessageContaining("\"Name\"");
        }
    }
}
