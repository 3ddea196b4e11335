package io.gradio4j.impl.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/page", "/a/b-c_d", "/?x=1&y=2", "/page?x=1#there", "/page?next=https%3A%2F%2Fexample.org", "/page?q=a:b@c", "/~x",
        "/page/", "/loginx"})
    void pagesOfTheAppAreKept(String target) {
        assertThat(Targets.checked(target)).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "page", "?x=1", "#x", "//evil.example", "///evil.example", "////evil.example", "/\\evil.example",
        "\\\\evil.example", "\\/evil.example", "/\\/evil.example", "https://evil.example", "http:evil.example", "https:/evil.example",
        "HTTPS://evil.example", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
        "/\t/evil.example", "/\n/evil.example", "\t//evil.example", " //evil.example", " https://evil.example", "/\r\nLocation: https://evil.example",
        "/ /evil.example", "/.//evil.example", "/..//evil.example", "/../x", "/a/../../x", "/a/./b", "/%2e%2e/x", "/%2E%2E/x", "/%2f/evil.example",
        "/%2Fevil.example", "/%5cevil.example", "/%5Cevil.example", "/%252fevil.example", "/a//evil.example", "/@evil.example:80//x",
        "//evil.example/%2f..", "//user@evil.example", "/page\u0000", "/\u2028/evil.example", "/\u3002evil.example", "/\uFF0Fevil.example", "/%zz", "/page[",
        "/login/oidc", "/login/huggingface?_target_url=/", "/LOGIN/oidc", "/logout", "/login", "/gradio_api/token", "/logout?all_session=true",
        "/logout/"})
    void everythingElseBecomesTheRoot(String target) {
        assertThat(Targets.checked(target)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(ints = {2_001, 100_000})
    void tooLongOnesBecomeTheRoot(int length) {
        assertThat(Targets.checked("/" + "x".repeat(length - 1))).isEqualTo("/");
    }
}
