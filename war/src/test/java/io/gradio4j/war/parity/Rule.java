package io.gradio4j.war.parity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What stands for something of Gradio's API here.
 *
 * @param pattern what it is about, such as {@code Number}, {@code *.render} or {@code *.select(fn)}; a star stands for any name
 * @param targets the classes or methods that do its work here; empty if it has no place in Java
 * @param reason why it is not simply there under its name
 */
record Rule(String pattern, List<String> targets, String reason) {

    private static final Pattern LINE = Pattern.compile("(\\S+) -> (-|[\\w.]+(?:, [\\w.]+)*): (.+)");

    /** Reads lines such as {@code Number -> NumberField: java.lang has a Number}; lines with # are comments. */
    static List<Rule> read(List<String> lines) {
        var rules = new ArrayList<Rule>();
        for (var line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("Not a rule: " + line);
            }
            var targets = matcher.group(2).equals("-") ? List.<String>of() : Arrays.asList(matcher.group(2).split(", "));
            rules.add(new Rule(matcher.group(1), targets, matcher.group(3)));
        }
        return rules;
    }

    boolean isAbout(String item) {
        return matches(pattern, item);
    }

    /** A star stands for a name. */
    static boolean matches(String pattern, String item) {
        return item.matches(Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).reduce((a, b) -> a + "\\w+" + b).orElseThrow());
    }
}
