package io.gradio4j.client;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** How a {@link Client} connects. What is not set has the default that stands at its method. */
public final class ClientOptions {

    private static final long MEGABYTE = 1L << 20;

    private @Nullable Login login;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration requestTimeout = Duration.ofSeconds(30);
    private Duration silence = Duration.ofMinutes(1);
    private @Nullable SSLContext tls;
    private @Nullable HttpClient http;
    private long maxDownload = 1024 * MEGABYTE;
    private int maxMessage = (int) (64 * MEGABYTE);
    private @Nullable Path downloads;

    ClientOptions() {
    }

    record Login(String user, String password) {
    }

    /**
     * Logs in before anything else. The cookies of the answer go with every request.
     *
     * @param user the name; default: no login
     * @param password the password
     * @return these options
     */
    public ClientOptions auth(String user, String password) {
        login = new Login(user, password);
        return this;
    }

    /**
     * A token for the {@code Authorization} header of every request.
     *
     * @param token the token; default: none
     * @return these options
     */
    public ClientOptions bearerToken(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /**
     * A header of every request.
     *
     * @param name the header's name; default: none but those of the protocol
     * @param value its value
     * @return these options
     */
    public ClientOptions header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /**
     * How long to wait for a connection.
     *
     * @param timeout default: 10 s
     * @return these options
     * @throws IllegalArgumentException if it is not positive
     */
    public ClientOptions connectTimeout(Duration timeout) {
        connectTimeout = positive("connectTimeout", timeout);
        return this;
    }

    /**
     * How long to wait for the answer to a request; not for an event's result, which may take as long as it takes. Validators of an app
     * run within the request that joins the queue.
     *
     * @param timeout default: 30 s
     * @return these options
     * @throws IllegalArgumentException if it is not positive
     */
    public ClientOptions requestTimeout(Duration timeout) {
        requestTimeout = positive("requestTimeout", timeout);
        return this;
    }

    /**
     * How long a server may be silent while results are awaited, before the connection counts as lost. Servers send a sign of life
     * every 15 s unless they are set up otherwise.
     *
     * @param silence default: 60 s
     * @return these options
     * @throws IllegalArgumentException if it is not positive
     */
    public ClientOptions maxSilence(Duration silence) {
        this.silence = positive("maxSilence", silence);
        return this;
    }

    /**
     * Which certificates to trust, and which to show.
     *
     * @param context default: the JDK's own; of no effect together with {@link #httpClient}
     * @return these options
     */
    public ClientOptions sslContext(SSLContext context) {
        tls = context;
        return this;
    }

    /**
     * Uses an HTTP client of the caller, who closes it. Its cookie handler, if it has one, is used for the login's cookies.
     *
     * @param client default: one of its own
     * @return these options
     * @throws IllegalArgumentException if it follows redirects: that would carry values and secrets to wherever the server points
     */
    public ClientOptions httpClient(HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("httpClient must not follow redirects, but follows " + client.followRedirects());
        }
        http = client;
        return this;
    }

    /**
     * The largest file that is downloaded.
     *
     * @param bytes default: 1 GiB
     * @return these options
     * @throws IllegalArgumentException if it is not positive
     */
    public ClientOptions maxDownload(long bytes) {
        if (bytes <= 0) {
            throw new IllegalArgumentException("maxDownload must be positive, not " + bytes);
        }
        maxDownload = bytes;
        return this;
    }

    /**
     * The largest message or answer that is accepted; files are not meant.
     *
     * @param bytes default: 64 MiB
     * @return these options
     * @throws IllegalArgumentException if it is not positive
     */
    public ClientOptions maxMessage(int bytes) {
        if (bytes <= 0) {
            throw new IllegalArgumentException("maxMessage must be positive, not " + bytes);
        }
        maxMessage = bytes;
        return this;
    }

    /**
     * Where {@link RemoteFile#download()} puts files.
     *
     * @param folder default: a new folder below the system's temporary one; it stays when the client is closed
     * @return these options
     */
    public ClientOptions downloads(Path folder) {
        downloads = folder;
        return this;
    }

    private static Duration positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " must be positive, not " + value);
        }
        return value;
    }

    Optional<Login> login() {
        return Optional.ofNullable(login);
    }

    Map<String, String> headers() {
        return headers;
    }

    Duration connectTimeout() {
        return connectTimeout;
    }

    Duration requestTimeout() {
        return requestTimeout;
    }

    Duration maxSilence() {
        return silence;
    }

    Optional<SSLContext> sslContext() {
        return Optional.ofNullable(tls);
    }

    Optional<HttpClient> httpClient() {
        return Optional.ofNullable(http);
    }

    long maxDownload() {
        return maxDownload;
    }

    int maxMessage() {
        return maxMessage;
    }

    Optional<Path> downloads() {
        return Optional.ofNullable(downloads);
    }
}
