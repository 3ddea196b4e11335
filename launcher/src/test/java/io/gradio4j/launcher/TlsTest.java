package io.gradio4j.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gradio4j.Blocks;
import io.gradio4j.LaunchOptions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {

    @TempDir
    private static Path folder;

    /** A key and a certificate that it signed itself, as the JDK's own tool makes them. */
    private static KeyStore keys(String algorithm) throws IOException, InterruptedException, GeneralSecurityException {
        var file = folder.resolve(algorithm + ".p12");
        if (!Files.exists(file)) {
            var tool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "server",
                    "-keyalg", algorithm, "-dname", "CN=localhost", "-ext", "san=ip:127.0.0.1", "-keystore", file.toString(), "-storepass", "changeit")
                    .redirectErrorStream(true).start();
            var said = new String(tool.getInputStream().readAllBytes());
            assertThat(tool.waitFor()).as(said).isZero();
        }
        return KeyStore.getInstance(file.toFile(), "changeit".toCharArray());
    }

    private static Path pem(String name, String type, byte[] bytes) throws IOException {
        return Files.writeString(folder.resolve(name), "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes)
                + "\n-----END " + type + "-----\n");
    }

    private static Path certificate(String algorithm) throws Exception {
        return pem(algorithm + ".crt", "CERTIFICATE", keys(algorithm).getCertificate("server").getEncoded());
    }

    private static byte[] secret(String algorithm) throws Exception {
        return keys(algorithm).getKey("server", "changeit".toCharArray()).getEncoded();
    }

    private static Path key(String algorithm) throws Exception {
        return pem(algorithm + ".key", "PRIVATE KEY", secret(algorithm));
    }

    private static Path encryptedKey(String password) throws Exception {
        var algorithm = "PBEWithHmacSHA256AndAES_256";
        var cipher = Cipher.getInstance(algorithm);
        cipher.init(Cipher.ENCRYPT_MODE, SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password.toCharArray())), new SecureRandom());
        var parameters = AlgorithmParameters.getInstance("PBES2");
        parameters.init(cipher.getParameters().getEncoded());
        var info = new EncryptedPrivateKeyInfo(parameters, cipher.doFinal(secret("EC")));
        return pem("encrypted.key", "ENCRYPTED PRIVATE KEY", info.getEncoded());
    }

    private static HttpClient clientThatTrusts(String algorithm) throws Exception {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys(algorithm).getCertificate("server"));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    @BeforeAll
    static void makeKeys() throws Exception {
        keys("EC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA", "Ed25519"})
    void appIsServedWithTheCertificateAlone(String algorithm) throws Exception {
        var certificate = certificate(algorithm);
        var key = key(algorithm);
        try (var app = Blocks.of().title("Secure").launch(options -> options.port(0).sslCertfile(certificate).sslKeyfile(key));
                var client = clientThatTrusts(algorithm); var stranger = HttpClient.newHttpClient()) {
            assertThat(app.url().getScheme()).isEqualTo("https");
            var page = client.send(HttpRequest.newBuilder(app.url()).build(), BodyHandlers.ofString());
            assertThat(page.body()).contains("<title>Secure</title>");
            assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(() ->
                    stranger.send(HttpRequest.newBuilder(app.url()).build(), BodyHandlers.ofString()));
        }
    }

    @Test
    void encryptedKeyIsReadWithItsPassword() throws Exception {
        var certificate = certificate("EC");
        var key = encryptedKey("open sesame");

        assertThat(Tls.of(new LaunchOptions().sslCertfile(certificate).sslKeyfile(key).sslKeyfilePassword("open sesame"))).isPresent();
        assertThatIllegalArgumentException().isThrownBy(() -> Tls.of(new LaunchOptions().sslCertfile(certificate).sslKeyfile(key)))
                .withMessageContaining("encrypted.key is encrypted").withMessageContaining("sslKeyfilePassword");
        assertThatIllegalArgumentException().isThrownBy(() -> Tls.of(new LaunchOptions().sslCertfile(certificate).sslKeyfile(key)
                .sslKeyfilePassword("wrong"))).withMessageContaining("encrypted.key cannot be used").withMessageNotContaining("wrong");
    }

    @Test
    void halfAConfigurationIsAnError() throws Exception {
        var certificate = certificate("EC");
        var key = key("EC");

        assertThatIllegalArgumentException().isThrownBy(() -> Tls.of(new LaunchOptions().sslKeyfile(key))).withMessageContaining("sslCertfile");
        assertThatIllegalArgumentException().isThrownBy(() -> Tls.of(new LaunchOptions().sslCertfile(certificate))).withMessageContaining("sslKeyfile");
    }

    @Test
    void filesOfAnotherKindAreNamed() throws Exception {
        var certificate = certificate("EC");
        var text = Files.writeString(folder.resolve("text"), "hello");
        var old = pem("old.key", "RSA PRIVATE KEY", new byte[32]);

        assertThatIllegalArgumentException().isThrownBy(() -> Tls.of(new LaunchOptions().sslCertfile(text).sslKeyfile(key("EC"))))
                .withMessageContaining(text + " is no certificate");
        assertThatIllegalArgumentException().isThrownBy(() -> Tls.of(new LaunchOptions().sslCertfile(certificate).sslKeyfile(text)))
                .withMessageContaining(text + " is no private key");
        assertThatIllegalArgumentException().isThrownBy(() -> Tls.of(new LaunchOptions().sslCertfile(certificate).sslKeyfile(old)))
                .withMessageContaining("openssl pkcs8 -topk8");
        assertThatIllegalArgumentException().isThrownBy(() -> Tls.of(new LaunchOptions().sslCertfile(certificate).sslKeyfile(folder.resolve("none"))))
                .withMessageContaining("none cannot be used");
    }
}
