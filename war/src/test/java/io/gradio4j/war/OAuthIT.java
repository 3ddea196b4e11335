package io.gradio4j.war;

import static io.gradio4j.Gradio.profile;
import static io.gradio4j.Gradio.requiredProfile;
import static io.gradio4j.Gradio.requiredToken;
import static io.gradio4j.Gradio.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gradio4j.Blocks;
import io.gradio4j.OAuthProfile;
import io.gradio4j.OAuthToken;
import io.gradio4j.RunningApp;
import io.gradio4j.components.button.Button;
import io.gradio4j.components.textbox.Textbox;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in with an OpenID provider that runs beside the app. */
class OAuthIT {

    private static final String API = Caller.API;
    private static final String ISSUER = "test";
    private static final Map<String, String> SETTINGS = Map.of("OAUTH_CLIENT_ID", "gradio", "OAUTH_CLIENT_SECRET", "hush", "OAUTH_SCOPES",
            "openid profile email");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static MockOAuth2Server provider;
    private static RunningApp running;

    private final Visitor visitor = new Visitor(running.url());

    @BeforeAll
    static void start() {
        provider = new MockOAuth2Server();
        provider.start();
        SETTINGS.forEach(System::setProperty);
        System.setProperty("OPENID_PROVIDER_URL", provider.issuerUrl(ISSUER).toString());
        try {
            running = page().launch(options -> options.port(0));
        } finally {
            SETTINGS.keySet().forEach(System::clearProperty);
            System.clearProperty("OPENID_PROVIDER_URL");
        }
    }

    private static Blocks page() {
        var out = new Textbox("Out");
        var ask = new Button("Ask");
        ask.onClick().inputs(profile()).outputs(out).apiName("who").run(p -> p.map(OAuthProfile::username).orElse("nobody"));
        ask.onClick().inputs(requiredProfile()).outputs(out).apiName("me").run(p -> p.username() + " is " + p.name() + " " + p.claims().getString("email"));
        ask.onClick().inputs(token()).outputs(out).apiName("token").run(t -> t.map(OAuthToken::token).orElse("none"));
        ask.onClick().inputs(requiredToken()).outputs(out).apiName("act").run(t -> t.scope() + (t.token().length() > 100 ? " signed" : " " + t.token()));
        return Blocks.of(out, ask);
    }

    @AfterAll
    static void stop() {
        running.close();
        provider.shutdown();
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    private static void nextUser(long secondsToLive) {
        provider.enqueueCallback(new DefaultOAuth2TokenCallback(ISSUER, "id-1", "JWT", List.of("gradio"),
                Map.of("preferred_username", "ada", "name", "Ada Lovelace", "email", "ada@example.org", "picture", "https://example.org/ada.png"),
                secondsToLive));
    }

    private URI begin(String query) throws Exception {
        var answer = visitor.get("login/oidc" + query);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return URI.create(Visitor.location(answer));
    }

    /** What the provider sends a browser back with, as a path of the app. */
    private String atProvider(URI authorization) throws Exception {
        var answer = HTTP.send(HttpRequest.newBuilder(authorization).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        var back = Visitor.location(answer);
        assertThat(back).startsWith(running.url() + "login/callback?");
        return back.substring(running.url().toString().length());
    }

    private String signIn() throws Exception {
        var answer = visitor.get(atProvider(begin("")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(307);
        return Visitor.location(answer);
    }

    private void assertRefused(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(c -> c.startsWith("session-"));
        assertThat(visitor.run("who").body()).contains("nobody");
    }

    private static String parameter(URI url, String name) {
        return List.of(url.getRawQuery().split("&")).stream().filter(p -> p.startsWith(name + "=")).findFirst().orElseThrow()
                .substring(name.length() + 1);
    }

    @Test
    void requestToTheProviderCarriesWhatProtectsIt() throws Exception {
        var url = begin("");
        assertThat(url.toString()).startsWith(provider.authorizationEndpointUrl(ISSUER).toString());
        assertThat(parameter(url, "response_type")).isEqualTo("code");
        assertThat(parameter(url, "client_id")).isEqualTo("gradio");
        assertThat(parameter(url, "scope")).isEqualTo("openid+profile+email");
        assertThat(parameter(url, "code_challenge_method")).isEqualTo("S256");
        assertThat(parameter(url, "code_challenge")).hasSize(43);
        assertThat(parameter(url, "state")).hasSize(43).isNotEqualTo(parameter(url, "nonce"));
        assertThat(parameter(url, "redirect_uri")).isEqualTo(URLEncoder.encode(running.url() + "login/callback", StandardCharsets.UTF_8));
        assertThat(parameter(begin(""), "state")).isNotEqualTo(parameter(url, "state"));
    }

    @Test
    void signedInUserReachesHandlersAndSignsOut() throws Exception {
        assertThat(visitor.run("who").body()).contains("[\"nobody\"]");
        nextUser(3600);
        var answer = visitor.get(atProvider(URI.create(Visitor.location(visitor.get("login/huggingface?_target_url=/page?x=1")))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(307);
        assertThat(Visitor.location(answer)).isEqualTo("/page?x=1");
        assertThat(visitor.cookies().keySet()).allMatch(name -> name.startsWith("session-"));
        assertThat(visitor.cookies().values()).allMatch(value -> value.matches("[\\w-]{43}"));
        assertThat(visitor.run("who").body()).contains("[\"ada\"]");
        assertThat(visitor.run("me").body()).contains("[\"ada is Ada Lovelace ada@example.org\"]");
        assertThat(visitor.run("act").body()).contains("openid profile email signed");
        try (var page = visitor.app().socket("oauth-page", "", "Cookie", visitor.cookie())) {
            page.join("1", "who");
            assertThat(page.until("process_completed").getLast().toString()).contains("\"data\":[\"ada\"]");
        }
        var stolen = visitor.cookie();
        var out = visitor.get("logout?_target_url=/page");
        assertThat(out.statusCode()).isEqualTo(307);
        assertThat(Visitor.location(out)).isEqualTo("/page");
        assertThat(visitor.cookies()).isEmpty();
        assertThat(visitor.post(API + "run/who", "{\"data\":[]}", "Cookie", stolen).body()).contains("[\"nobody\"]");
    }

    @Test
    void userWithoutANameIsKnownByTheProvidersId() throws Exception {
        provider.enqueueCallback(new DefaultOAuth2TokenCallback(ISSUER, "id-2", "JWT", List.of("gradio"), Map.of(), 3600));
        assertThat(signIn()).isEqualTo("/");
        assertThat(visitor.run("who").body()).contains("[\"id-2\"]");
    }

    @Test
    void handlerThatNeedsAUserSaysSo() throws Exception {
        for (var endpoint : List.of("me", "act")) {
            var answer = visitor.run(endpoint);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("This action requires a logged in user. Please sign in and retry.");
        }
    }

    @Test
    void programsMaySendATokenThatABrowsersSignInWinsOver() throws Exception {
        var body = "{\"data\":[],\"oauth_token\":\"mine\"}";
        assertThat(visitor.post(API + "run/token", body).body()).contains("[\"mine\"]");
        assertThat(visitor.post(API + "run/act", body).body()).contains("[\" mine\"]");
        assertThat(visitor.post(API + "run/who", body).body()).contains("[\"nobody\"]");
        var started = Caller.json(visitor.post(API + "call/v2/token", "{\"oauth_token\":\"mine\"}").body()).asJsonObject();
        assertThat(visitor.get(API + "call/token/" + started.getString("event_id")).body()).isEqualTo("event: complete\ndata: [\"mine\"]\n\n");
        nextUser(3600);
        signIn();
        assertThat(visitor.post(API + "run/token", body).body()).doesNotContain("mine");
        var info = visitor.get(API + "info").body();
        assertThat(Caller.json(info).asJsonObject().getJsonObject("named_endpoints").getJsonObject("/token").getString("oauth_token"))
                .isEqualTo("optional");
        assertThat(Caller.json(info).asJsonObject().getJsonObject("named_endpoints").getJsonObject("/act").getString("oauth_token"))
                .isEqualTo("required");
        assertThat(Caller.json(info).asJsonObject().getJsonObject("named_endpoints").getJsonObject("/who")).doesNotContainKey("oauth_token");
    }

    @Test
    void wrongStateIsRefused() throws Exception {
        assertRefused(visitor.get(atProvider(begin("")).replaceFirst("state=[^&]*", "state=" + "x".repeat(43))));
    }

    @Test
    void answerWithoutStateIsRefused() throws Exception {
        assertRefused(visitor.get(atProvider(begin("")).replaceFirst("&?state=[^&]*", "")));
    }

    @Test
    void answerInAnotherBrowserIsRefused() throws Exception {
        var back = atProvider(begin(""));
        try (var other = new Visitor(running.url())) {
            assertThat(other.get(back).statusCode()).isEqualTo(400);
            other.get("login/oidc");
            assertThat(other.get(back).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void answerIsTakenOnce() throws Exception {
        var back = atProvider(begin(""));
        var attempt = visitor.cookie();
        assertThat(visitor.get(back).statusCode()).isEqualTo(307);
        visitor.cookies().clear();
        assertRefused(visitor.get(back, "Cookie", attempt));
    }

    @Test
    void codeThatWasUsedIsRefusedByTheProviderAndHere() throws Exception {
        var used = atProvider(begin(""));
        visitor.get(used);
        visitor.cookies().clear();
        var fresh = atProvider(begin(""));
        var code = parameter(URI.create("/?" + used.substring(used.indexOf('?') + 1)), "code");
        assertRefused(visitor.get(fresh.replaceFirst("code=[^&]*", "code=" + code)));
    }

    @Test
    void wrongNonceIsRefused() throws Exception {
        var url = begin("");
        assertRefused(visitor.get(atProvider(URI.create(url.toString().replace(parameter(url, "nonce"), "y".repeat(43))))));
    }

    @Test
    void wrongChallengeIsRefused() throws Exception {
        var url = begin("");
        assertRefused(visitor.get(atProvider(URI.create(url.toString().replace(parameter(url, "code_challenge"), "z".repeat(43))))));
    }

    @Test
    void tokenThatHasEndedIsRefused() throws Exception {
        provider.enqueueCallback(new DefaultOAuth2TokenCallback(ISSUER, "id-1", "JWT", List.of("gradio"),
                Map.of("exp", Date.from(Instant.now().minusSeconds(120))), 3600));
        assertRefused(visitor.get(atProvider(begin(""))));
    }

    @Test
    void tokenForAnotherAppIsRefused() throws Exception {
        provider.enqueueCallback(new DefaultOAuth2TokenCallback(ISSUER, "id-1", "JWT", List.of("another"), Map.of("aud", "another"), 3600));
        assertRefused(visitor.get(atProvider(begin(""))));
    }

    @Test
    void signInEndsWithTheToken() throws Exception {
        nextUser(3);
        signIn();
        assertThat(visitor.run("who").body()).contains("[\"ada\"]");
        await().until(() -> visitor.run("who").body().contains("[\"nobody\"]"));
        assertThat(visitor.run("me").body()).contains("This action requires a logged in user.");
    }

    @Test
    void refusalOfTheProviderIsTold() throws Exception {
        var state = parameter(begin(""), "state");
        var answer = visitor.get("login/callback?error=access_denied&state=" + state);
        assertRefused(answer);
        assertThat(answer.body()).contains("access_denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "//evil.example", "/\\evil.example", "/%2e%2e//evil.example", "/\t/evil.example", "javascript:alert(1)",
        "/logout", "/login/oidc", "/a//evil.example", "\\\\evil.example", "https:evil.example", "/@evil.example//x"})
    void nobodyIsSentAnywhereElse(String target) throws Exception {
        var query = "?_target_url=" + URLEncoder.encode(target, StandardCharsets.UTF_8);
        var answer = visitor.get(atProvider(begin(query)));
        assertThat(answer.statusCode()).isEqualTo(307);
        assertThat(Visitor.location(answer)).isEqualTo("/");
        assertThat(Visitor.location(visitor.get("logout" + query))).isEqualTo("/");
    }

    @Test
    void withoutATargetThePagesQueryIsKept() throws Exception {
        assertThat(Visitor.location(visitor.get(atProvider(begin("?__theme=dark"))))).isEqualTo("/?__theme=dark");
    }
}
