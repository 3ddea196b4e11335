package io.gradio4j.samples;

import static io.gradio4j.Gradio.eventData;
import static io.gradio4j.Gradio.progress;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.gradio4j.AppTester;
import io.gradio4j.Blocks;
import io.gradio4j.GradioException;
import io.gradio4j.Row;
import io.gradio4j.RunningApp;
import io.gradio4j.SelectData;
import io.gradio4j.State;
import io.gradio4j.Tab;
import io.gradio4j.Tabs;
import io.gradio4j.Toast;
import io.gradio4j.Updates;
import io.gradio4j.client.Client;
import io.gradio4j.client.ClientException;
import io.gradio4j.client.LogMessage;
import io.gradio4j.client.Result;
import io.gradio4j.components.browserstate.BrowserState;
import io.gradio4j.components.button.Button;
import io.gradio4j.components.button.ClearButton;
import io.gradio4j.components.file.File;
import io.gradio4j.components.fileexplorer.FileExplorer;
import io.gradio4j.components.html.HTML;
import io.gradio4j.components.markdown.Markdown;
import io.gradio4j.components.radio.Radio;
import io.gradio4j.components.remote.RemoteApp;
import io.gradio4j.components.slider.Slider;
import io.gradio4j.components.textbox.Textbox;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Apps of other servers as apps of this one. */
class RemoteAppTest {

    private static final List<String> PATIENCE = List.of("GRADIO_RECONNECT_GRACE", "GRADIO_HEARTBEAT_INTERVAL");

    private static RunningApp launch(Blocks app) {
        return app.launch(options -> options.port(0).quiet(true));
    }

    private static RemoteApp remote(RunningApp app) {
        return RemoteApp.of(app.url().toString());
    }

    private static JsonObject component(Client client, String type) {
        return client.config().getJsonArray("components").getValuesAs(JsonObject.class).stream().filter(c -> c.getString("type").equals(type)).findFirst().orElseThrow();
    }

    /** The app that is elsewhere. */
    private static Blocks greeter() {
        var name = new Textbox("Name").value("Ada");
        var times = new Slider(1, 10).label("Times").step(1);
        var greeting = new Textbox("Greeting");
        var status = new Textbox("Status");
        var greet = new Button("Greet");
        var page = Blocks.of(new Markdown("# Greeter"), new Tabs(new Tab("One", new Row(name, times), greet, new ClearButton(name, greeting), greeting, status)))
                .title("Greeter").css("body { display: none }").head("<meta name='x'>").js("() => alert(1)");
        var said = greet.onClick().inputs(name, times).outputs(greeting).apiName("greet").run((n, t) -> {
            if (n.equals("nobody")) {
                throw new GradioException("There is nobody").title("Sorry").duration(3);
            }
            Toast.success("Greeted " + n);
            return "Hello, " + n + "!".repeat(t.intValue());
        });
        said.then().outputs(status, times).run(() -> Updates.of(status, "done").and(new Slider(1, 5).as(times)));
        page.onLoad().outputs(status).run(() -> "loaded");
        return page;
    }

    @Test
    void pageWorksAsTheOtherOne() {
        try (var other = launch(greeter()); var app = AppTester.of(remote(other).app())) {
            assertThat(app.value("Name")).hasToString("\"Ada\"");
            assertThat(app.value("Status")).hasToString("\"loaded\"");

            app.set("Times", 3).click("Greet");

            assertThat(app.value("Greeting")).hasToString("\"Hello, Ada!!!\"");
            assertThat(app.value("Status")).hasToString("\"done\"");
            assertThat(app.property("Times", "maximum")).hasToString("5");
            assertThat(app.messages()).containsExactly("Greeted Ada");

            app.set("Name", "nobody").click("Greet");
            assertThat(app.messages()).last().isEqualTo("There is nobody");
        }
    }

    @Test
    void codeOfTheOtherAppIsLeftOutButForDataThatClears() {
        try (var other = launch(greeter()); var app = launch(remote(other).app()); var client = Client.connect(app.url().toString())) {
            var config = client.config();
            assertThat(config.getString("title")).isEqualTo("Greeter");
            assertThat(config).containsEntry("css", JsonValue.NULL).containsEntry("head", JsonValue.NULL).containsEntry("js", JsonValue.NULL);
            assertThat(component(client, "markdown").getJsonObject("props").getBoolean("sanitize_html")).isTrue();
            assertThat(config.getJsonArray("dependencies").getValuesAs(JsonObject.class)).extracting(d -> d.get("js")).filteredOn(js -> js != JsonValue.NULL)
                    .containsExactly(Json.createValue("() => [null,null]"));
        }
    }

    @Test
    void endpointsAreTheSame() {
        try (var other = launch(greeter()); var app = launch(remote(other).app());
                var there = Client.connect(other.url().toString()); var here = Client.connect(app.url().toString())) {
            assertThat(here.viewApi().endpoints()).isEqualTo(there.viewApi().endpoints());
            var job = here.submit("/greet", "Bob", 2);
            assertThat(job.result().as(String.class)).isEqualTo("Hello, Bob!!");
            assertThat(job.logs()).extracting(LogMessage::text, LogMessage::level).containsExactly(tuple("Greeted Bob", LogMessage.Level.SUCCESS));
            assertThatThrownBy(() -> here.predict("/greet", "nobody")).isInstanceOfSatisfying(ClientException.Failed.class,
                    e -> assertThat(e.title()).isEqualTo("Sorry"));
        }
    }

    @Test
    void streamsProgressAndCancellingPassThrough() {
        var words = new Textbox("Words");
        var said = new Textbox("Said");
        var ended = new AtomicInteger();
        var page = Blocks.of(words, said);
        words.onSubmit().inputs(words).outputs(said).apiName("spell").stream(text -> Stream.of(text.split(" ")));
        words.onChange().inputs(words, progress()).outputs(said).apiName("hold").run((text, progress) -> {
            progress.report(0.5, "half");
            try {
                Thread.sleep(60_000);
            } finally {
                ended.incrementAndGet();
            }
            return "never";
        });
        try (var other = launch(page); var app = launch(remote(other).app()); var client = Client.connect(app.url().toString())) {
            assertThat(client.submit("/spell", "one two three").stream()).extracting(Result::toString).containsExactly("one", "two", "three");

            var job = client.submit("/hold", "x");
            await().untilAsserted(() -> assertThat(job.status().progress()).isNotEmpty());
            assertThat(job.status().progress().getFirst().desc()).isEqualTo("half");
            job.cancel();
            await().untilAsserted(() -> assertThat(ended).hasValue(1));
        }
    }

    @Test
    void filesPassThroughBothWays(@TempDir Path folder) throws IOException {
        var given = File.asPath("Given");
        var made = File.asPath("Made").value(Files.writeString(folder.resolve("first.txt"), "first"));
        var page = Blocks.of(given, made);
        given.onUpload().inputs(given).outputs(made).apiName("shout").run(path -> Files.writeString(folder.resolve("loud.txt"), Files.readString(path).toUpperCase()));
        var note = Files.writeString(folder.resolve("note.txt"), "quiet");
        try (var other = launch(page); var app = launch(remote(other).app()); var client = Client.connect(app.url().toString())) {
            var first = client.files(client.config().getJsonArray("components")).stream().filter(file -> file.name().equals("first.txt")).findFirst().orElseThrow();
            assertThat(first.json().getString("url")).startsWith(app.url().toString());
            assertThat(first.download(folder.resolve("down"))).hasContent("first");

            var loud = client.predict("/shout", note).file(0);
            assertThat(loud.name()).isEqualTo("loud.txt");
            assertThat(loud.download(folder.resolve("down"))).hasContent("QUIET");
        }
    }

    @Test
    void eachPageIsASessionOfTheOtherAppWhichEndsWithIt() {
        var count = State.of(AtomicInteger::new);
        var shown = new Textbox("Count");
        var more = new Button("More");
        var left = new CopyOnWriteArrayList<Integer>();
        var page = Blocks.of(shown, more);
        more.onClick().inputs(count).outputs(count, shown).apiName("more").run(n -> Updates.of(count, n).and(shown, String.valueOf(n.incrementAndGet())));
        page.onUnload().run(() -> {
            left.add(1);
        });
        PATIENCE.forEach(name -> System.setProperty(name, "0.2"));
        try (var other = launch(page); var app = launch(remote(other).app()); var second = Client.connect(app.url().toString())) {
            try (var first = Client.connect(app.url().toString())) {
                assertThat(first.predict("/more").as(String.class)).isEqualTo("1");
                assertThat(first.predict("/more").as(String.class)).isEqualTo("2");
                assertThat(second.predict("/more").as(String.class)).isEqualTo("1");
                assertThat(left).isEmpty();
            }
            await().untilAsserted(() -> assertThat(left).hasSize(1));
            assertThat(second.predict("/more").as(String.class)).isEqualTo("2");
        } finally {
            PATIENCE.forEach(System::clearProperty);
        }
    }

    @Test
    void eventsCarryWhatHappened() {
        var colour = Radio.of("red", "blue").label("Colour");
        var chosen = new Textbox("Chosen");
        colour.onSelect().inputs(eventData(SelectData.class)).outputs(chosen).run(data -> data.text() + " is number " + data.index().getFirst());
        try (var other = launch(Blocks.of(colour, chosen)); var app = AppTester.of(remote(other).app())) {
            app.fire("Colour", "select", Json.createObjectBuilder().add("index", 1).add("value", "blue").build());
            assertThat(app.value("Chosen")).hasToString("\"blue is number 1\"");
        }
    }

    @Test
    void whatIsNotShownHereSaysSoAndStaysAnInput(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.txt"), "a");
        var box = new Textbox("Box");
        var out = new Textbox("Out");
        var kept = BrowserState.of("first").storageKey("kept");
        var html = new HTML("text").htmlTemplate("<b>${value}</b>").jsOnLoad("alert(1)");
        box.onSubmit().inputs(box, kept).outputs(out).apiName("join").run((a, b) -> a + b);
        box.onSubmit().js("() => alert(1)");
        var files = FileExplorer.asPaths("Files").rootDir(folder);
        files.onChange().inputs(files).outputs(out).apiName("count").run(all -> String.valueOf(all.size()));
        try (var other = launch(Blocks.of(box, out, kept, html, files));
                var app = launch(remote(other).app()); var client = Client.connect(app.url().toString())) {
            assertThat(client.predict("/join", "x", null).as(String.class)).isEqualTo("xfirst");
            assertThat(client.predict("/count", List.of(List.of("a.txt"))).as(String.class)).isEqualTo("1");
            assertThat(component(client, "html").getJsonObject("props")).doesNotContainKeys("html_template", "js_on_load").containsEntry("sanitize_html", JsonValue.TRUE);
            assertThat(component(client, "markdown").getJsonObject("props").getString("value")).contains("`fileexplorer`");
            assertThat(client.config().getJsonArray("components").getValuesAs(JsonObject.class)).extracting(c -> c.getString("type"))
                    .doesNotContain("fileexplorer", "browserstate");
        }
    }

    @Test
    void pagesBeyondTheFirstComeToo() {
        var box = new Textbox("Box");
        var echo = new Textbox("Echo");
        box.onSubmit().inputs(box).outputs(echo).apiName("echo").run(text -> text);
        var more = Blocks.of(box, echo);
        more.onLoad().outputs(echo).apiName("begin").run(() -> "begun");
        try (var other = launch(Blocks.of(new Markdown("Home")).route("More", more)); var app = launch(remote(other).app());
                var client = Client.connect(app.url().toString())) {
            assertThat(client.config().getJsonArray("pages")).hasSize(2);
            assertThat(client.config().getJsonObject("page").getJsonObject("more").getJsonArray("dependencies")).hasSize(2);
            assertThat(client.predict("/echo", "x").as(String.class)).isEqualTo("x");
        }
    }

    @Test
    void serverThatIsGoneIsNamed() {
        var other = launch(greeter());
        try (var app = AppTester.of(remote(other).app())) {
            other.close();
            app.click("Greet");
            assertThat(app.messages()).last().asString().startsWith("The app at 127.0.0.1:" + other.url().getPort() + ": ");
            assertThatThrownBy(() -> remote(other).app()).isInstanceOf(ClientException.ConnectionLost.class);
        }
    }

    @Test
    void documentOfNoGoodIntentIsHarmless() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var config = """
                {"version": "6.25.0", "protocol": "sse_v3", "api_prefix": "/gradio_api", "title": "x", "layout": {"id": 0, "children": [{"id": 1}, {"id": 1},
                {"id": 2}, {"id": 3, "children": [{"id": 4}]}, {"id": 99}, {"id": 5}, 7]}, "pages": [["", "Home", true], ["../up", "Up", true], 3],
                "components": [{"id": 1, "type": "textbox", "props": {"label": "A", "server_fns": ["x"], "value": {"path": "http://169.254.169.254/", "meta": {"_type": "gradio.FileData"}},
                "info": {"path": "/etc/passwd", "url": "http://evil.example/", "meta": {"_type": "gradio.FileData"}}, "a-b": 1}},
                {"id": 2, "type": "chatbot", "props": {"sanitize_html": false, "value": [{"role": "assistant", "content": [{"component": "html",
                "props": {"sanitize_html": false, "js_on_load": "alert(1)"}}]}]}}, {"id": 3, "type": "evil\\"><script>", "props": {}},
                {"id": 4, "type": "button", "props": {"value": "B"}},
                {"id": 5, "type": "file", "props": {"value": {"path": "gone.txt", "meta": {"_type": "gradio.FileData"}}}}],
                "dependencies": [{"id": 0, "targets": [[4, "click"]], "inputs": [1, 77], "outputs": [1, 88], "backend_fn": true, "trigger_after": 0},
                {"id": 1, "targets": [[4, "on click"]], "inputs": [], "outputs": [], "backend_fn": true, "cancels": [0, 55]},
                {"id": 2, "targets": [[4, "click"]], "inputs": [], "outputs": [1], "backend_fn": false, "js": "() => [alert(1)]"}]}
                """;
        answer(server, "/config", 200, config);
        answer(server, "/gradio_api/info", 200, "{\"named_endpoints\": {}}");
        server.start();
        try (var app = launch(RemoteApp.of("http://127.0.0.1:" + server.getAddress().getPort()).app()); var client = Client.connect(app.url().toString())) {
            var text = client.config().toString();
            assertThat(text).doesNotContain("evil.example", "169.254", "/etc/", "js_on_load", "alert", "server_fns", "a-b", "\"sanitize_html\":false", "../up");
            assertThat(component(client, "textbox").getJsonObject("props").get("value")).isEqualTo(JsonValue.NULL);
            assertThat(component(client, "file").getJsonObject("props").get("value")).isEqualTo(JsonValue.NULL);
        } finally {
            server.stop(0);
        }
    }

    private static List<String> answer(HttpServer server, String path, int status, String text) {
        var bodies = new CopyOnWriteArrayList<String>();
        server.createContext(path, exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        return bodies;
    }

    @Test
    void listenerThatWantsToSeeAComponentGetsItsProperties() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer(server, "/config", 200, """
                {"version": "6.25.0", "protocol": "sse_v3", "api_prefix": "/gradio_api", "layout": {"id": 0, "children": [{"id": 1}]},
                "components": [{"id": 1, "type": "textbox", "props": {"label": "A", "max_lines": 3, "name": "textbox"}}],
                "dependencies": [{"id": 0, "targets": [[1, "submit"]], "inputs": [1], "outputs": [], "backend_fn": true, "component_prop_inputs": [0]}]}
                """);
        answer(server, "/gradio_api/info", 200, "{\"named_endpoints\": {}}");
        var calls = answer(server, "/gradio_api/queue/join", 503, "{\"detail\": \"full\"}");
        server.start();
        try (var app = AppTester.of(RemoteApp.of("http://127.0.0.1:" + server.getAddress().getPort()).app())) {
            app.set("A", "text").submit("A");
            assertThat(app.messages()).last().isEqualTo("The app at 127.0.0.1:" + server.getAddress().getPort() + ": full");
        } finally {
            server.stop(0);
        }
        try (var reader = Json.createReader(new StringReader(calls.getFirst()))) {
            assertThat(reader.readObject().getJsonArray("data").getJsonObject(0)).containsEntry("value", Json.createValue("text"))
                    .containsEntry("max_lines", Json.createValue(3)).containsEntry("label", Json.createValue("A"));
        }
    }

    @Test
    void addressesAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> RemoteApp.of("file:///etc").app()).withMessageContaining("'file:///etc'");
        assertThatIllegalArgumentException().isThrownBy(() -> RemoteApp.space("no-owner")).withMessageContaining("'no-owner'");
    }
}
