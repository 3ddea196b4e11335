package io.gradio4j;

import static io.gradio4j.Gradio.header;
import static io.gradio4j.Gradio.progress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The chain's types are proven by the compiler: each function takes its inputs without a cast. */
class ChainTest {

    private final Field name = new Field("Name");
    private final Field city = new Field("City");
    private final Amount age = new Amount("Age");
    private final Field out = new Field("Out");
    private final Amount sum = new Amount("Sum");

    private static @Nullable Object call(Listener listener, @Nullable Object... arguments) throws Exception {
        var handler = (Handler.Returning) listener.definition().handler().orElseThrow();
        return handler.function().apply(arguments);
    }

    @Test
    void aFunctionOfOneInputTakesItsValue() throws Exception {
        var listener = name.onClick().inputs(name).outputs(out).run(String::toUpperCase);

        assertThat(call(listener, "ada")).isEqualTo("ADA");
    }

    @Test
    void aFunctionOfTwoInputsTakesThemInOrder() throws Exception {
        var listener = name.onClick().inputs(name, age).outputs(out).run((n, a) -> n + a.intValue());

        assertThat(call(listener, "Ada", 36.0)).isEqualTo("Ada36");
    }

    @Test
    void aFunctionOfThreeInputsTakesThemInOrder() throws Exception {
        var listener = name.onClick().inputs(name, age, city).outputs(sum).run((n, a, c) -> a + n.length() + c.length());

        assertThat(call(listener, "Ada", 36.0, "London")).isEqualTo(45.0);
    }

    @Test
    void aFunctionOfEightInputsTakesThemInOrder() throws Exception {
        var listener = name.onClick().inputs(name, city, name, city, age, age, age, age).outputs(out)
                .run((a, b, c, d, e, f, g, h) -> a + b + c + d + (e + f + g + h));

        assertThat(call(listener, "a", "b", "c", "d", 1.0, 2.0, 3.0, 4.0)).isEqualTo("abcd10.0");
    }

    @Test
    void injectedArgumentsAreTypedToo() throws Exception {
        var listener = name.onClick().inputs(name, progress(), header("x-forwarded-host")).outputs(out)
                .run((n, progress, host) -> {
                    progress.report(0.5, n);
                    return host.toLowerCase();
                });
        var reported = new ArrayList<List<Progress.Unit>>();

        assertThat(call(listener, "half", new Progress(reported::add), "HOST")).isEqualTo("host");
        assertThat(reported).hasSize(1);
    }

    @Test
    void aListOfInputsGivesValues() throws Exception {
        var fields = List.of(name, city);
        var listener = name.onClick().inputs(fields).outputs(out).run(values -> values.get(city) + values.get(name) + values.size());

        assertThat(call(listener, "Ada", "London")).isEqualTo("LondonAda2");
    }

    @Test
    void valuesRefuseAComponentThatIsNoInput() {
        var listener = name.onClick().inputs(List.of(name)).outputs(out).run(values -> values.get(city));

        assertThatIllegalArgumentException().isThrownBy(() -> call(listener, "Ada"))
                .withMessageContaining("no such input").withMessageContaining("City");
    }

    @Test
    void aFunctionWithoutOutputsReturnsNothing() throws Exception {
        var seen = new ArrayList<String>();
        var listener = name.onClick().inputs(name).run(seen::add);

        assertThat(call(listener, "Ada")).isNull();
        assertThat(seen).containsExactly("Ada");
        assertThat(listener.definition().typedOutput()).isFalse();
    }

    @Test
    void aFunctionMayHaveNeitherInputsNorOutputs() throws Exception {
        var count = new int[1];
        var listener = name.onClick().run(() -> count[0]++);

        call(listener);

        assertThat(count).containsExactly(1);
    }

    @Test
    void severalOutputsMakeAFunctionReturnUpdates() throws Exception {
        var listener = name.onClick().inputs(name).outputs(out, sum).run(n -> Updates.of(out, n).and(sum, 1.0));

        assertThat(call(listener, "Ada")).isInstanceOfSatisfying(Updates.class, updates -> assertThat(updates.all()).hasSize(2));
        assertThat(listener.definition().outputs()).containsExactly(out, sum);
    }

    @Test
    void oneOutputMakesAFunctionReturnItsValue() {
        assertThat(name.onClick().outputs(out).run(() -> "x").definition().typedOutput()).isTrue();
    }

    @Test
    void aStreamHasTheOutputsType() throws Exception {
        var listener = name.onClick().inputs(name).outputs(sum).stream(n -> Stream.of(1.0, 2.0));
        var handler = (Handler.Streaming) listener.definition().handler().orElseThrow();

        try (var stream = handler.function().apply(new Object[] {"x"})) {
            assertThat(stream.toList()).isEqualTo(List.of(1.0, 2.0));
        }
    }

    @Test
    void handlersMayThrowCheckedExceptions() {
        var listener = name.onClick().outputs(out).run(() -> {
            throw new java.io.IOException("disk full");
        });

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> call(listener))).hasMessage("disk full");
    }

    @Test
    void nothingIsRegisteredBeforeTheFunctionIsGiven() {
        var open = name.onClick().inputs(name).outputs(out).apiName("open");

        assertThat(name.listeners()).isEmpty();
        open.run(n -> n);
        assertThat(name.listeners()).hasSize(1);
    }

    @Test
    void optionsMayStandAnywhereInTheChain() {
        var definition = name.onClick().apiName("a").inputs(name).showProgress(ShowProgress.HIDDEN).outputs(out)
                .concurrencyLimit(3).triggerMode(TriggerMode.MULTIPLE).queue(false).run(n -> n).definition();

        assertThat(definition.apiName()).contains("a");
        assertThat(definition.showProgress()).contains(ShowProgress.HIDDEN);
        assertThat(definition.concurrency()).isEqualTo(new ListenerDefinition.Concurrency.Limited(3));
        assertThat(definition.triggerMode()).contains(TriggerMode.MULTIPLE);
        assertThat(definition.queue()).isFalse();
    }

    @Test
    void aSignatureRegistersNothingUntilItIsAdopted() {
        var said = Signature.endingIn(d -> d).inputs(name).outputs(out).apiName("said").run(n -> n);
        assertThat(name.listeners()).isEmpty();

        city.onSubmit().adopt(said);

        assertThat(city.listeners()).singleElement().satisfies(adopted -> {
            assertThat(adopted.apiName()).contains("said");
            assertThat(adopted.inputs()).isEqualTo(List.of(name));
            assertThat(adopted.targets()).containsExactly(new ListenerDefinition.Target(city, "submit"));
        });
    }
}
