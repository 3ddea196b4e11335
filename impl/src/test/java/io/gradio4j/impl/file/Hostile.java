package io.gradio4j.impl.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Names that nobody means well with. */
final class Hostile {

    private Hostile() {
    }

    /**
     * All of them.
     *
     * @param words stand-ins and what they stand for, in turn
     */
    static Stream<String> names(String... words) {
        return lines().map(line -> {
            var name = line;
            for (var i = 0; i < words.length; i += 2) {
                name = name.replace(words[i], words[i + 1]);
            }
            return name;
        });
    }

    private static Stream<String> lines() {
        try (var in = Hostile.class.getResourceAsStream("hostile-names.txt")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("# ")).toList();
            return lines.stream().map(Hostile::unescaped).map(line -> switch (line) {
                case "EMPTY" -> "";
                case "LONGNAME" -> "open/" + "a".repeat(300);
                case "LONGPATH" -> "a/".repeat(5_000) + "a";
                case "DEEP" -> "../".repeat(1_000) + "etc/passwd";
                default -> line;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unescaped(String line) {
        var out = new StringBuilder();
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            i++;
            switch (line.charAt(i)) {
                case 'u' -> {
                    out.append((char) Integer.parseInt(line.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                case 'r' -> out.append('\r');
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case '\\' -> out.append('\\');
                default -> throw new IllegalArgumentException("What is \\" + line.charAt(i) + " in " + line);
            }
        }
        return out.toString();
    }
}
