package io.gradio4j.war;

import static io.gradio4j.war.Caller.API;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.Blocks;
import io.gradio4j.GradioException;
import io.gradio4j.RunningApp;
import io.gradio4j.components.html.HTML;
import io.gradio4j.components.textbox.Textbox;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions on the server that components declare, and the modules that belong to a component. */
class ServerFunctionsIT {

    private static RunningApp running;
    private static Caller client;

    @BeforeAll
    static void start() {
        running = Blocks.of(new Textbox("First"), new HTML("x").htmlTemplate("<b>${value}</b>")
                .serverFunction("upper", String.class, text -> text.toUpperCase(Locale.ROOT))
                .serverFunction("session", String.class, (text, request) -> text + request.sessionHash())
                .serverFunction("refuse", () -> {
                    throw new GradioException("Not today");
                })
                .serverFunction("break", () -> {
                    throw new IllegalStateException("secret");
                }))
                .launch(options -> options.port(0));
        client = new Caller(running.url());
    }

    @AfterAll
    static void stop() {
        client.close();
        running.close();
    }

    private static HttpResponse<String> call(int id, String name, String data, String... headers) throws Exception {
        return client.post(API + "component_server/", "{\"component_id\":" + id + ",\"fn_name\":\"" + name + "\",\"session_hash\":\"s1\",\"data\":" + data + "}", headers);
    }

    @Test
    void aDeclaredFunctionIsCalled() throws Exception {
        var answer = call(2, "upper", "\"ada\"");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("\"ADA\"");
        assertThat(call(2, "session", "\"of \"").body()).isEqualTo("\"of s1\"");
    }

    @ParameterizedTest
    @CsvSource({"1, upper, Function not found.", "2, value, Function not found.", "2, toString, Function not found.", "99, upper, Component not found.",
        "-1, upper, Component not found."})
    void nothingElseIs(int id, String name, String message) throws Exception {
        var answer = call(id, name, "1");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"" + message + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "{\"component_id\":2,\"fn_name\":\"upper\"}", "{\"component_id\":\"2\",\"fn_name\":\"upper\",\"data\":1}",
        "{\"component_id\":2.5,\"fn_name\":\"upper\",\"data\":1}"})
    void theBodyNamesThem(String body) throws Exception {
        var answer = client.post(API + "component_server", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Invalid JSON body.\"}");
    }

    @Test
    void failuresSayWhatIsMeantForThePerson() throws Exception {
        assertThat(call(2, "refuse", "[]").body()).isEqualTo("{\"detail\":\"Not today\"}");
        assertThat(call(2, "break", "[]").statusCode()).isEqualTo(500);
        assertThat(call(2, "break", "[]").body()).isEqualTo("{\"detail\":\"The server function failed.\"}");
        assertThat(call(2, "upper", "{\"a\":[]}").statusCode()).isEqualTo(400);
    }

    @Test
    void otherSitesMayNotCall() throws Exception {
        assertThat(call(2, "upper", "\"ada\"", "Origin", "https://elsewhere.example").statusCode()).isEqualTo(403);
        assertThat(client.get(API + "component_server").statusCode()).isEqualTo(405);
    }

    @Test
    void aComponentsModuleIsAFileOfItsOwn() throws Exception {
        var found = Pattern.compile("\"2\":\\{\"html\":\"(gradio_api/script/[0-9a-f]+\\.js)\"").matcher(client.get("").body());
        assertThat(found.find()).isTrue();
        var module = client.get(found.group(1));
        assertThat(module.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
        assertThat(module.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(module.body()).isEqualTo("export default ({ value, label, visible }, $fill) => $fill`<b>${value}</b>`;\n");
        assertThat(client.get(API + "script/none.js").statusCode()).isEqualTo(404);
    }
}
