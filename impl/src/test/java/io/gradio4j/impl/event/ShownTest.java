package io.gradio4j.impl.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.Blocks;
import io.gradio4j.State;
import io.gradio4j.Updates;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Press;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShownTest {

    private final Field name = new Field("Name");
    private final Field out = new Field("Out");
    private final Press go = new Press("Go");
    private Stage stage = new Stage(Blocks.of());

    @AfterEach
    void close() {
        stage.close();
    }

    private String shownAfter(String json) {
        go.onClick().js("() => fetch('gradio_api/deep_link')");
        stage = new Stage(Blocks.of(name, out, go));
        stage.run("x", json);
        return shown();
    }

    private String shown() {
        return stage.session.shown().entrySet().stream().map(e -> stage.app.blocks().get(e.getKey()).property("label").orElse("") + "=" + new java.util.TreeMap<>(
                e.getValue())).sorted().collect(Collectors.joining(" "));
    }

    @Test
    void whatWasSentAndWhatCameBackIsRemembered() {
        go.onClick().inputs(name).outputs(out).apiName("x").run(n -> "Hello " + n);
        assertThat(shownAfter("[\"Ada\"]")).isEqualTo("Name={value=\"Ada\"} Out={value=\"Hello Ada\"}");
    }

    @Test
    void changedPropertiesAreRememberedTogether() {
        go.onClick().inputs(name).outputs(out, name).apiName("x").run(n -> Updates.of(out, "1").and(new Field("New").as(out)));
        assertThat(shownAfter("[\"Ada\"]")).isEqualTo("Name={value=\"Ada\"} Out={label=\"New\", value=\"1\"}");
    }

    @Test
    void ofAStreamTheEndIsRemembered() {
        go.onClick().inputs(name).outputs(out).apiName("x").emit((n, sink) -> {
            sink.append("a");
            sink.append("b");
        });
        assertThat(shownAfter("[\"Ada\"]")).isEqualTo("Name={value=\"Ada\"} Out={value=\"ab\"}");
    }

    @Test
    void stateIsNobodysBusiness() {
        var secret = State.of(() -> "secret");
        go.onClick().inputs(secret).outputs(secret).apiName("x").run(s -> s + "!");
        assertThat(shownAfter("[null]")).isEmpty();
    }

    @Test
    void wrongValuesAreNotRemembered() {
        go.onClick().inputs(name).outputs(out).apiName("x").run(n -> n);
        assertThat(shownAfter("[7]")).isEmpty();
    }

    @Test
    void anAppWithoutLinksRemembersNothing() {
        go.onClick().inputs(name).outputs(out).apiName("x").run(n -> n);
        stage = new Stage(Blocks.of(name, out, go));
        stage.run("x", "[\"Ada\"]");
        assertThat(shown()).isEmpty();
    }
}
