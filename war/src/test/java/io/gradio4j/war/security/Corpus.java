package io.gradio4j.war.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What attackers send. The names of files are those of the runtime's own unit tests. */
final class Corpus {

    private static final Path NAMES = Path.of("../impl/src/test/resources/io/gradio4j/impl/file/hostile-names.txt");
    private static final Pattern UNIT = Pattern.compile("\\\\u([0-9a-f]{4})");

    private Corpus() {
    }

    /**
     * Names of files.
     *
     * @param hash of a file that is there
     * @param secret a file that is nobody's
     */
    static Stream<String> names(String hash, Path secret) {
        try {
            return Files.readAllLines(NAMES).stream().filter(line -> !line.startsWith("# ")).map(Corpus::unescaped).map(name -> switch (name) {
                case "EMPTY" -> "";
                case "LONGNAME" -> "open/" + "a".repeat(300);
                case "LONGPATH" -> "a/".repeat(2_000) + "a";
                case "DEEP" -> "../".repeat(1_000) + "etc/passwd";
                default -> name.replace("LINKEDHASH", "ab".repeat(32)).replace("HASH", hash).replace("UPPER", hash.toUpperCase(Locale.ROOT))
                        .replace("SECRET", secret.toString());
            });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String unescaped(String line) {
        return UNIT.matcher(line.replace("\\\\", "\\\\u005c".substring(1))).replaceAll(unit -> java.util.regex.Matcher.quoteReplacement(
                String.valueOf((char) Integer.parseInt(unit.group(1), 16)))).replace("\\r", "\r").replace("\\n", "\n").replace("\\t", "\t");
    }

    /** Every byte of a text as two hexadecimal digits. */
    static String encodedWholly(String text) {
        var out = new StringBuilder();
        for (var b : text.getBytes(StandardCharsets.UTF_8)) {
            out.append('%').append(String.format("%02x", b & 0xff));
        }
        return out.toString();
    }

    /** Only those bytes encoded that would end a request's first line. */
    static String bare(String text) {
        var out = new StringBuilder();
        for (var b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && b < 127) {
                out.append((char) b);
            } else {
                out.append('%').append(String.format("%02X", b & 0xff));
            }
        }
        return out.toString();
    }

    /** Addresses of what only the server itself can reach, however written. */
    static Stream<String> internalUrls(int port) {
        return Stream.of("http://127.0.0.1:P/", "http://localhost:P/", "http://LOCALHOST:P/", "http://localhost.:P/", "http://127.1:P/",
                "http://127.0.1:P/", "http://2130706433:P/", "http://0x7f000001:P/", "http://0x7f.0.0.1:P/", "http://0177.0.0.1:P/",
                "http://017700000001:P/", "http://127.0.0.1.:P/", "http://127.000.000.001:P/", "http://0:P/", "http://0.0.0.0:P/",
                "http://[::1]:P/", "http://[::]:P/", "http://[::ffff:127.0.0.1]:P/", "http://[::ffff:7f00:1]:P/", "http://[0:0:0:0:0:0:0:1]:P/",
                "http://[::127.0.0.1]:P/", "http://[64:ff9b::127.0.0.1]:P/", "http://[2002:7f00:1::]:P/", "http://[fe80::1%25lo]:P/",
                "http://127.0.0.2:P/", "http://127.255.255.254:P/", "http://user:pw@127.0.0.1:P/", "http://example.org@127.0.0.1:P/",
                "http://127.0.0.1:P#@example.org/", "http://127.0.0.1:P?@example.org/", "http://127.0.0.1:P\\@example.org/",
                "http:\\\\127.0.0.1:P\\", "http:/127.0.0.1:P/", "http:127.0.0.1:P/", "//127.0.0.1:P/", "HTTP://127.0.0.1:P/", " http://127.0.0.1:P/",
                "\thttp://127.0.0.1:P/", "http://127.0.0.1\u3002:P/", "http://\u2460\u2461\u2466.0.0.1:P/", "http://\uff11\uff12\uff17.0.0.1:P/",
                "http://localhost%00.example.org:P/", "http://127.0.0.1%2f@example.org:P/", "http://127.0.0.1\r\nX: y:P/", "https://127.0.0.1:P/",
                "ftp://127.0.0.1:P/", "gopher://127.0.0.1:P/_x", "file:///etc/passwd", "file://localhost/etc/passwd", "file:/etc/passwd",
                "jar:http://127.0.0.1:P/x.jar!/", "jar:file:///etc/passwd!/", "netdoc:///etc/passwd", "dict://127.0.0.1:P/x", "ldap://127.0.0.1:P/x",
                "ws://127.0.0.1:P/", "http://169.254.169.254/latest/meta-data/", "http://[fd00:ec2::254]/latest/meta-data/", "http://10.0.0.1/",
                "http://192.168.0.1/", "http://172.16.0.1/", "http://100.64.0.1/", "http://metadata.google.internal/")
                .map(url -> url.replace(":P", ":" + port));
    }

    /** Where a redirect must not go. */
    static Stream<String> foreignTargets() {
        return Stream.of("//evil.example", "///evil.example", "////evil.example", "/\\evil.example", "\\\\evil.example", "\\/evil.example",
                "/\\/evil.example", "https://evil.example", "http:evil.example", "https:/evil.example", "HTTPS://evil.example", "javascript:alert(1)",
                "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "/\t/evil.example", "/\n/evil.example",
                "\t//evil.example", " //evil.example", " https://evil.example", "/\r\nLocation: https://evil.example", "/ /evil.example",
                "/.//evil.example", "/..//evil.example", "/../x", "/a/../../x", "/%2f/evil.example", "/%2Fevil.example", "/%5cevil.example",
                "/%252fevil.example", "/a//evil.example", "/@evil.example:80//x", "//evil.example/%2f..", "//user@evil.example", "/\u2028/evil.example",
                "/\u3002evil.example", "/\uFF0Fevil.example", "https://evil.example/%0d%0aSet-Cookie:x=y", "/login", "/logout", "/gradio_api/token");
    }

    /** Origins of pages that are not the app's, although they may look like it. */
    static Stream<String> foreignOrigins(String host, int port) {
        return Stream.of("null", "http://evil.example", "https://evil.example", "https://HOST", "http://HOST", "http://HOST:1", "https://HOST:1",
                "http://HOST.evil.example", "http://HOST.evil.example:PORT", "http://evil.example:PORT", "http://evilHOST:PORT", "http://x.HOST:PORT",
                "http://HOST:PORT.evil.example", "http://HOST:PORT@evil.example", "http://evil.example@HOST:PORT", "http://evil.example#HOST:PORT",
                "http://evil.example/HOST:PORT", "http://evil.example?HOST:PORT", "http://evil.example\\HOST:PORT", "http://HOST:PORT/", "http://HOST:PORT/x",
                "http://HOST:PORT http://evil.example", "http://evil.example, http://HOST:PORT", "http://HOST:PORT, http://evil.example", "file://",
                "file://HOST:PORT", "ftp://HOST:PORT", "chrome-extension://abcdefgh", "moz-extension://HOST:PORT", "capacitor://localhost", "about:blank",
                "data:", "blob:http://HOST:PORT", "HOST:PORT", "HOST", "*", "http://", "http://*", "http://[::1]:PORT", "http://0.0.0.0:PORT", "undefined",
                "http://HOST:PORT%00.evil.example", "http://HOST:PORT.", "http://HOST.:PORT", "http:HOST:PORT", "http:///HOST:PORT")
                .map(origin -> origin.replace("HOST", host).replace("PORT", String.valueOf(port)));
    }
}
