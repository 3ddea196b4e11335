package io.gradio4j.impl.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.LaunchOptions;
import io.gradio4j.impl.app.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RootTest {

    private static Root root(String configured, String appPath) {
        var settings = Settings.from(new LaunchOptions().rootPath(configured), name -> Optional.empty());
        return new Root(settings, appPath, Edge.of(settings));
    }

    /** A request that says nothing: whoever looks at it fails. */
    private static HttpServletRequest any() {
        return (HttpServletRequest) Proxy.newProxyInstance(RootTest.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (proxy, method, arguments) -> {
            throw new UnsupportedOperationException(method.getName());
        });
    }

    @ParameterizedTest
    @CsvSource({"https://example.org/tools/, '', https://example.org/tools", "https://example.org/tools, /hello, https://example.org/tools/hello",
        "http://example.org, /hello, http://example.org/hello"})
    void theConfiguredAddressIsThatOfAllApps(String configured, String appPath, String url) {
        assertThat(root(configured, appPath).url(any())).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource({"'', /hello, /context/hello", "/tools, '', /tools", "tools/, /hello, /tools/hello", "https://example.org/tools, /hello, /tools/hello",
        "https://example.org, /hello, /hello", "https://example.org, '', ''"})
    void aPageKnowsItsPath(String configured, String appPath, String path) {
        assertThat(root(configured, appPath).ofSocket(URI.create("wss://internal/context" + appPath + "/gradio_api/ws"))).isEqualTo(path);
    }

    @Test
    void theConfiguredAddressSaysWhetherItIsSecure() {
        assertThat(root("https://example.org", "").isSecure(any())).isTrue();
    }
}
