package io.gradio4j.components.apps;

import static io.gradio4j.Gradio.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.ApiVisibility;
import io.gradio4j.BlockAccess;
import io.gradio4j.Component;
import io.gradio4j.Handler;
import io.gradio4j.Listener;
import io.gradio4j.ListenerDefinition;
import io.gradio4j.State;
import io.gradio4j.Update;
import io.gradio4j.Updates;
import io.gradio4j.components.button.Button;
import io.gradio4j.components.dataset.SampleDataset;
import io.gradio4j.components.number.NumberField;
import io.gradio4j.components.textbox.Textbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest {

    private final Textbox name = new Textbox("Name");
    private final NumberField age = new NumberField("Age");
    private final Textbox greeting = new Textbox("Greeting");
    private final AtomicInteger calls = new AtomicInteger();

    private Listener greet() {
        return new Button("Greet").onClick().inputs(name, age).outputs(greeting).run((n, a) -> {
            calls.incrementAndGet();
            return n + " is " + a;
        });
    }

    @Test
    void aClickFillsTheInputs() throws Exception {
        var dataset = Examples.of(name, age).row("Ada", 36).row("Grace", null).label("People").examplesPerPage(5).elemId("people").dataset();
        assertThat(dataset.properties()).containsEntry("label", "People").containsEntry("samples_per_page", 5).containsEntry("elem_id", "people");
        assertThat(BlockAccess.defaults(dataset).get("headers")).isEqualTo(List.of("Name", "Age"));
        assertThat(dataset.property("type")).contains("tuple");
        var load = dataset.listeners().getFirst();
        assertThat(load.apiName()).contains("load_example");
        assertThat(load.apiVisibility()).isEqualTo(ApiVisibility.UNDOCUMENTED);
        assertThat(load.queue()).isFalse();
        assertThat(load.outputs()).isEqualTo(List.of(name, age));
        assertThat(call(load, new SampleDataset.Sample(0, List.of("Ada", 36.0)))).containsExactly("Name=Ada", "Age=36.0");
        assertThat(call(load, new SampleDataset.Sample(1, Arrays.asList("Grace", null)))).containsExactly("Name=Grace");
    }

    @Test
    void leavesOutInputsWithoutExamplesAndSurplusValues() {
        var dataset = Examples.of(name, age).row("Ada", null, "surplus").row("Grace").dataset();
        assertThat(dataset.listeners().getFirst().outputs()).isEqualTo(List.of(name));
        assertThat(BlockAccess.usedTypes(dataset)).containsExactly("textbox");
    }

    @Test
    void runsTheFunctionOnAClick() {
        var dataset = Examples.of(greet()).row("Ada", 36).runOnClick(true).dataset();
        var run = dataset.listeners().getFirst().followers().getFirst();
        assertThat(run.inputs()).isEqualTo(List.of(name, age));
        assertThat(run.outputs()).isEqualTo(List.of(greeting));
        assertThat(run.apiVisibility()).isEqualTo(ApiVisibility.UNDOCUMENTED);
        assertThat(run.handler()).isPresent();
    }

    @Test
    void keepsTheResultsOfAllExamples() throws Exception {
        var dataset = Examples.of(greet()).row("Ada", 36).row("Grace", 85).cacheExamples(true).preload(1).dataset();
        assertThat(calls).hasValue(2);
        var load = dataset.listeners().getFirst();
        var results = load.followers().getFirst();
        assertThat(load.apiName()).contains("load_example_input");
        assertThat(results.apiName()).contains("load_example");
        assertThat(call(results, new SampleDataset.Sample(0, List.of()))).containsExactly("Greeting=Ada is 36.0");
        assertThat(calls).hasValue(2);
        assertThat(name.property("value")).contains("Grace");
        assertThat(age.property("value")).contains(85.0);
        assertThat(greeting.property("value")).contains("Grace is 85.0");
    }

    @Test
    void computesResultsWhenFirstAskedFor() throws Exception {
        var dataset = Examples.of(greet()).row("Ada", 36).row("Grace", 85).cacheExamples(true).cacheMode(CacheMode.LAZY).dataset();
        assertThat(calls).hasValue(0);
        var results = dataset.listeners().getFirst().followers().getFirst();
        for (var i = 0; i < 2; i++) {
            assertThat(call(results, new SampleDataset.Sample(1, List.of()))).containsExactly("Greeting=Grace is 85.0");
        }
        assertThat(calls).hasValue(1);
        assertThat(name.properties()).doesNotContainKey("value");
    }

    @Test
    void anInputWithAValueOfItsOwnIsNotOverwritten() {
        name.value("Alan");
        Examples.of(greet()).row("Ada", 36).cacheExamples(true).dataset();
        assertThat(name.property("value")).contains("Alan");
        assertThat(greeting.properties()).doesNotContainKey("value");
    }

    @Test
    void keepsTheLastOfSeveralResults() throws Exception {
        var streaming = new Button().onClick().inputs(name).outputs(greeting).stream(n -> Stream.of("a", n));
        var emitting = new Button().onClick().inputs(name).outputs(greeting).emit((n, out) -> {
            out.append("Hi ");
            out.append(n);
        });
        var batching = new Button().onClick().inputs(name).outputs(greeting).batch(4, names -> names.stream().map(n -> n + names.size()).toList());
        for (var entry : List.of(new Object[] {streaming, "Ada"}, new Object[] {emitting, "Hi Ada"}, new Object[] {batching, "Ada1"})) {
            var dataset = Examples.of((Listener) entry[0]).values("Ada").cacheExamples(true).preload(-1).dataset();
            assertThat(call(dataset.listeners().getFirst().followers().getFirst(), new SampleDataset.Sample(0, List.of())))
                    .containsExactly("Greeting=" + entry[1]);
        }
    }

    @Test
    void aFailureIsNotKept() {
        var failing = new Button().onClick().inputs(name).outputs(greeting).run(n -> {
            if (calls.incrementAndGet() == 1) {
                throw new java.io.IOException("no disk");
            }
            return n;
        });
        var results = Examples.of(failing).values("Ada").cacheExamples(true).cacheMode(CacheMode.LAZY).dataset().listeners().getFirst().followers().getFirst();
        var sample = new SampleDataset.Sample(0, List.of());
        assertThatThrownBy(() -> call(results, sample)).hasMessage("The function failed for the example [Ada]: no disk");
        assertThat(calls).hasValue(1);
        org.assertj.core.api.Assertions.assertThatCode(() -> call(results, sample)).doesNotThrowAnyException();
    }

    @Test
    void readsTheFilesOfAFolder(@TempDir Path folder) throws Exception {
        assertThatThrownBy(() -> Examples.of(name).directory(folder.resolve("none"))).hasMessageContaining("none");
        var file = Files.writeString(folder.resolve("b.txt"), "b");
        assertThatThrownBy(() -> Examples.of(name, age).directory(folder)).hasMessageContaining("log.csv");
        Files.writeString(folder.resolve("log.csv"), "name,age,flag\nAda,36,\nb.txt,,x\n");
        var rows = new ExampleFiles(List.of(name, age)).directory(folder);
        assertThat(rows).containsExactly(Arrays.asList("Ada", 36.0), Arrays.asList(file, null));
        Files.writeString(folder.resolve("log.csv"), "name,age\nAda,old\n");
        assertThatThrownBy(() -> Examples.of(name, age).directory(folder)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"old\"");
        Files.delete(folder.resolve("log.csv"));
        assertThat(new ExampleFiles(List.of(name)).directory(folder)).containsExactly(List.of(file));
        Files.writeString(folder.resolve("log.csv"), "name\n../outside.txt\n");
        assertThat(new ExampleFiles(List.of(name)).directory(folder)).containsExactly(List.of("../outside.txt"));
    }

    @Test
    void saysWhatCannotBe() {
        assertThatThrownBy(Examples::of).hasMessageContaining("an input");
        assertThatThrownBy(() -> Examples.of(name).dataset()).hasMessageContaining("there are none");
        assertThatThrownBy(() -> Examples.of(name).values("a").cacheExamples(true)).hasMessageContaining("without a function");
        assertThatThrownBy(() -> Examples.of(name).values("a").runOnClick(true)).hasMessageContaining("no function");
        assertThatThrownBy(() -> Examples.of(name, age).values("a")).hasMessageContaining("there are 2");
        assertThatThrownBy(() -> Examples.of(name).values("a", "b").exampleLabels("x").dataset()).hasMessageContaining("1 labels for 2");
        assertThatThrownBy(() -> Examples.of(new NumberField("N").maximum(3)).values(4)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The sample 4 is no value of NumberField \"N\": ");
        var asking = new Button().onClick().inputs(name, request()).outputs(greeting).run((n, r) -> n);
        assertThatThrownBy(() -> Examples.of(asking).values("a").cacheExamples(true).dataset()).hasMessageContaining("OfRequest");
        var stateful = new Button().onClick().inputs(name, State.of(() -> "x")).outputs(greeting).run((n, s) -> n);
        assertThatThrownBy(() -> Examples.of(stateful).values("a").cacheExamples(true).dataset()).hasMessageContaining("State");
        var made = Examples.of(name).values("a");
        made.dataset();
        assertThatThrownBy(() -> made.label("late")).isInstanceOf(IllegalStateException.class);
        assertThat(made.dataset()).isSameAs(made.dataset());
    }

    /** What a listener's function says of which component. */
    private static List<String> call(ListenerDefinition listener, SampleDataset.Sample sample) throws Exception {
        var handler = (Handler.Returning) listener.handler().orElseThrow();
        return ((Updates) handler.function().apply(new Object[] {sample})).all().stream().map(u -> (Update.OfValue) u)
                .map(u -> ((Component<?, ?>) u.target()).property("label").orElseThrow() + "=" + u.value()).toList();
    }
}
