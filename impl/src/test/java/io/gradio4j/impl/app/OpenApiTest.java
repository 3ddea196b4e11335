package io.gradio4j.impl.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.ApiVisibility;
import io.gradio4j.Blocks;
import io.gradio4j.Schema;
import io.gradio4j.impl.fixtures.Any;
import io.gradio4j.impl.fixtures.Apps;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.json.JsonText;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private static JsonObject document() {
        var name = new Field("Name");
        var mood = new Field("Mood").value("happy");
        var greeting = new Field("Greeting");
        name.onSubmit().inputs(name, mood).outputs(greeting).apiName("greet").apiDescription("Greets somebody.").run((n, m) -> n + m);
        name.onSubmit().inputs(name).outputs(greeting).apiName("hidden").apiVisibility(ApiVisibility.UNDOCUMENTED).run(n -> n);
        return new Assembly(new Plugins(OpenApiTest.class.getClassLoader(), Optional.empty()), Settings.defaults())
                .app(Blocks.of(name, mood, greeting)).info().openApi("Greeter");
    }

    @Test
    void listsDocumentedEndpointsOnly() {
        assertThat(document().getJsonObject("paths").keySet())
                .containsExactly("/gradio_api/upload", "/gradio_api/call/v2/greet", "/gradio_api/call/greet/{event_id}");
    }

    @Test
    void asksForParametersWithoutDefault() {
        var body = document().getJsonObject("paths").getJsonObject("/gradio_api/call/v2/greet").getJsonObject("post")
                .getJsonObject("requestBody").getJsonObject("content").getJsonObject("application/json");
        assertThat(JsonText.of(body.getJsonObject("schema"))).isEqualTo("{\"type\":\"object\",\"properties\":{"
                + "\"name\":{\"type\":\"string\",\"description\":\"Name\"},"
                + "\"mood\":{\"type\":\"string\",\"description\":\"Mood\",\"default\":\"happy\"}},\"required\":[\"name\"]}");
        assertThat(JsonText.of(body.getJsonObject("examples").getJsonObject("example1").getJsonObject("value")))
                .isEqualTo("{\"name\":\"Hello!!\",\"mood\":\"happy\"}");
    }

    @Test
    void namesAFileByItsPlace() {
        var tune = new Any("Tune", Schema.file());
        var name = new Field("Name");
        name.onSubmit().inputs(tune).outputs(name).apiName("listen").run(t -> "x");
        var paths = Apps.of(Blocks.of(tune, name)).info().openApi("Tunes").getJsonObject("paths");

        assertThat(paths.getJsonObject("/gradio_api/call/v2/listen").toString()).contains("\"type\":\"string\",\"format\":\"filepath\"")
                .doesNotContain("$defs");
    }

    @Test
    void saysHowFilesAreUploaded() {
        var upload = document().getJsonObject("paths").getJsonObject("/gradio_api/upload").getJsonObject("post");

        assertThat(JsonText.of(upload.getJsonObject("requestBody").getJsonObject("content").getJsonObject("multipart/form-data").getJsonObject("schema")))
                .isEqualTo("{\"type\":\"object\",\"properties\":{\"files\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"format\":\"binary\"}}},"
                        + "\"required\":[\"files\"]}");
        assertThat(upload.getJsonArray("parameters").getJsonObject(0).getString("name")).isEqualTo("upload_id");
        assertThat(upload.getJsonObject("responses").keySet()).containsExactly("200", "400", "413");
    }

    @Test
    void namesTheAppAndItsOperations() {
        var document = document();
        assertThat(document.getString("openapi")).isEqualTo("3.0.2");
        assertThat(document.getJsonObject("info").getString("title")).isEqualTo("Greeter");
        var post = document.getJsonObject("paths").getJsonObject("/gradio_api/call/v2/greet").getJsonObject("post");
        assertThat(post.getString("operationId")).isEqualTo("greet");
        assertThat(post.getString("description")).isEqualTo("Greets somebody.");
        assertThat(document.getJsonObject("paths").getJsonObject("/gradio_api/call/greet/{event_id}").getJsonObject("get")
                .getString("operationId")).isEqualTo("greet_get");
    }
}
