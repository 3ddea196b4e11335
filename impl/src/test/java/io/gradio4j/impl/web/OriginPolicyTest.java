package io.gradio4j.impl.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginPolicyTest {

    private static boolean allows(String origin, String host) {
        return OriginPolicy.allows(Optional.of(origin), Optional.of(host), Optional.empty());
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
        assertThat(OriginPolicy.allows(Optional.of("http://example.org"), Optional.empty(), Optional.empty())).isFalse();
    }

    @Test
    void programsThatAreNoBrowsersSendNoOrigin() {
        assertThat(OriginPolicy.allows(Optional.empty(), Optional.of("example.org"), Optional.empty())).isTrue();
        assertThat(OriginPolicy.isOwnPage(Optional.empty(), Optional.of("example.org"), Optional.empty())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none", "Same-Origin"})
    void theBrowserMaySayThatThePageIsOurs(String site) {
        assertThat(OriginPolicy.allows(Optional.empty(), Optional.of("example.org"), Optional.of(site))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "", "anything"})
    void theBrowserMaySayThatThePageIsAnothers(String site) {
        assertThat(OriginPolicy.allows(Optional.empty(), Optional.of("example.org"), Optional.of(site))).isFalse();
        assertThat(OriginPolicy.allows(Optional.of("http://example.org"), Optional.of("example.org"), Optional.of(site))).isFalse();
    }

    @Test
    void theOriginCountsEvenWhenTheBrowserSaysOurs() {
        assertThat(OriginPolicy.allows(Optional.of("http://evil.org"), Optional.of("example.org"), Optional.of("same-origin"))).isFalse();
    }

    @Test
    void ourOwnPageIsOneThatABrowserVouchesFor() {
        assertThat(OriginPolicy.isOwnPage(Optional.of("http://example.org"), Optional.of("example.org"), Optional.empty())).isTrue();
        assertThat(OriginPolicy.isOwnPage(Optional.empty(), Optional.of("example.org"), Optional.of("same-origin"))).isTrue();
        assertThat(OriginPolicy.isOwnPage(Optional.empty(), Optional.of("example.org"), Optional.of("none"))).isFalse();
        assertThat(OriginPolicy.isOwnPage(Optional.of("http://evil.org"), Optional.of("example.org"), Optional.empty())).isFalse();
    }
}
