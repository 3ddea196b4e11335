package io.gradio4j.war;

import static io.gradio4j.Gradio.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gradio4j.ApiVisibility;
import io.gradio4j.Blocks;
import io.gradio4j.LaunchOptions;
import io.gradio4j.Request;
import io.gradio4j.RunningApp;
import io.gradio4j.components.button.Button;
import io.gradio4j.components.textbox.Textbox;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An app that asks for a login, on the embedded server. */
class AuthIT {

    private static final String API = Caller.API;
    private static final String REFUSED = "{\"detail\":{\"error\":\"Not authenticated\",\"auth_message\":\"hi <b>there</b>\"}}";
    private static RunningApp running;

    private final Visitor anonymous = new Visitor(running.url());
    private final Visitor ada = new Visitor(running.url());
    private final Visitor bob = new Visitor(running.url());

    static Blocks page() {
        var who = new Textbox("Who");
        var secret = new Textbox("Secret");
        var ask = new Button("Ask");
        ask.onClick().inputs(request()).outputs(who).apiName("who").run(Request::username);
        ask.onClick().outputs(secret).apiName("secret").rolesAllowed("admin").run(() -> "42");
        ask.onClick().outputs(secret).apiName("own").apiVisibility(ApiVisibility.PRIVATE).run(() -> "own");
        return Blocks.of(who, secret, ask).title("Hidden");
    }

    static RunningApp launch(Consumer<LaunchOptions> options) {
        System.setProperty("GRADIO_HEARTBEAT_INTERVAL", "0.5");
        System.setProperty("GRADIO_TRUSTED_PROXIES", "127.0.0.1");
        try {
            return page().launch(options.andThen(o -> o.port(0)));
        } finally {
            System.clearProperty("GRADIO_HEARTBEAT_INTERVAL");
            System.clearProperty("GRADIO_TRUSTED_PROXIES");
        }
    }

    @BeforeAll
    static void start() {
        running = launch(options -> options.auth("ada", "pw").auth("bob", "pw").authMessage("hi <b>there</b>")
                .roles(user -> user.equals("ada") ? Set.of("admin") : Set.of()));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @BeforeEach
    void login() throws Exception {
        assertThat(ada.login("ada", "pw").body()).isEqualTo("{\"success\":true}");
        assertThat(bob.login(" bob ", "pw").statusCode()).isEqualTo(200);
    }

    @AfterEach
    void leave() {
        List.of(anonymous, ada, bob).forEach(Visitor::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"config", "config/", "gradio_api/info", "gradio_api/openapi.json", "gradio_api/login_check", "gradio_api/queue/status", "manifest.json",
        "gradio_api/queue/data?session_hash=x", "gradio_api/call/who/x", "gradio_api/file=x", "gradio_api/stream/x/1/1/playlist.m3u8", "gradio_api/app.js", "gradio_api/heartbeat/x", "monitoring",
        "monitoring/summary", "gradio_api/upload_progress?upload_id=x", "gradio_api/mcp/", "any/other"})
    void routesThatReadAreClosedToTheUnknown(String path) throws Exception {
        var answer = anonymous.get(path);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(REFUSED);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"queue/join", "run/who", "api/who", "call/who", "call/v2/who", "upload", "component_server", "cancel", "reset", "stream/x"})
    void routesThatDoSomethingAreClosedToTheUnknown(String path) throws Exception {
        var answer = anonymous.post(API + path, "{\"data\":[],\"fn_index\":0,\"session_hash\":\"x\",\"event_id\":\"x\"}");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"theme.css", "gradio_api/theme.css", "favicon.ico", "robots.txt", "gradio_api/app_id", "gradio_api/startup-events"})
    void whatTellsNothingOfTheAppIsOpen(String path) throws Exception {
        assertThat(anonymous.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void unknownVisitorSeesAPageWithoutAnythingOfTheApp() throws Exception {
        var page = anonymous.get("");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(page.body()).doesNotContain("Hidden", "secret", "textbox", "importmap", "<b>");
        var start = page.body().indexOf("id=\"gradio-config\">") + "id=\"gradio-config\">".length();
        var config = Caller.json(page.body().substring(start, page.body().indexOf("</script>", start))).asJsonObject();
        assertThat(config.keySet()).containsExactly("auth_required", "auth_message", "space_id", "root", "page", "pages", "components",
                "dependencies", "current_page");
        assertThat(config.getBoolean("auth_required")).isTrue();
        assertThat(config.getString("auth_message")).isEqualTo("hi <b>there</b>");
        assertThat(config.getJsonArray("components")).isEmpty();
        for (var script : page.body().split("src=\"")) {
            if (script.startsWith("./")) {
                assertThat(anonymous.get(script.substring(2, script.indexOf('"'))).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void knownVisitorSeesTheApp() throws Exception {
        assertThat(ada.get("").body()).contains("<title>Hidden</title>").contains("\"username\":\"ada\"");
        assertThat(Caller.object(ada.get("config")).getString("username")).isEqualTo("ada");
        assertThat(ada.get(API + "login_check").body()).isEqualTo("null");
        assertThat(ada.get(API + "user").body()).isEqualTo("\"ada\"");
        assertThat(ada.get(API + "user/").body()).isEqualTo("\"ada\"");
        assertThat(anonymous.get(API + "user").body()).isEqualTo("null");
        assertThat(anonymous.get(API + "token").body()).isEqualTo("{\"token\":null,\"user\":null}");
    }

    @Test
    void tokenIsToldToProgramsButNotToScripts() throws Exception {
        var token = ada.cookies().values().iterator().next();
        assertThat(ada.get(API + "token").body()).isEqualTo("{\"token\":\"" + token + "\",\"user\":\"ada\"}");
        assertThat(ada.get(API + "token", "Sec-Fetch-Site", "same-origin").body()).isEqualTo("{\"token\":null,\"user\":\"ada\"}");
    }

    @Test
    void cookieIsSecureBehindHttps() throws Exception {
        var plain = anonymous.login("ada", "pw").headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(plain).matches("access-token-unsecure-[\\w-]{43}=[\\w-]{43}; HttpOnly; Path=/; SameSite=Lax");
        var secure = anonymous.login("ada", "pw", "X-Forwarded-Proto", "https").headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(secure).matches("access-token-[\\w-]{43}=[\\w-]{43}; HttpOnly; Path=/; SameSite=Lax; Secure");
    }

    @Test
    void wrongLoginIsRefused() throws Exception {
        var answer = anonymous.login("ada", "no");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"detail\":\"Incorrect credentials.\"}");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(anonymous.login("ada", " pw").statusCode()).isEqualTo(400);
        var incomplete = anonymous.app().send("POST", "login", java.net.http.HttpRequest.BodyPublishers.ofString("username=ada"), "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(incomplete.statusCode()).isEqualTo(422);
        assertThat(incomplete.body()).contains("\"loc\":[\"body\",\"password\"]");
        assertThat(anonymous.app().send("POST", "login?username=ada&password=pw", java.net.http.HttpRequest.BodyPublishers.noBody(), "Content-Type",
                "application/x-www-form-urlencoded").statusCode()).isEqualTo(422);
        assertThat(anonymous.login("ada", "x".repeat(20_000)).statusCode()).isEqualTo(413);
        assertThat(anonymous.get("login").statusCode()).isEqualTo(405);
        ada.login("ada", "pw");
    }

    @Test
    void otherSitesCanNeitherLogInNorOut() throws Exception {
        assertThat(anonymous.login("ada", "pw", "Origin", "https://evil.example").statusCode()).isEqualTo(403);
        assertThat(anonymous.login("ada", "pw", "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
        assertThat(anonymous.login("ada", "pw", "Origin", "null").statusCode()).isEqualTo(403);
        assertThat(ada.get("logout", "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
        assertThat(ada.get(API + "login_check").statusCode()).isEqualTo(200);
    }

    @Test
    void guessingIsAnsweredWith429() throws Exception {
        for (var i = 0; i < 6; i++) {
            assertThat(anonymous.login("mallory", "guess" + i).statusCode()).isEqualTo(400);
        }
        var answer = anonymous.login("mallory", "guess");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.body()).contains("Please try again in 1 s.");
        assertThat(anonymous.login("ada", "pw").statusCode()).isEqualTo(200);
    }

    @Test
    void logoutEndsAllLoginsOfTheUserOrOnlyThisOne() throws Exception {
        var second = new Visitor(running.url());
        second.login("ada", "pw");
        var third = new Visitor(running.url());
        third.login("ada", "pw");
        var stolen = third.cookie();
        var answer = third.get("logout?all_session=false&_target_url=https://evil.example");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Visitor.location(answer)).isEqualTo("/");
        assertThat(third.cookies()).isEmpty();
        assertThat(anonymous.get("config", "Cookie", stolen).statusCode()).isEqualTo(401);
        assertThat(second.get("config").statusCode()).isEqualTo(200);
        second.get("logout");
        assertThat(ada.get("config").statusCode()).isEqualTo(401);
        assertThat(bob.get("config").statusCode()).isEqualTo(200);
        second.close();
        third.close();
    }

    @Test
    void handlerKnowsTheUserOnEveryTransport() throws Exception {
        assertThat(ada.run("who").body()).contains("\"data\":[\"ada\"]");
        assertThat(ada.post(API + "call/who", "{\"data\":[],\"session_hash\":\"call-ada\"}").statusCode()).isEqualTo(200);
        assertThat(ada.get(API + "queue/data?session_hash=call-ada").body()).contains("\"data\":[\"ada\"]");
        try (var page = ada.app().socket("page-ada", "", "Cookie", ada.cookie())) {
            page.send("{\"type\":\"join\",\"id\":\"1\",\"fn_index\":0,\"data\":[]}");
            assertThat(page.until("process_completed").getLast().toString()).contains("\"data\":[\"ada\"]");
        }
    }

    @Test
    void roleIsNeededOnEveryTransport() throws Exception {
        assertThat(ada.run("secret").body()).contains("\"data\":[\"42\"]");
        var refusal = "The endpoint 'secret' is only for users with the role 'admin'.";
        for (var path : List.of("run/secret", "api/secret", "call/secret", "call/v2/secret")) {
            var answer = bob.post(API + path, path.contains("v2") ? "{}" : "{\"data\":[]}");
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body()).isEqualTo("{\"detail\":\"" + refusal + "\"}");
        }
        assertThat(bob.post(API + "queue/join", "{\"data\":[],\"fn_index\":1,\"session_hash\":\"b\"}").statusCode()).isEqualTo(403);
        try (var page = bob.app().socket("page-bob", "", "Cookie", bob.cookie())) {
            page.send("{\"type\":\"join\",\"id\":\"1\",\"fn_index\":1,\"data\":[]}");
            var rejected = page.until("rejected").getLast();
            assertThat(rejected.getInt("status")).isEqualTo(403);
            assertThat(rejected.getString("detail")).isEqualTo(refusal);
        }
    }

    @Test
    void privateEndpointStaysPrivateForTheLoggedIn() throws Exception {
        assertThat(ada.run("own").statusCode()).isEqualTo(403);
        assertThat(ada.post(API + "queue/join", "{\"data\":[],\"fn_index\":2,\"session_hash\":\"p\"}").statusCode()).isEqualTo(403);
    }

    @Test
    void sessionOfAUserIsClosedToOthers() throws Exception {
        ada.post(API + "queue/join", "{\"data\":[],\"fn_index\":0,\"session_hash\":\"mine\"}");
        assertThat(bob.get(API + "queue/data?session_hash=mine").statusCode()).isEqualTo(403);
        assertThat(bob.get(API + "heartbeat/mine").statusCode()).isEqualTo(403);
        assertThat(bob.post(API + "queue/join", "{\"data\":[],\"fn_index\":0,\"session_hash\":\"mine\"}").statusCode()).isEqualTo(403);
        assertThat(bob.post(API + "cancel", "{\"session_hash\":\"mine\",\"fn_index\":0,\"event_id\":\"x\"}").statusCode()).isEqualTo(403);
        assertThat(bob.app().socket("mine", "", "Cookie", bob.cookie()).closed()).isEqualTo(1008);
        var call = Caller.object(ada.post(API + "call/who", "{\"data\":[]}")).getString("event_id");
        assertThat(bob.get(API + "call/who/" + call).statusCode()).isEqualTo(403);
        assertThat(ada.get(API + "call/who/" + call).body()).contains("event: complete");
    }

    @Test
    void socketOfTheUnknownIsClosed() throws Exception {
        assertThat(anonymous.app().socket("x", "").closed()).isEqualTo(1008);
    }

    @Test
    void socketIsClosedSoonAfterTheLogout() throws Exception {
        var page = bob.app().socket("leaving", "", "Cookie", bob.cookie());
        page.until("connected");
        bob.get("logout");
        await().until(() -> page.closed() == 1008);
    }

    @Test
    void stockClientLogsInAndCalls() throws Exception {
        var script = """
                import { Client } from '@gradio/client';
                const client = await Client.connect(process.env.APP, { auth: ['ada', 'pw'], events: ['data'] });
                console.log(JSON.stringify((await client.predict('/who', [])).data));
                const wrong = await Client.connect(process.env.APP, { auth: ['ada', 'no'] }).then(() => 'in', () => 'out');
                console.log(wrong);
                process.exit(0);
                """;
        var builder = new ProcessBuilder("node", "--input-type=module", "-e", script).directory(Path.of("..").toFile()).redirectErrorStream(true);
        builder.environment().put("APP", running.url().toString());
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output.lines()).contains("[\"ada\"]", "out");
    }

    @Test
    void ownFunctionKnowsUsersByARequest() throws Exception {
        try (var app = launch(options -> options.authenticate(request -> request.header("X-User"))); var visitor = new Visitor(app.url())) {
            assertThat(visitor.get("").statusCode()).isEqualTo(401);
            assertThat(visitor.get("").body()).isEqualTo("{\"detail\":{\"error\":\"Not authenticated\",\"auth_message\":null}}");
            assertThat(visitor.get("", "X-User", "eve").body()).contains("\"username\":\"eve\"");
            assertThat(visitor.post(API + "run/who", "{\"data\":[]}", "X-User", "eve").body()).contains("\"data\":[\"eve\"]");
            assertThat(visitor.app().socket("x", "").closed()).isEqualTo(1008);
            try (var page = visitor.app().socket("y", "", "X-User", "eve")) {
                page.send("{\"type\":\"join\",\"id\":\"1\",\"fn_index\":0,\"data\":[]}");
                assertThat(page.until("process_completed").getLast().toString()).contains("\"data\":[\"eve\"]");
            }
            var login = visitor.login("eve", "pw");
            assertThat(login.statusCode()).isEqualTo(302);
            assertThat(Visitor.location(login)).isEqualTo("/");
        }
    }

    @Test
    void withoutALoginRolesAreHeldByNobody() throws Exception {
        try (var app = launch(options -> { }); var visitor = new Visitor(app.url())) {
            assertThat(visitor.run("who").body()).contains("\"data\":[\"\"]");
            assertThat(visitor.run("secret").statusCode()).isEqualTo(403);
            assertThat(visitor.get("login/oidc").statusCode()).isEqualTo(404);
            assertThat(visitor.get("login/callback?code=x&state=y").statusCode()).isEqualTo(404);
        }
    }
}
