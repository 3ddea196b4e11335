package io.gradio4j.impl.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.Blocks;
import io.gradio4j.Row;
import io.gradio4j.State;
import io.gradio4j.Updates;
import io.gradio4j.impl.fixtures.Any;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Press;
import io.gradio4j.impl.json.Jsons;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResultsTest {

    private final Field one = new Field("One");
    private final Field two = new Field("Two");
    private final Any any = new Any("Any");
    private final Press go = new Press("Go");
    private final Row row = new Row(two);
    private final State<List<String>> list = State.of(() -> new ArrayList<String>());
    private Stage stage = new Stage(Blocks.of());

    private Stage stage() {
        stage = new Stage(Blocks.of(one, row, any, go, list).showError(true));
        return stage;
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private String data() {
        return Stage.data(Stage.result(stage().run("x", "[]")));
    }

    private String failure() {
        return Stage.failure(stage().run("x", "[]"));
    }

    @Test
    void aValueIsWrittenByItsComponent() {
        go.onClick().outputs(any).apiName("x").run(() -> Jsons.read("{\"a\":[1]}"));

        assertThat(data()).isEqualTo("[{\"a\":[1]}]");
    }

    @Test
    void nullEmptiesTheOutput() {
        go.onClick().outputs(one).apiName("x").run(() -> null);

        assertThat(data()).isEqualTo("[null]");
    }

    @Test
    void anOutputThatIsNotNamedIsSkipped() {
        go.onClick().outputs(one, two).apiName("x").run(() -> Updates.of(two, "b"));

        assertThat(data()).isEqualTo("[{\"__type__\":\"update\"},\"b\"]");
    }

    @Test
    void noUpdatesSkipAllOutputs() {
        go.onClick().outputs(one, list).apiName("x").run(Updates::none);

        assertThat(data()).isEqualTo("[{\"__type__\":\"update\"},null]");
    }

    @Test
    void changedPropertiesAreAnUpdate() {
        go.onClick().outputs(one, row).apiName("x")
                .run(() -> Updates.of(new Field().lines(4).value("x").as(one)).and(new Row().visible(false).as(row)));

        assertThat(data()).isEqualTo("[{\"lines\":4,\"value\":\"x\",\"__type__\":\"update\"},{\"visible\":false,\"__type__\":\"update\"}]");
    }

    @Test
    void aValueAndPropertiesOfOneOutputAreOneUpdate() {
        go.onClick().outputs(one, two).apiName("x").run(() -> Updates.of(one, "a").and(new Field().lines(2).as(one))
                .and(new Field().lines(3).value("b").as(two)).and(two, "c").and(new Field().maxLength(9).as(two)));

        assertThat(data()).isEqualTo("[{\"lines\":2,\"value\":\"a\",\"__type__\":\"update\"},"
                + "{\"lines\":3,\"max_length\":9,\"value\":\"c\",\"__type__\":\"update\"}]");
    }

    @Test
    void anOutputCanBeEmptiedAndChangedAtOnce() {
        go.onClick().outputs(one, two).apiName("x").run(() -> Updates.of(new Field().lines(2).as(one)).and(one, null));

        assertThat(data()).isEqualTo("[{\"lines\":2,\"value\":null,\"__type__\":\"update\"},{\"__type__\":\"update\"}]");
    }

    @Test
    void theLastOfTwoValuesHolds() {
        go.onClick().outputs(one, two).apiName("x").run(() -> Updates.of(one, "a").and(one, "b"));

        assertThat(data()).isEqualTo("[\"b\",{\"__type__\":\"update\"}]");
    }

    @Test
    void anUpdateOfStateSetsItsValueAndIsNotSent() {
        var state = State.of("first");
        go.onClick().outputs(state, one).apiName("x").run(() -> Updates.of(State.of("").value("second").as(state)));
        go.onClick().inputs(state).outputs(one).apiName("read").run(s -> s);

        assertThat(data()).isEqualTo("[null,{\"__type__\":\"update\"}]");
        assertThat(Stage.data(stage.run("read", "[null]"))).containsExactly("[\"second\"]");
    }

    @Test
    void changedPropertiesStayForThePage() {
        go.onClick().outputs(List.of(one)).apiName("x").run(() -> Updates.of(new Field().maxLength(1).as(one)));
        go.onClick().inputs(one).outputs(two).apiName("read").run(o -> o);
        stage().run("x", "[]");

        assertThat(Stage.failure(stage.run("read", "[\"ab\"]"))).contains("at most 1 characters");
    }

    @Test
    void anUpdateOfABlockThatIsNoOutputIsNamed() {
        go.onClick().outputs(one, any).apiName("x").run(() -> Updates.of(one, "a").and(two, "b"));

        assertThat(failure()).contains("The handler 'x' updates Field \\\"Two\\\", which is none of its outputs; add it to outputs(…)");
    }

    @Test
    void noUpdatesAtAllIsAnError() {
        go.onClick().outputs(one, two).apiName("x").run(() -> null);

        assertThat(failure()).contains("must return Updates, not null");
    }

    @Test
    void aValueThatCannotBeShownIsNamed() {
        go.onClick().outputs(one).apiName("x").run(() -> "!");

        assertThat(failure()).contains("The handler 'x' returned a value that Field \\\"One\\\" cannot show: !");
    }

    @Test
    void aValueOfTheWrongTypeIsNamed() {
        go.onClick().outputs(List.of(one)).apiName("x").run(() -> wrong(one));

        assertThat(failure()).contains("Field \\\"One\\\" cannot show: 7");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Updates wrong(Field field) {
        return Updates.of((io.gradio4j.Component) field, 7);
    }

    @Test
    void stateIsKeptAndNeverSent() {
        go.onClick().outputs(list).apiName("x").run(() -> new ArrayList<>(List.of("secret")));
        go.onClick().inputs(list).outputs(one).apiName("read").run(l -> String.join(",", l));

        assertThat(data()).isEqualTo("[null]");
        assertThat(Stage.data(stage.run("read", "[null]"))).containsExactly("[\"secret\"]");
    }

    @Test
    void stateIsNeverNull() {
        go.onClick().outputs(list).apiName("x").run(() -> null);

        assertThat(failure()).contains("returned null for a State");
    }

    private void addTo(String apiName, String item) {
        go.onClick().inputs(list).outputs(list, one).apiName(apiName).run(l -> {
            if (!item.isEmpty()) {
                l.add(item);
            }
            return Updates.of(list, l);
        });
    }

    @Test
    void aStateThatChangedInPlaceIsReported() {
        addTo("x", "tea");
        list.onChange().outputs(two).run(() -> "changed");
        var id = stage().endpoint("x").outputs().getFirst().id();

        assertThat(Stage.result(stage.run("x", "[null]")).changedStates()).containsExactly(id);
        assertThat(Stage.result(stage.run("x", "[null]")).changedStates()).containsExactly(id);
    }

    @Test
    void aStateThatIsSetToWhatItWasIsNotReported() {
        addTo("x", "");
        list.onChange().outputs(two).run(() -> "changed");

        assertThat(Stage.result(stage().run("x", "[null]")).changedStates()).isEmpty();
    }

    @Test
    void aStateThatNobodyListensToIsNotReported() {
        addTo("x", "tea");

        assertThat(Stage.result(stage().run("x", "[null]")).changedStates()).isEmpty();
    }

    @Test
    void aHandlerWithoutOutputsHasNoData() {
        go.onClick().inputs(one).apiName("x").run(o -> { });

        assertThat(Stage.data(Stage.result(stage().run("x", "[\"a\"]")))).isEqualTo("[]");
    }

    @Test
    void aLayoutAloneMayBeTheOutput() {
        go.onClick().outputs(List.of(row)).apiName("x").run(() -> Updates.of(new Row().visible(true).as(row)));

        assertThat(data()).isEqualTo("[{\"visible\":true,\"__type__\":\"update\"}]");
    }
}
