package io.gradio4j.war.security;

import static io.gradio4j.war.Caller.API;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Rule 3: a browser is sent to named routes of our own, nowhere else. */
public interface Rule03Redirects extends Fortress {

    private void assertStays(RawHttp.Answer answer) {
        var target = answer.header("Location");
        assertThat(target).as(answer.text()).doesNotContainIgnoringCase("evil");
        if (!target.isEmpty()) {
            var path = target.startsWith(app().origin() + "/") ? target.substring(app().origin().length()) : target;
            assertThat(path).startsWith("/").doesNotStartWith("//").doesNotStartWith("/\\").doesNotContain("\r", "\n");
        }
        assertThat(answer.header("Set-Cookie")).doesNotContain("x=y");
        assertThat(answer.header("Refresh")).isEmpty();
    }

    /** Whatever a query asks for, in any of the names that are usual for it. */
    @TestFactory
    default Stream<DynamicTest> queryDoesNotSayWhereTo() {
        return Corpus.foreignTargets().map(target -> DynamicTest.dynamicTest(Corpus.bare(target), () -> {
            var encoded = URLEncoder.encode(target, StandardCharsets.UTF_8);
            for (var route : List.of("logout", "login/oidc", "login/huggingface", "login/callback", "")) {
                for (var name : List.of("_target_url", "target", "next", "url", "redirect", "return_to", "continue")) {
                    assertStays(RawHttp.get(app(), route + "?" + name + "=" + encoded));
                }
            }
        }));
    }

    /** Whatever stands behind the app's path. */
    @TestFactory
    default Stream<DynamicTest> pathDoesNotSayWhereTo() {
        return Corpus.foreignTargets().map(target -> DynamicTest.dynamicTest(Corpus.bare(target), () -> {
            var bare = Corpus.bare(target);
            var below = app().base().getPath();
            for (var path : List.of(bare, bare + "/", bare + "/..", API + bare, bare + "/../" + API + "config")) {
                assertStays(RawHttp.get(app(), below + path));
            }
            // Beside the app it is the server that answers.
            for (var path : List.of(bare, "/" + bare, "//" + bare)) {
                assertThat(RawHttp.get(app(), path).header("Location")).doesNotContainIgnoringCase("evil");
            }
        }));
    }

    @Test
    default void hostOfTheRequestIsNotBelieved() throws Exception {
        for (var lines : new String[][] {{"X-Forwarded-Host: evil.example"}, {"X-Forwarded-Server: evil.example"}, {"Forwarded: host=evil.example"},
            {"X-Host: evil.example"}, {"X-Original-URL: //evil.example"}, {"X-Rewrite-URL: //evil.example"}, {"X-Forwarded-Prefix: //evil.example"},
            {"X-Forwarded-Proto: javascript", "X-Forwarded-Host: evil.example"}}) {
            assertStays(RawHttp.get(app(), "logout", lines));
            assertThat(RawHttp.get(app(), "config", lines).text()).doesNotContain("evil.example");
            assertThat(RawHttp.get(app(), "", lines).text()).doesNotContain("evil.example");
        }
    }
}
