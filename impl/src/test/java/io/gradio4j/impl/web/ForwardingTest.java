package io.gradio4j.impl.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.impl.web.Forwarding.Peer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardingTest {

    private static final Forwarding PROXIED = new Forwarding(new Proxies(List.of("10.0.0.0/8", "2001:db8::1")));

    private static String visit(Forwarding forwarding, String peer, Map<String, List<String>> headers) {
        var visit = forwarding.visit(new Peer(peer, "http", "inner:7860"), name -> headers.getOrDefault(name, List.of()));
        return visit.scheme() + "://" + visit.authority() + " " + visit.client();
    }

    private static Map<String, List<String>> headers(String client, String scheme, String host) {
        return Map.of("X-Forwarded-For", values(client), "X-Forwarded-Proto", values(scheme), "X-Forwarded-Host", values(host));
    }

    private static List<String> values(String value) {
        return value == null ? List.of() : List.of(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "203.0.113.9 | https | app.example.org | https://app.example.org 203.0.113.9",
        "203.0.113.9:4711 | https | app.example.org:8443 | https://app.example.org:8443 203.0.113.9",
        "[2001:db8::7]:4711 | HTTPS | [2001:db8::8]:8443 | https://[2001:db8::8]:8443 2001:db8::7",
        "2001:db8::7 | wss | app.example.org | https://app.example.org 2001:db8::7",
        " | https | | https://inner:7860 10.1.2.3",
        "203.0.113.9 | | | http://inner:7860 203.0.113.9",
        "6.6.6.6, 203.0.113.9 | https | app.example.org | https://app.example.org 203.0.113.9",
        "203.0.113.9, 10.9.9.9 | https, http | app.example.org, inner2 | https://app.example.org 203.0.113.9",
        "6.6.6.6, 203.0.113.9, 10.9.9.9 | http, https, http | evil.org, app.example.org, inner2 | https://app.example.org 203.0.113.9",
        "10.0.0.4, 10.9.9.9 | https | app.example.org | https://app.example.org 10.0.0.4",
        "unknown | https | app.example.org | https://app.example.org 10.1.2.3",
        "evil.org | javascript | app.example.org/x | http://inner:7860 10.1.2.3",
        ", , | , | , | http://inner:7860 10.1.2.3",
        "203.0.113.9 | https | a<b | https://inner:7860 203.0.113.9"
    })
    void whatTrustedProxiesSayCounts(String client, String scheme, String host, String seen) {
        assertThat(visit(PROXIED, "10.1.2.3", headers(client, scheme, host))).isEqualTo(seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.9", "11.0.0.1", "127.0.0.1", "2001:db8::2", "", "localhost"})
    void nobodyElseIsBelieved(String peer) {
        var forged = headers("6.6.6.6", "https", "evil.org");
        assertThat(visit(PROXIED, peer, forged)).isEqualTo("http://inner:7860 " + peer);
        assertThat(visit(new Forwarding(new Proxies(List.of())), "10.1.2.3", forged)).isEqualTo("http://inner:7860 10.1.2.3");
    }

    @Test
    void severalHeadersOfOneNameAreOneList() {
        assertThat(visit(PROXIED, "10.1.2.3", Map.of("X-Forwarded-For", List.of("6.6.6.6", "203.0.113.9, 10.9.9.9"))))
                .isEqualTo("http://inner:7860 203.0.113.9");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.1, true",
        "10.0.0.1, 10.0.0.2, false",
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.168.4.0/22, 192.168.7.255, true",
        "192.168.4.0/22, 192.168.8.0, false",
        "0.0.0.0/0, 8.8.8.8, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "10.0.0.1, ::ffff:10.0.0.1, true",
        "::1, 0:0:0:0:0:0:0:1, true",
        "fe80::/10, fe80::1%eth0, true",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "10.0.0.0/8, 10.1, false",
        "10.0.0.0/8, 10.0.0.1.evil.org, false",
        "10.0.0.0/8, '', false"
    })
    void proxiesAreAddressesAndNetworks(String entry, String address, boolean trusted) {
        assertThat(new Proxies(List.of(entry)).trust(address)).isEqualTo(trusted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy", "*", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "10.0.0/8", "::1/129", "10.0.0.256", "1:2", "/8", "http://10.0.0.1"})
    void anythingElseIsRefusedAtTheStart(String entry) {
        assertThatThrownBy(() -> new Proxies(List.of(entry))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GRADIO_TRUSTED_PROXIES").hasMessageContaining("\"" + entry + "\"");
    }
}
