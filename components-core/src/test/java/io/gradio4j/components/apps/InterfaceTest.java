package io.gradio4j.components.apps;

import static io.gradio4j.Gradio.progress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.Accordion;
import io.gradio4j.ApiVisibility;
import io.gradio4j.Block;
import io.gradio4j.Blocks;
import io.gradio4j.Column;
import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Handler;
import io.gradio4j.HasChange;
import io.gradio4j.HasStream;
import io.gradio4j.Layout;
import io.gradio4j.ListenerDefinition;
import io.gradio4j.Request;
import io.gradio4j.Schema;
import io.gradio4j.ShowProgress;
import io.gradio4j.State;
import io.gradio4j.Tab;
import io.gradio4j.TriggerMode;
import io.gradio4j.Update;
import io.gradio4j.Updates;
import io.gradio4j.components.button.Button;
import io.gradio4j.components.button.ClearButton;
import io.gradio4j.components.button.DeepLinkButton;
import io.gradio4j.components.flagging.Flag;
import io.gradio4j.components.flagging.FlaggingCallback;
import io.gradio4j.components.flagging.FlaggingMode;
import io.gradio4j.components.flagging.FlaggingOption;
import io.gradio4j.components.label.Label;
import io.gradio4j.components.markdown.Markdown;
import io.gradio4j.components.slider.Slider;
import io.gradio4j.components.textbox.Textbox;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InterfaceTest {

    private final Textbox name = new Textbox("Name");
    private final Slider intensity = new Slider(1, 10);
    private final Textbox greeting = new Textbox();

    private Interface greeter() {
        return Interface.inputs(name, intensity).outputs(greeting).run((n, i) -> "Hello, " + n + "!".repeat(i.intValue()));
    }

    @Test
    void hasInputsAtTheLeftAndOutputsAtTheRight() {
        assertThat(tree(greeter().blocks())).isEqualTo(
                "Blocks(Row(Column(Column(Textbox Slider) Row(ClearButton Button)) Column(Textbox Row(Button))))");
    }

    @Test
    void sharesAResultByALink() {
        var page = greeter().deepLink("Share").allowDuplication(true).blocks();
        assertThat(tree(page)).isEqualTo("Blocks(Row(Column(Column(Textbox Slider) Row(ClearButton Button)) "
                + "Column(Textbox Row(DeepLinkButton Button DuplicateButton))))");
        var link = all(page).filter(DeepLinkButton.class::isInstance).findFirst().orElseThrow();
        assertThat(link.property("value")).contains("Share");
        assertThat(link.property("interactive")).contains(false);
        var share = listeners(page).stream().filter(l -> l.apiName().equals(Optional.of("predict"))).findFirst().orElseThrow().followers().getFirst();
        assertThat(share.outputs()).containsExactly(link);
        assertThat(share.js().orElseThrow()).contains("\"interactive\": true");
    }

    @Test
    void sharesAKeptResultOfAnExampleByTheLink() {
        var page = Interface.inputs(name).outputs(greeting).run(n -> "Hello " + n).deepLink(true).examples("Ada").cacheExamples(true).blocks();
        var link = all(page).filter(DeepLinkButton.class::isInstance).findFirst().orElseThrow();
        var shown = listeners(page).stream().flatMap(l -> l.followers().stream()).filter(l -> l.apiName().equals(Optional.of("load_example"))).findFirst().orElseThrow();
        assertThat(shown.followers()).singleElement().satisfies(share -> {
            assertThat(share.outputs()).containsExactly(link);
            assertThat(share.js().orElseThrow()).contains("\"interactive\": true");
        });
    }

    @Test
    void placesTheLinkWhereOnlyInputsOrOutputsAre() {
        assertThat(tree(Interface.inputs(name).run(n -> { }).deepLink(true).blocks()))
                .isEqualTo("Blocks(Row(Column(Column(Textbox) Row(ClearButton DeepLinkButton Button))))");
        assertThat(tree(Interface.outputs(greeting).run(() -> "hi").deepLink(true).blocks()))
                .isEqualTo("Blocks(Row(Column(Textbox Row(DeepLinkButton ClearButton Button Button))))");
        assertThat(tree(greeter().live(true).deepLink(true).blocks())).doesNotContain("DeepLinkButton");
        assertThat(tree(greeter().deepLink(true).deepLink(false).blocks())).doesNotContain("DeepLinkButton");
    }

    @Test
    void hasTitleDescriptionAndArticleAroundThem() {
        var page = greeter().title("Greeter").description("Says hello").article("The end").blocks();
        assertThat(tree(page)).matches("Blocks\\(Markdown Markdown Row\\(.*\\) Markdown\\)");
        assertThat(((Markdown) page.children().getFirst()).properties())
                .containsEntry("value", "<h1 style='text-align: center; margin-bottom: 1rem'>Greeter</h1>");
        assertThat(page.properties()).containsEntry("title", "Greeter").containsEntry("mode", "interface");
    }

    @Test
    void labelsWhatHasNoLabel() {
        greeter().blocks();
        assertThat(name.property("label")).contains("Name");
        assertThat(intensity.property("label")).contains("input 1");
        assertThat(greeting.property("label")).contains("output");
    }

    @Test
    void numbersSeveralOutputs() {
        var label = new Label();
        Interface.inputs(name).outputs(greeting, label).run(n -> Updates.none()).blocks();
        assertThat(greeting.property("label")).contains("output 0");
        assertThat(label.property("label")).contains("output 1");
    }

    @Test
    void letsNobodyEditItsOutputs() {
        var label = new Label();
        var edited = new Textbox().interactive(true);
        Interface.inputs(name).outputs(greeting, label, edited).run(n -> Updates.none()).blocks();
        assertThat(greeting.property("interactive")).contains(false);
        assertThat(edited.property("interactive")).contains(true);
        assertThat(label.properties()).doesNotContainKey("interactive");
        assertThat(name.property("interactive")).isEmpty();
    }

    @Test
    void runsBySubmitAndByTheSubmitOfItsFields() throws Exception {
        var listeners = listeners(greeter().blocks());
        assertThat(listeners).hasSize(6);
        var run = listeners.getFirst();
        assertThat(events(run)).containsExactly("Button \"Submit\" click", "Textbox \"Name\" submit");
        assertThat(run.inputs()).isEqualTo(List.of(name, intensity));
        assertThat(run.outputs()).isEqualTo(List.of(greeting));
        assertThat(run.apiName()).contains("predict");
        assertThat(run.scrollToOutput()).isTrue();
        assertThat(run.typedOutput()).isTrue();
        assertThat(((Handler.Returning) run.handler().orElseThrow()).function().apply(new Object[] {"Ada", 2.0}))
                .isEqualTo("Hello, Ada!!");
    }

    @Test
    void clearsInputsAndOutputsInTheBrowser() {
        var page = greeter().blocks();
        var listeners = listeners(page);
        assertThat(listeners.get(1).js()).contains("() => [null, 1, null]");
        assertThat(listeners.get(1).outputs()).isEqualTo(List.of(name, intensity, greeting));
        assertThat(events(listeners.get(1))).containsExactly("ClearButton \"Clear\" click");
        assertThat(listeners.get(2).js()).contains("() => [{\"variant\": null, \"visible\": true, \"__type__\": \"update\"}]");
        assertThat(listeners.get(2).outputs()).singleElement().isInstanceOf(Column.class);
    }

    @Test
    void keepsTheOptionsOfItsChain() {
        var app = Interface.inputs(name).outputs(greeting).apiName("greet").concurrencyLimit(4)
                .validate(name, n -> !n.isBlank(), "Name somebody").run(n -> n);
        var run = listeners(app.blocks()).getFirst();
        assertThat(run.apiName()).contains("greet");
        assertThat(run.concurrency()).isEqualTo(new ListenerDefinition.Concurrency.Limited(4));
        assertThat(run.checks(name)).singleElement().satisfies(c -> assertThat(c.message()).isEqualTo("Name somebody"));
    }

    @Test
    void runsOnEveryChangeWhenLive() {
        var page = greeter().live(true).blocks();
        assertThat(tree(page)).isEqualTo("Blocks(Row(Column(Column(Textbox Slider) Row(ClearButton)) Column(Textbox Row(Button))))");
        var run = listeners(page).getFirst();
        assertThat(events(run)).containsExactly("Textbox \"Name\" change", "Slider \"input 1\" change");
        assertThat(run.triggerMode()).contains(TriggerMode.ALWAYS_LAST);
        assertThat(run.scrollToOutput()).isFalse();
    }

    @Test
    void showsStopInsteadOfSubmitWhileItStreams() throws Exception {
        var page = Interface.inputs(name).outputs(greeting).stream(n -> Stream.of("a", "b")).blocks();
        assertThat(tree(page)).contains("Row(ClearButton Button Button)) Column(Textbox Row(Button))");
        var all = listeners(page);
        var start = all.getFirst();
        assertThat(events(start)).containsExactly("Button \"Submit\" click", "Textbox \"Name\" submit");
        assertThat(start.queue()).isFalse();
        assertThat(start.apiVisibility()).isEqualTo(ApiVisibility.UNDOCUMENTED);
        assertThat(changes(start)).containsExactly("Submit {visible=false}", "Stop {visible=true}");
        var run = start.followers().getFirst();
        assertThat(run.handler().orElseThrow()).isInstanceOf(Handler.Streaming.class);
        assertThat(run.apiName()).contains("predict");
        assertThat(changes(run.followers().getFirst())).containsExactly("Submit {visible=true}", "Stop {visible=false}");
        assertThat(all).anySatisfy(stop -> {
            assertThat(events(stop)).containsExactly("Button \"Stop\" click");
            assertThat(stop.cancels()).containsExactly(run);
            assertThat(stop.queue()).isFalse();
        });
    }

    @Test
    void hasNothingToStopInABatch() {
        var page = Interface.inputs(name).outputs(greeting).batch(4, names -> names).blocks();
        assertThat(tree(page)).contains("Row(ClearButton Button)) Column(Textbox Row(Button))");
        assertThat(listeners(page).getFirst().handler().orElseThrow()).isInstanceOf(Handler.Batching.class);
    }

    /** Records, piece by piece if it is told so. */
    private static final class Tape extends Component<String, Tape> implements HasStream, HasChange {
        private Tape(boolean streaming) {
            super("tape");
            set("streaming", streaming);
        }

        @Override
        protected String preprocess(JsonValue payload, Conversion conversion) {
            return payload.toString();
        }

        @Override
        protected JsonValue postprocess(String value, Conversion conversion) {
            return conversion.toJson(value);
        }

        @Override
        public Schema schema() {
            return Schema.string();
        }
    }

    @Test
    void runsOnEveryPieceOfWhatStreamsWhenLive() {
        var run = listeners(Interface.inputs(new Tape(true).label("Tape"), name).outputs(greeting).run((t, n) -> t).live(true).blocks()).getFirst();
        assertThat(events(run)).containsExactly("Tape \"Tape\" stream", "Textbox \"Name\" change");
        assertThat(run.triggerMode()).contains(TriggerMode.MULTIPLE);
        assertThat(run.showProgress()).contains(ShowProgress.HIDDEN);
        var whole = listeners(Interface.inputs(new Tape(false).label("Tape")).outputs(new Textbox()).run(t -> t).live(true).blocks()).getFirst();
        assertThat(events(whole)).containsExactly("Tape \"Tape\" change");
    }

    @Test
    void aFlagThatCannotBeKeptMayBeTriedAgain() throws Exception {
        var page = greeter().flaggingCallback(new Flags() {
            @Override
            public int flag(Flag flag) {
                throw new IllegalStateException("on purpose");
            }
        }).blocks();
        var flag = listeners(page).stream().filter(l -> l.apiName().equals(Optional.of("Flag"))).findFirst().orElseThrow();
        var updates = (Updates) ((Handler.Returning) flag.handler().orElseThrow()).function().apply(new Object[] {"Ada", 2.0, "Hello", Request.NONE});
        assertThat(Objects.requireNonNull(updates).all()).singleElement().satisfies(update -> assertThat(((Update.OfProperties) update).properties())
                .containsEntry("value", "Error!").containsEntry("interactive", true));
    }

    @Test
    void hasOnlyInputsWithoutAnOutput() {
        var heard = new ArrayList<String>();
        var page = Interface.inputs(name).run(n -> {
            heard.add(n);
        }).blocks();
        assertThat(tree(page)).isEqualTo("Blocks(Row(Column(Column(Textbox) Row(ClearButton Button))))");
        assertThat(listeners(page).getFirst().outputs()).isEmpty();
    }

    @Test
    void hasOnlyOutputsWithoutAnInput() {
        var page = Interface.outputs(greeting).run(() -> "Hello").blocks();
        assertThat(tree(page)).isEqualTo("Blocks(Row(Column(Textbox Row(ClearButton Button Button))))");
        assertThat(listeners(page)).hasSize(5);
        assertThat(events(listeners(page).getFirst())).containsExactly("Button \"Generate\" click");
    }

    @Test
    void runsAtTheStartWhenLiveWithoutAnInput() {
        var page = Interface.outputs(greeting).run(() -> "Hello").live(true).blocks();
        assertThat(page.listeners()).singleElement().satisfies(l -> assertThat(events(l))
                .containsExactly("Blocks load", "Button \"Generate\" click"));
    }

    @Test
    void standsOnceWhenInputsAreOutputs() {
        var page = Interface.inputs(name).outputs(name).run(n -> n.strip()).blocks();
        assertThat(tree(page)).isEqualTo("Blocks(Row(Column(Column(Textbox) Row(ClearButton Button Button))))");
        assertThat(name.property("interactive")).isEmpty();
        assertThat(listeners(page).get(1).outputs()).isEqualTo(List.of(name));
    }

    @Test
    void putsAdditionalInputsInAnAccordion() {
        var page = greeter().additionalInputs(intensity).blocks();
        assertThat(tree(page)).contains("Column(Column(Textbox Accordion(Slider)) Row(");
        var accordion = all(page).filter(Accordion.class::isInstance).findFirst().orElseThrow();
        assertThat(accordion.properties()).containsEntry("label", "Additional Inputs").containsEntry("open", false);
        assertThatThrownBy(() -> greeter().additionalInputs(new Textbox("Other"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("additionalInputs: Textbox \"Other\" is no input of this Interface");
    }

    @Test
    void keepsStateAndInjectedInputsOffThePage() {
        var count = State.of(0);
        var page = Interface.inputs(name, count, progress()).outputs(greeting, count).run((n, c, p) -> Updates.none()).blocks();
        assertThat(tree(page)).isEqualTo("Blocks(Row(Column(Column(Textbox) Row(ClearButton Button)) Column(Textbox Row(Button))))");
        assertThat(listeners(page).getFirst().inputs()).hasSize(3);
        assertThat(listeners(page)).anySatisfy(l -> {
            assertThat(events(l)).containsExactly("ClearButton \"Clear\" click");
            assertThat(l.outputs()).isEqualTo(List.of(count));
        });
    }

    @Test
    void flagsInputsAndOutputsByAButton() {
        var flags = new Flags();
        var page = greeter().flaggingCallback(flags).flaggingOptions("wrong", "rude").flaggingDir(Path.of("kept")).blocks();

        assertThat(tree(page)).endsWith("Column(Textbox Row(Button Button))))");
        assertThat(flags.components).isEqualTo(List.of(name, intensity, greeting));
        assertThat(flags.folder).isEqualTo(Path.of("kept"));
        var flag = listeners(page).get(4);
        assertThat(events(flag)).containsExactly("Button \"Flag as wrong\" click");
        assertThat(flag.queue()).isFalse();
        assertThat(flag.apiVisibility()).isEqualTo(ApiVisibility.UNDOCUMENTED);
        assertThat(flag.inputs()).hasSize(4).startsWith(name, intensity, greeting);
    }

    @Test
    void flagsAfterEverySuccessfulRunByItself() {
        var page = greeter().flaggingCallback(new Flags()).flaggingMode(FlaggingMode.AUTO).blocks();
        assertThat(tree(page)).endsWith("Column(Textbox)))");
        assertThat(listeners(page).getFirst().followers()).singleElement()
                .satisfies(flag -> assertThat(flag.inputs()).startsWith(name, intensity, greeting));
    }

    @Test
    void flagsNothingWhenItShallNot() {
        var flags = new Flags();
        var page = greeter().flaggingCallback(flags).flaggingMode(FlaggingMode.NEVER).blocks();
        assertThat(tree(page)).endsWith("Column(Textbox)))");
        assertThat(listeners(page)).hasSize(3);
        assertThat(flags.components).isEmpty();
        assertThatThrownBy(() -> greeter().flaggingOptions(new FlaggingOption[0])).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("flaggingMode(NEVER)");
    }

    @Test
    void severalStandInTabs() {
        var other = Interface.inputs(new Textbox("Text")).outputs(new Textbox()).run(t -> t).page(p -> p.fillHeight(true));
        var page = new TabbedInterface().title("Tools").add("Greet", greeter()).add("Echo", other).build();
        assertThat(tree(page)).startsWith("Blocks(Markdown Tabs(Tab(Blocks(Row(").contains(") Tab(Blocks(Row(");
        assertThat(page.properties()).containsEntry("mode", "tabbed_interface").containsEntry("fill_height", true).containsEntry("title", "Tools");
        assertThat(all(page).filter(Tab.class::isInstance).map(tab -> tab.property("scale"))).containsExactly(Optional.empty(), Optional.of(1));
        assertThatThrownBy(() -> new TabbedInterface().add("Greet", greeter()).add("Greet", other)).hasMessageContaining("\"Greet\"");
        assertThatThrownBy(() -> new TabbedInterface().build()).hasMessageContaining("at least one");
    }

    /** Knows what it was asked to keep. */
    private static class Flags implements FlaggingCallback {
        private List<? extends Component<?, ?>> components = List.of();
        private Path folder = Path.of("");

        @Override
        public void setUp(List<? extends Component<?, ?>> components, Path folder) {
            this.components = components;
            this.folder = folder;
        }

        @Override
        public int flag(Flag flag) {
            return 1;
        }
    }

    @Test
    void takesButtonsOfTheAppsOwn() {
        var page = greeter().submitBtn("Greet").clearBtn(new ClearButton("Reset").visible(false)).blocks();
        assertThat(all(page).filter(Button.class::isInstance).map(Block::describe)).containsExactly("Button \"Greet\"", "Button \"Flag\"");
        assertThat(all(page).filter(ClearButton.class::isInstance)).singleElement()
                .satisfies(b -> assertThat(b.properties()).containsEntry("visible", false));
    }

    @Test
    void changesThePageOnce() {
        var app = greeter().page(p -> p.theme("soft").css("body {}")).fillWidth(true);
        assertThat(app.build()).isSameAs(app.blocks());
        assertThat(app.blocks().properties()).containsEntry("theme", "soft").containsEntry("css", "body {}")
                .containsEntry("fill_width", true);
        assertThatThrownBy(() -> app.title("Late")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void showsItsExamplesBelowItself() {
        var app = Interface.inputs(new Textbox("Name")).outputs(new Textbox("Greeting")).run(name -> "Hello " + name).article("end")
                .examples("Ada", "Grace").exampleLabels("first", "second").examplesPerPage(1).cacheExamples(true).cacheMode(CacheMode.LAZY);
        var page = app.blocks();
        assertThat(tree(page)).endsWith(" SampleDataset Markdown)");
        var listeners = listeners(page);
        assertThat(events(listeners.getLast())).containsExactly("SampleDataset click");
        assertThat(listeners.getLast().followers().getFirst().apiName()).contains("load_example");
        var dataset = all(page).filter(b -> b.type().equals("dataset")).findFirst().orElseThrow();
        assertThat(dataset.properties()).containsEntry("samples_per_page", 1).containsEntry("sample_labels", List.of("first", "second"));
    }

    private static Stream<Block> all(Block block) {
        return Stream.concat(Stream.of(block), children(block).stream().flatMap(InterfaceTest::all));
    }

    private static List<Block> children(Block block) {
        return switch (block) {
            case Blocks page -> page.children();
            case Layout<?> layout -> layout.children();
            default -> List.of();
        };
    }

    private static String tree(Block block) {
        var children = children(block).stream().map(InterfaceTest::tree).toList();
        var name = block.getClass().getSimpleName();
        return children.isEmpty() ? name : name + "(" + String.join(" ", children) + ")";
    }

    private static List<ListenerDefinition> listeners(Blocks page) {
        return all(page).flatMap(b -> b.listeners().stream()).distinct().sorted(Comparator.comparing(ListenerDefinition::order)).toList();
    }

    private static List<String> events(ListenerDefinition listener) {
        return listener.targets().stream().map(t -> t.block().describe() + " " + t.event()).toList();
    }

    private static List<String> changes(ListenerDefinition listener) throws Exception {
        var updates = (Updates) ((Handler.Returning) listener.handler().orElseThrow()).function().apply(new Object[0]);
        return Objects.requireNonNull(updates).all().stream().map(u -> (Update.OfProperties) u)
                .map(u -> u.target().property("value").orElseThrow() + " " + u.properties()).toList();
    }
}
