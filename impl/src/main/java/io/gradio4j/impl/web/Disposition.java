package io.gradio4j.impl.web;

import java.nio.charset.StandardCharsets;

/** The header Content-Disposition (RFC 6266). */
final class Disposition {

    private static final String PLAIN = "!#$&+-.^_`|~";

    private Disposition() {
    }

    /** Shown or saved under a name. Names beyond ASCII are given twice: as they are, and in words that old clients understand. */
    static String of(boolean inline, String fileName) {
        var ascii = new StringBuilder();
        var exact = true;
        for (var c : fileName.codePoints().toArray()) {
            var literal = c >= ' ' && c < 0x7f && c != '"' && c != '\\' && c != '%';
            exact &= literal;
            ascii.appendCodePoint(literal ? c : '_');
        }
        return (inline ? "inline" : "attachment") + "; filename=\"" + ascii + "\"" + (exact ? "" : "; filename*=utf-8''" + encoded(fileName));
    }

    private static String encoded(String text) {
        var out = new StringBuilder();
        for (var b : text.getBytes(StandardCharsets.UTF_8)) {
            var c = b & 0xff;
            if (c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                out.append((char) c);
            } else {
                out.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16))).append(Character.toUpperCase(
                        Character.forDigit(c & 15, 16)));
            }
        }
        return out.toString();
    }
}
