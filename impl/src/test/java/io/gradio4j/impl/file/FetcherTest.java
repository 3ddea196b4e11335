package io.gradio4j.impl.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gradio4j.ValidationException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server on this machine plays the public Internet; the addresses of hosts are made up. */
class FetcherTest {

    @TempDir
    Path folder;
    private Cache cache;
    private ServerSocket server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> lookedUp = new CopyOnWriteArrayList<>();

    @BeforeEach
    void serve() throws IOException {
        cache = new Cache(folder.resolve("cache"), false);
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(() -> {
            while (!server.isClosed()) {
                try (var client = server.accept()) {
                    var in = client.getInputStream();
                    var request = new StringBuilder();
                    while (request.indexOf("\r\n\r\n") < 0) {
                        request.append((char) in.read());
                    }
                    requests.add(request.toString());
                    var answer = answers.getOrDefault(request.substring("GET ".length(), request.indexOf(" HTTP")), "HTTP/1.1 404 Not Found\r\n\r\n");
                    client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                    if (answer.contains("Drip")) {
                        while (true) {
                            client.getOutputStream().write('x');
                            Thread.sleep(20);
                        }
                    }
                } catch (IOException e) {
                    // The fetcher, or the test, has had enough.
                    continue;
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private String url(String path) {
        return "http://files.example.org:" + server.getLocalPort() + path;
    }

    private List<InetAddress> addresses(String host) throws UnknownHostException {
        lookedUp.add(host);
        return switch (host) {
            case "files.example.org", "other.example.org" -> List.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}));
            case "rebinding.example.org" -> lookedUp.size() == 1 ? List.of(InetAddress.getByName("127.0.0.1")) : List.of(InetAddress.getByName("10.0.0.1"));
            case "inside.example.org" -> List.of(InetAddress.getByName("10.0.0.1"));
            case "both.example.org" -> List.of(InetAddress.getByName("127.0.0.1"), InetAddress.getByName("10.0.0.1"));
            case "metadata.example.org" -> List.of(InetAddress.getByName("169.254.169.254"));
            case "six.example.org" -> List.of(InetAddress.getByName("::1"));
            case "empty.example.org" -> List.of();
            default -> throw new UnknownHostException(host);
        };
    }

    /** 127.0.0.1 plays a public address; the others are judged as they are. */
    private Fetcher fetcher(String... hosts) {
        return new Fetcher(new FetchPolicy(List.of(hosts)), 1_000, this::addresses,
                address -> address.getHostAddress().equals("127.0.0.1") || PublicAddresses.contain(address), Duration.ofMillis(1_500));
    }

    private String fetched(Fetcher fetcher, String url) throws IOException {
        try (var draft = cache.draft()) {
            var name = fetcher.fetch(url, draft);
            draft.finish();
            return name + ": " + Files.readString(draft.file(), StandardCharsets.ISO_8859_1);
        }
    }

    private void assertRefused(Fetcher fetcher, String url) {
        assertThatExceptionOfType(ValidationException.class).as(url).isThrownBy(() -> fetched(fetcher, url));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Content-Length: 5~~hello
            Content-Length: 5~~hello and what does not belong to it
            Transfer-Encoding: chunked~~2~he~3;x=y~llo~0~~
            Connection: close~~hello
            """)
    void fileIsFetchedHoweverItsEndIsMarked(String answer) throws IOException {
        answers.put("/folder/a%20b.txt?x=1", "HTTP/1.1 200 OK\r\n" + answer.replace("~", "\r\n"));

        assertThat(fetched(fetcher("*"), url("/folder/a%20b.txt?x=1"))).isEqualTo("a b.txt: hello");
        assertThat(requests.getFirst()).startsWith("GET /folder/a%20b.txt?x=1 HTTP/1.1\r\nHost: files.example.org:" + server.getLocalPort() + "\r\n");
    }

    @Test
    void redirectIsFollowedAndCheckedAgain() throws IOException {
        answers.put("/a", "HTTP/1.1 302 Found\r\nLocation: /b\r\n\r\n");
        answers.put("/b", "HTTP/1.1 307 Temporary\r\nLocation: http://other.example.org:" + server.getLocalPort() + "/c\r\n\r\n");
        answers.put("/c", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

        assertThat(fetched(fetcher("*.example.org"), url("/a"))).isEqualTo("a: ok");
        assertThat(lookedUp).containsExactly("files.example.org", "files.example.org", "other.example.org");
        assertRefused(fetcher("files.example.org"), url("/a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://inside.example.org/", "http://10.0.0.1/", "http://127.0.0.1:22/", "http://localhost/", "http://[::1]/", "//inside.example.org/",
        "file:///etc/passwd", "gopher://files.example.org/", "ftp://files.example.org/", "http://user@files.example.org/", "/loop", ":", "", "http://evil.net/"})
    void redirectToWhatIsNotAllowedIsRefused(String target) {
        answers.put("/a", "HTTP/1.1 302 Found\r\nLocation: " + target + "\r\n\r\n");
        answers.put("/loop", "HTTP/1.1 302 Found\r\nLocation: /loop\r\n\r\n");

        assertRefused(fetcher("*"), url("/a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"inside", "both", "metadata", "six", "empty", "unknown"})
    void hostWithAnAddressThatIsNotPublicIsNotAsked(String host) {
        assertRefused(fetcher("*"), "http://" + host + ".example.org:" + server.getLocalPort() + "/");
        assertThat(requests).isEmpty();
    }

    @Test
    void nameIsLookedUpOnceSoThatItCannotChangeItsMeaning() throws IOException {
        answers.put("/a", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

        assertThat(fetched(fetcher("*"), "http://rebinding.example.org:" + server.getLocalPort() + "/a")).isEqualTo("a: ok");
        assertThat(lookedUp).containsExactly("rebinding.example.org");
        answers.put("/a", "HTTP/1.1 302 Found\r\nLocation: /b\r\n\r\n");
        lookedUp.clear();
        assertRefused(fetcher("*"), "http://rebinding.example.org:" + server.getLocalPort() + "/a");
    }

    /** Every way to write an address of our own that some library understands, and what our own library makes of it. */
    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1/", "http://127.1/", "http://127.0.1/", "http://2130706433/", "http://0x7f000001/", "http://0x7f.0x0.0x0.0x1/",
        "http://0x7f.1/", "http://0177.0.0.1/", "http://0177.1/", "http://017700000001/", "http://00000177.0.0.1/", "http://127.0.0.1./", "http://0/",
        "http://0.0.0.0/", "http://localhost/", "http://LOCALHOST/", "http://localhost./", "http://[::1]/", "http://[::]/", "http://[0:0:0:0:0:0:0:1]/",
        "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[::127.0.0.1]/", "http://[64:ff9b::127.0.0.1]/", "http://[2002:7f00:1::]/",
        "http://[fe80::1]/", "http://[fe80::1%25lo]/", "http://[::1%251]/", "http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://2852039166/",
        "http://0xa9fea9fe/", "http://0251.0376.0251.0376/", "http://192.168.1.1/", "http://172.16.0.1/", "http://100.64.0.1/", "http://224.0.0.1/",
        "http://255.255.255.255/", "http://4294967295/", "http://4294967296/", "http://127.0.0.1%2f@example.org/", "http://example.org@127.0.0.1/",
        "http://user:pw@127.0.0.1/", "http://127.0.0.1\\@example.org/", "http://example.org\\@127.0.0.1/", "http://127.0.0.1#@example.org/",
        "http://127.0.0.1?@example.org/", "http:127.0.0.1/", "http:/127.0.0.1/", "http:///127.0.0.1/", "http://\uff11\uff12\uff17.0.0.1/", "http://\u24db\u24de\u24d2alhost/",
        "http://127\u3002\u0030\u3002\u0030\u30021/", "http://127.0.0.1:22/", "http://127.0.0.1:0/", "http://127.0.0.1:99999/", "http://127.0.0.1:-1/",
        "http://%31%32%37.0.0.1/", "http://127.0.0.1%00.example.org/", "http://127.0.0.1\r\nHost: x/", "http://ex ample.org/", "http://", "http://:80/", "https://127.0.0.1/",
        "https://[::1]:8443/", "HTTP://127.0.0.1/", "http://kubernetes.default.svc/", "http://metadata.google.internal/", "http://127.0.0.1.nip.invalid/"})
    void noWayToWriteAPrivateAddressPasses(String url) {
        var refused = new Fetcher(new FetchPolicy(List.of("*")), 1_000, host -> {
            lookedUp.add(host);
            return List.of(InetAddress.getAllByName(host.matches(".*[g-z].*") ? "10.0.0.1" : host));
        }, address -> {
            assertThat(PublicAddresses.contain(address)).as(address.toString()).isFalse();
            return false;
        }, Duration.ofSeconds(1));

        assertRefused(refused, url);
    }

    @Test
    void contentThatIsTooLargeIsRefused() {
        answers.put("/said", "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\nx");
        answers.put("/chunked", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + ("100\r\n" + "x".repeat(256) + "\r\n").repeat(5));
        answers.put("/endless", "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(5_000));

        for (var path : List.of("/said", "/chunked", "/endless")) {
            assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> fetched(fetcher("*"), url(path))).withMessageContaining("larger than 1000 bytes");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK~Content-Length: 9~~hello", "HTTP/1.1 200 OK~Content-Length: -1~~hello", "HTTP/1.1 200 OK~Content-Length: x~~hello",
        "HTTP/1.1 200 OK~Transfer-Encoding: gzip, chunked~~hello", "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~zz~hello", "HTTP/1.1 200 OK~Content-Encoding: gzip~~hello",
        "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~2~hello~0~~", "HTTP/1.1 200 OK~Transfer-Encoding: chunked~~5~hello~", "HTTP/2 200~~x", "SSH-2.0-OpenSSH~~", "HTTP/1.1~~", "HTTP/1.1 abc~~", "",
        "HTTP/1.1 200 OK~X: Y", "HTTP/1.1 500 Broken~~hello", "HTTP/1.1 206 Partial~Content-Length: 5~~hello", "HTTP/1.1 302 Found~~", "HTTP/1.1 101 Switching~~"})
    void brokenAnswerIsRefused(String answer) {
        answers.put("/a", answer.replace("~", "\r\n"));

        assertRefused(fetcher("*"), url("/a"));
    }

    @Test
    void slowAnswerEndsAtTheDeadline() {
        answers.put("/slow", "HTTP/1.1 200 OK\r\nX: Drip\r\n\r\n");
        answers.put("/slow-head", "HTTP/1.1 200 OK\r\nDrip: ");
        var started = System.nanoTime();

        assertRefused(fetcher("*"), url("/slow-head"));
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void messageTellsNothingAboutOurNetwork() {
        var messages = new ArrayList<String>();
        for (var host : List.of("inside", "unknown", "metadata")) {
            try (var draft = cache.draft()) {
                fetcher("*").fetch("http://" + host + ".example.org/", draft);
            } catch (ValidationException e) {
                messages.add(String.valueOf(e.getMessage()).replace(host, "HOST"));
            }
        }

        assertThat(messages).hasSize(3).containsOnly("This app may not fetch http://HOST.example.org/, or there is no such file");
    }

    @ParameterizedTest
    @CsvSource({"example.org, http://example.org/, true", "example.org, https://EXAMPLE.ORG./a, true", "example.org, http://www.example.org/, false",
        "*.example.org, http://www.example.org/, true", "*.example.org, http://a.b.example.org/, true", "*.example.org, http://example.org/, false",
        "*.example.org, http://evilexample.org/, false", "*.example.org, http://example.org.evil.net/, false", "*, http://anything.net:8080/, true",
        "*, http://anything.net:25/, false", "*, http://anything.net:443/, true", "Example.ORG, http://example.org/, true", "*, ftp://example.org/, false",
        "*, //example.org/, false", "*, http://user@example.org/, false"})
    void onlyListedHostsAreAsked(String listed, String url, boolean allowed) {
        assertThat(new FetchPolicy(List.of(listed)).allows(java.net.URI.create(url))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "**", "*.", "http://example.org", "example.org/", "*.*.org", "exa mple.org", ".example.org", "example.org:80"})
    void listThatMeansNothingIsRefused(String host) {
        assertThatIllegalArgumentException().isThrownBy(() -> new FetchPolicy(List.of(host))).withMessageContaining("fetchFrom");
    }
}
