package io.gradio4j.components.dialogue;

import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the lines of a dialogue become text, and text becomes lines.
 *
 * @param format a speaker and what is said as text
 * @param unformat a text and the speaker when it names none as a line
 * @param separator what stands between two lines
 */
record LineFormat(BiFunction<String, String, String> format, BiFunction<String, String, DialogueLine> unformat, String separator) {

    static final LineFormat DEFAULT = new LineFormat((speaker, text) -> "[" + speaker + "] " + text, LineFormat::bracketed, "\n");

    private static DialogueLine bracketed(String line, String speaker) {
        var end = line.startsWith("[") ? line.indexOf(']') : -1;
        return end < 2 ? new DialogueLine(speaker, line) : new DialogueLine(line.substring(1, end), line.substring(end + 1).strip());
    }

    String text(List<DialogueLine> lines) {
        if (lines.size() == 1 && lines.getFirst().text().isEmpty()) {
            return "";
        }
        return lines.stream().map(line -> format.apply(line.speaker(), line.text())).collect(Collectors.joining(separator));
    }

    List<DialogueLine> lines(String text, String speaker) {
        return List.of(text.split(Pattern.quote(separator))).stream().map(String::strip).filter(line -> !line.isEmpty())
                .map(line -> unformat.apply(line, speaker)).toList();
    }
}
