package io.gradio4j.client;

import static io.gradio4j.client.FakeServer.CLOSE_STREAM;
import static io.gradio4j.client.FakeServer.completed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers with a certificate that only the caller knows. */
class EncryptedTest {

    private static final String PASSWORD = "changeit";

    private static SSLContext tls;

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws Exception {
        var file = folder.resolve("keys.p12");
        var keytool = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                "-alias", "test", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-validity", "2", "-storepass",
                PASSWORD, "-keystore", file.toString())).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    }

    @Test
    void callersCertificatesAreUsed() throws Exception {
        try (var server = new FakeServer(tls)) {
            server.eachCall(completed("[\"hi\"]"), CLOSE_STREAM);
            try (var client = Client.connect(server.url(), options -> options.sslContext(tls))) {
                assertThat(client.predict("/greet", "Ada").as(String.class)).isEqualTo("hi");
            }
        }
    }

    @Test
    void unknownCertificatesAreRefused() throws Exception {
        try (var server = new FakeServer(tls)) {
            assertThatThrownBy(() -> Client.connect(server.url())).isInstanceOf(ClientException.ConnectionLost.class)
                    .hasMessageContaining("certificat");
            assertThat(server.requests("/")).isEmpty();
        }
    }

    @Test
    void secureCookiesGoOnEncryptedConnections() throws Exception {
        try (var server = new FakeServer(tls)) {
            server.route("/app/login", exchange -> {
                exchange.getResponseHeaders().add("Set-Cookie", "token=abc; HttpOnly; Path=/; SameSite=none; Secure");
                exchange.getResponseHeaders().add("Set-Cookie", "old=; Max-Age=0");
                FakeServer.send(exchange, 200, "application/json", "{}".getBytes());
            });
            Client.connect(server.url(), options -> options.sslContext(tls).auth("ada", "secret")).close();
            assertThat(server.requests("/app/config").getFirst().header("Cookie")).isEqualTo("token=abc");
        }
    }
}
