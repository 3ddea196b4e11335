package io.gradio4j.impl.auth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The small form of a login, as browsers and clients send it: {@code application/x-www-form-urlencoded} or {@code multipart/form-data}.
 * Read here and not by the container, which would take the fields from the address, too.
 */
public final class LoginForm {

    /** The largest body, in bytes. */
    public static final int MAX_BODY = 16 << 10;

    private static final int MOST_FIELDS = 20;
    private static final Pattern NAME = Pattern.compile("(?:^|[;\\s])name=\"([^\"]{0,64})\"");
    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^;\\s\"]{1,70}))", Pattern.CASE_INSENSITIVE);

    private LoginForm() {
    }

    /**
     * Reads the fields.
     *
     * @param contentType the header of this name
     * @param body the body
     * @return each field's first value; nothing when it is no form
     */
    public static Map<String, String> fields(String contentType, byte[] body) {
        var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "application/x-www-form-urlencoded" -> encoded(new String(body, StandardCharsets.UTF_8));
            case "multipart/form-data" -> boundary(contentType).map(b -> parts(new String(body, StandardCharsets.ISO_8859_1), b)).orElse(Map.of());
            default -> Map.of();
        };
    }

    private static Map<String, String> encoded(String body) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : body.split("&", MOST_FIELDS)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                try {
                    fields.putIfAbsent(URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                } catch (IllegalArgumentException e) {
                    return Map.of();
                }
            }
        }
        return fields;
    }

    private static Optional<String> boundary(String contentType) {
        return Optional.of(BOUNDARY.matcher(contentType)).filter(Matcher::find).map(m -> m.group(1) == null ? m.group(2) : m.group(1));
    }

    /** The body is read byte for byte as Latin-1, and each value then as UTF-8. */
    private static Map<String, String> parts(String body, String boundary) {
        var fields = new LinkedHashMap<String, String>();
        var delimiter = "\r\n--" + boundary;
        var text = "\r\n" + body;
        var start = text.indexOf(delimiter);
        while (start >= 0 && fields.size() < MOST_FIELDS) {
            var head = start + delimiter.length();
            var end = text.indexOf(delimiter, head);
            var value = text.indexOf("\r\n\r\n", head);
            if (text.startsWith("--", head) || end < 0 || value < 0 || value > end) {
                break;
            }
            var name = NAME.matcher(text.substring(head, value));
            if (name.find()) {
                fields.putIfAbsent(utf8(name.group(1)), utf8(text.substring(Math.min(value + 4, end), end)));
            }
            start = end;
        }
        return fields;
    }

    private static String utf8(String latin1) {
        return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
