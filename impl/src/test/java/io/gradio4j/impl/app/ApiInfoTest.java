package io.gradio4j.impl.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.Api;
import io.gradio4j.ApiVisibility;
import io.gradio4j.Blocks;
import io.gradio4j.Schema;
import io.gradio4j.State;
import io.gradio4j.impl.fixtures.Any;
import io.gradio4j.impl.fixtures.Apps;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Press;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiInfoTest {

    private final Field out = new Field("Greeting");
    private final Press go = new Press("Go");

    private ApiInfo.Endpoint endpoint(Field... inputs) {
        go.onClick().inputs(List.of(inputs)).outputs(out).apiName("greet").run(v -> "x");
        return Apps.of(Blocks.of(go, out)).info().endpoint("/greet").orElseThrow();
    }

    @Test
    void parametersAreNamedAfterTheirLabels() {
        assertThat(endpoint(new Field("Your name"), new Field("City")).parameters()).extracting(ApiInfo.Parameter::name)
                .containsExactly("your_name", "city");
    }

    @Test
    void parametersWithoutAUsableLabelAreNumbered() {
        assertThat(endpoint(new Field(), new Field("東京"), new Field("2nd"), new Field("api_name")).parameters())
                .extracting(ApiInfo.Parameter::name).containsExactly("param_0", "param_1", "param_2", "param_3");
    }

    @Test
    void theSecondParameterOfANameIsNumbered() {
        assertThat(endpoint(new Field("A"), new Field("a")).parameters()).extracting(ApiInfo.Parameter::name)
                .containsExactly("a", "param_1");
    }

    @Test
    void anInitialValueIsTheDefault() {
        var parameters = endpoint(new Field("A").value("x"), new Field("B")).parameters();

        assertThat(parameters.get(0).hasDefault()).isTrue();
        assertThat(parameters.get(0).byDefault()).hasToString("\"x\"");
        assertThat(parameters.get(1).hasDefault()).isFalse();
    }

    @Test
    void whatIsOptionalMayBeLeftOut() {
        var page = Blocks.of(go);
        page.api("greet").inputs(Api.of("name", String.class), Api.optional("title", String.class)).outputs(Api.of("text", String.class)).run((n, t) -> n);
        var parameters = Apps.of(page).info().endpoint("/greet").orElseThrow().json().getJsonArray("parameters");

        assertThat(parameters.getJsonObject(0).getBoolean("parameter_has_default")).isFalse();
        assertThat(parameters.getJsonObject(1).getBoolean("parameter_has_default")).isTrue();
        assertThat(parameters.getJsonObject(1).get("parameter_default")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void stateIsNoParameterButKeepsItsPlace() {
        var state = State.of("s");
        go.onClick().inputs(state, new Field("A")).outputs(state, out).apiName("greet")
                .run((s, a) -> io.gradio4j.Updates.of(out, a));
        var endpoint = Apps.of(Blocks.of(go, out)).info().endpoint("/greet").orElseThrow();

        assertThat(endpoint.parameters()).singleElement().satisfies(p -> {
            assertThat(p.name()).isEqualTo("a");
            assertThat(p.position()).isOne();
        });
        assertThat(endpoint.json().getJsonArray("returns")).hasSize(1);
    }

    @Test
    void anEndpointIsDescribed() {
        go.onClick().inputs(new Field("Name").value("Ada")).outputs(out).apiName("greet").apiDescription("Says hello").run(n -> n);

        assertThat(Apps.of(Blocks.of(go, out)).info().endpoint("/greet").orElseThrow().json())
                .hasToString("{\"parameters\":[{\"label\":\"Name\",\"parameter_name\":\"name\",\"parameter_has_default\":true,"
                        + "\"parameter_default\":\"Ada\",\"type\":{\"type\":\"string\"},\"python_type\":{\"type\":\"str\","
                        + "\"description\":\"\"},\"component\":\"Field\",\"example_input\":\"Hello!!\"}],"
                        + "\"returns\":[{\"label\":\"Greeting\",\"type\":{\"type\":\"string\"},\"python_type\":{\"type\":\"str\","
                        + "\"description\":\"\"},\"component\":\"Field\"}],\"api_visibility\":\"public\",\"description\":\"Says hello\"}");
    }

    @Test
    void aParameterSaysWhatItsSchemaAddsEvenIfThatIsNothing() {
        go.onClick().inputs(new Any("One", Schema.file()), new Any("Many", Schema.files())).outputs(out).apiName("read").run((one, many) -> "x");
        var parameters = Apps.of(Blocks.of(go, out)).info().endpoint("/read").orElseThrow().json().getJsonArray("parameters");

        assertThat(parameters.getJsonObject(0).get("python_type")).hasToString("{\"type\":\"filepath\",\"description\":\"\"}");
        assertThat(parameters.getJsonObject(1).get("python_type")).hasToString("{\"type\":\"list[filepath]\",\"description\":null}");
    }

    @Test
    void onlyPublicEndpointsAreListed() {
        go.onClick().apiName("open").run(() -> { });
        go.onClick().apiName("quiet").apiVisibility(ApiVisibility.UNDOCUMENTED).run(() -> { });
        go.onClick().apiName("secret").apiVisibility(ApiVisibility.PRIVATE).run(() -> { });
        go.onClick().js("() => 1");
        var info = Apps.of(Blocks.of(go)).info();

        assertThat(info.json("http://h", false).getJsonObject("named_endpoints").keySet()).containsExactly("/open");
        assertThat(info.json("http://h", true).getJsonObject("named_endpoints").keySet()).containsExactly("/open", "/quiet");
        assertThat(info.endpoint("/secret")).isEmpty();
    }

    @Test
    void snippetsAreInTheDocumentedListOnly() {
        go.onClick().apiName("open").run(() -> { });
        var info = Apps.of(Blocks.of(go)).info();

        assertThat(info.json("http://h", false).getJsonObject("named_endpoints").getJsonObject("/open").getJsonObject("code_snippets").keySet())
                .containsExactly("python", "javascript", "bash", "cli", "java");
        assertThat(info.json("http://h", true).getJsonObject("named_endpoints").getJsonObject("/open")).doesNotContainKey("code_snippets");
        assertThat(info.json("http://h", false).getJsonObject("unnamed_endpoints")).isEmpty();
    }
}
