package io.gradio4j.components.markdown;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cleans text that stands indented in source code. */
public final class Indentation {

    private static final String TAB = " ".repeat(8);

    private Indentation() {
    }

    /**
     * Takes away the indentation that all lines but the first share, that of the first line, and empty lines around the text.
     *
     * @param text any text
     * @return the text as it was meant
     */
    public static String trim(String text) {
        var lines = text.replace("\t", TAB).lines().toList();
        if (lines.isEmpty()) {
            return "";
        }
        var shared = lines.stream().skip(1).filter(l -> !l.isBlank()).mapToInt(Indentation::width).min().orElse(0);
        var first = lines.getFirst().stripLeading();
        var rest = lines.stream().skip(1).map(l -> l.length() > shared ? l.substring(shared) : "");
        var all = Stream.concat(Stream.of(first), rest).collect(Collectors.toList());
        while (!all.isEmpty() && all.getLast().isBlank()) {
            all.removeLast();
        }
        while (!all.isEmpty() && all.getFirst().isBlank()) {
            all.removeFirst();
        }
        return String.join("\n", all);
    }

    private static int width(String line) {
        return line.length() - line.stripLeading().length();
    }
}
