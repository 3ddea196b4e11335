package io.gradio4j.launcher;

import io.gradio4j.LaunchOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A server's certificate and key, from PEM files. */
final class Tls {

    private static final Pattern KEY = Pattern.compile("-----BEGIN ([A-Z ]*PRIVATE KEY)-----([A-Za-z0-9+/=\\s]+)-----END");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private Tls() {
    }

    /**
     * What makes connections secure.
     *
     * @return empty if the app is to be served over plain HTTP
     * @throws IllegalArgumentException if one of the two files is missing or can't be used; the message names it
     */
    static Optional<SslContextFactory.Server> of(LaunchOptions options) {
        var certificate = file(options, "ssl_certfile");
        var key = file(options, "ssl_keyfile");
        if (certificate.isEmpty() && key.isEmpty()) {
            return Optional.empty();
        }
        var chain = certificate.map(Tls::chain).orElseThrow(() -> new IllegalArgumentException("sslKeyfile needs an sslCertfile too"));
        var password = options.get("ssl_keyfile_password", String.class).or(() -> Address.setting("GRADIO_SSL_KEYFILE_PASSWORD"));
        var secret = key.map(file -> key(file, password)).orElseThrow(() -> new IllegalArgumentException("sslCertfile needs an sslKeyfile too"));
        return Optional.of(factory(chain, secret));
    }

    private static Optional<Path> file(LaunchOptions options, String name) {
        return options.get(name, Path.class).or(() -> Address.setting("GRADIO_" + name.toUpperCase(Locale.ROOT)).map(Path::of));
    }

    private static SslContextFactory.Server factory(Certificate[] chain, PrivateKey key) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key, new char[0], chain);
            var factory = new SslContextFactory.Server();
            factory.setKeyStore(store);
            factory.setKeyStorePassword("");
            return factory;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("sslKeyfile and sslCertfile cannot be used together: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Certificate[] chain(Path file) {
        try {
            var chain = CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
            if (!chain.isEmpty()) {
                return chain.toArray(Certificate[]::new);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("sslCertfile " + file + " is no certificate in PEM form", e);
        }
        throw new IllegalArgumentException("sslCertfile " + file + " is no certificate in PEM form");
    }

    private static PrivateKey key(Path file, Optional<String> password) {
        try {
            var pem = KEY.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            if (!pem.find()) {
                throw new IllegalArgumentException("sslKeyfile " + file + " is no private key in PEM form");
            }
            var bytes = Base64.getMimeDecoder().decode(pem.group(2));
            return switch (pem.group(1)) {
                case "PRIVATE KEY" -> key(new PKCS8EncodedKeySpec(bytes));
                case "ENCRYPTED PRIVATE KEY" -> key(decrypted(bytes, password.orElseThrow(() ->
                        new IllegalArgumentException("sslKeyfile " + file + " is encrypted: it needs an sslKeyfilePassword"))));
                default -> throw new IllegalArgumentException("sslKeyfile " + file + " is a " + pem.group(1)
                        + ", not PKCS#8: convert it with openssl pkcs8 -topk8");
            };
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("sslKeyfile " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static PKCS8EncodedKeySpec decrypted(byte[] bytes, String password) throws IOException, GeneralSecurityException {
        var info = new EncryptedPrivateKeyInfo(bytes);
        // PBES2 is only a frame; which algorithm it is stands in its parameters.
        var algorithm = info.getAlgName().equals("PBES2") || info.getAlgName().startsWith("1.2.840") ? info.getAlgParameters().toString() : info.getAlgName();
        var cipher = Cipher.getInstance(algorithm);
        cipher.init(Cipher.DECRYPT_MODE, SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password.toCharArray())), info.getAlgParameters());
        return info.getKeySpec(cipher);
    }

    private static PrivateKey key(PKCS8EncodedKeySpec spec) throws GeneralSecurityException {
        for (var algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException e) {
                // It is of another algorithm.
            }
        }
        throw new InvalidKeySpecException("it is none of " + ALGORITHMS);
    }
}
