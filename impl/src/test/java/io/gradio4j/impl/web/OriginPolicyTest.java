package io.gradio4j.impl.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.impl.web.OriginPolicy.Claim;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginPolicyTest {

    private static final OriginPolicy OWN_ONLY = new OriginPolicy(Optional.empty(), List.of());

    private static Claim claim(String origin, String host, String site) {
        return new Claim(Optional.ofNullable(origin), host, Optional.ofNullable(site));
    }

    private static boolean allows(String origin, String host) {
        return OWN_ONLY.allows(claim(origin, host, null));
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:7860, localhost:7860",
        "http://example.org, example.org",
        "http://example.org:80, example.org",
        "http://example.org, example.org:80",
        "https://example.org, example.org",
        "https://example.org:443, example.org",
        "https://example.org, example.org:443",
        "https://example.org:8443, example.org:8443",
        "HTTP://EXAMPLE.org, example.ORG",
        "http://127.0.0.1:7860, 127.0.0.1:7860",
        "http://[::1]:7860, [::1]:7860",
        "http://[::1], [::1]",
        "https://[2001:db8::80]:443, [2001:db8::80]",
        "http://my_app:7860, my_app:7860"
    })
    void ourOwnPagesMayChangeThings(String origin, String host) {
        assertThat(allows(origin, host)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://evil.org, example.org",
        "http://example.org:7861, example.org:7860",
        "http://example.org, example.org:7860",
        "http://example.org:7860, example.org",
        "https://example.org, example.org:80",
        "http://example.org, example.org:443",
        "http://sub.example.org, example.org",
        "http://example.org, sub.example.org",
        "http://example.org.evil.org, example.org",
        "http://notexample.org, example.org",
        "http://example.org@evil.org, example.org",
        "http://evil.org#example.org, example.org",
        "http://evil.org/example.org, example.org",
        "http://localhost:7860, 127.0.0.1:7860",
        "http://[::2]:7860, [::1]:7860",
        "null, null",
        "null, example.org",
        "file://, example.org",
        "file://example.org, example.org",
        "ftp://example.org, example.org",
        "capacitor://localhost, localhost",
        "example.org, example.org",
        "'http://example.org, http://evil.org', example.org",
        "http://, ''",
        "'', ''",
        "'', example.org"
    })
    void allOtherPagesMayNot(String origin, String host) {
        assertThat(allows(origin, host)).isFalse();
    }

    @Test
    void aPageIsNotOursWhenTheHostIsUnknown() {
        assertThat(OWN_ONLY.allows(claim("http://example.org", "", null))).isFalse();
    }

    @Test
    void programsThatAreNoBrowsersSendNoOrigin() {
        assertThat(OWN_ONLY.allows(claim(null, "example.org", null))).isTrue();
        assertThat(OWN_ONLY.isOwnPage(claim(null, "example.org", null))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none", "Same-Origin"})
    void theBrowserMaySayThatThePageIsOurs(String site) {
        assertThat(OWN_ONLY.allows(claim(null, "example.org", site))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "", "anything"})
    void theBrowserMaySayThatThePageIsAnothers(String site) {
        assertThat(OWN_ONLY.allows(claim(null, "example.org", site))).isFalse();
        assertThat(OWN_ONLY.allows(claim("http://example.org", "example.org", site))).isFalse();
    }

    @Test
    void theOriginCountsEvenWhenTheBrowserSaysOurs() {
        assertThat(OWN_ONLY.allows(claim("http://evil.org", "example.org", "same-origin"))).isFalse();
    }

    @Test
    void ourOwnPageIsOneThatABrowserVouchesFor() {
        assertThat(OWN_ONLY.isOwnPage(claim("http://example.org", "example.org", null))).isTrue();
        assertThat(OWN_ONLY.isOwnPage(claim(null, "example.org", "same-origin"))).isTrue();
        assertThat(OWN_ONLY.isOwnPage(claim(null, "example.org", "none"))).isFalse();
        assertThat(OWN_ONLY.isOwnPage(claim("http://evil.org", "example.org", null))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://tools.example.org/gradio, https://tools.example.org",
        "https://tools.example.org, https://TOOLS.example.org:443",
        "http://tools.example.org:8080/gradio, http://tools.example.org:8080"
    })
    void theConfiguredAddressIsOursWhateverHostTheProxyAsksFor(String root, String origin) {
        var policy = new OriginPolicy(Optional.of(root), List.of());
        assertThat(policy.allows(claim(origin, "10.0.0.7:7860", "same-origin"))).isTrue();
        assertThat(policy.isOwnPage(claim(origin, "10.0.0.7:7860", null))).isTrue();
        assertThat(policy.allows(claim("http://evil.org", "10.0.0.7:7860", null))).isFalse();
        assertThat(policy.allows(claim(origin, "10.0.0.7:7860", "cross-site"))).isFalse();
    }

    @Test
    void listedOriginsMayUseTheApiButAreNotOurs() {
        var policy = new OriginPolicy(Optional.empty(), List.of("https://Shop.example.org", "http://localhost:3000"));
        for (var origin : List.of("https://shop.example.org", "https://shop.example.org:443", "http://localhost:3000")) {
            assertThat(policy.lists(origin)).isTrue();
            assertThat(policy.allows(claim(origin, "app.example.org", "cross-site"))).isTrue();
            assertThat(policy.isOwnPage(claim(origin, "app.example.org", "cross-site"))).isFalse();
        }
        for (var origin : List.of("http://shop.example.org", "https://shop.example.org.evil.org", "https://a.shop.example.org", "http://localhost:3001",
                "http://localhost", "null", "", "*")) {
            assertThat(policy.lists(origin)).as(origin).isFalse();
            assertThat(policy.allows(claim(origin, "app.example.org", "cross-site"))).as(origin).isFalse();
        }
        assertThat(OWN_ONLY.lists("https://shop.example.org")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "null", "example.org", "https://*.example.org", "https://example.org/", "https://example.org/app", "ftp://example.org",
        "https://", "https://user@example.org", "https://example.org:port"})
    void onlyExactOriginsCanBeListed(String origin) {
        assertThatThrownBy(() -> new OriginPolicy(Optional.empty(), List.of(origin))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + origin + "\"");
    }
}
