package io.gradio4j;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The text of a theme variable: CSS in which {@code *name} refers to another variable. */
final class ThemeValue {

    private ThemeValue() {
    }

    /** The names of the variables that a value refers to. */
    static Set<String> references(String value) {
        var names = new LinkedHashSet<String>();
        replace(value, name -> {
            names.add(name);
            return name;
        });
        return names;
    }

    /** The value as CSS: {@code *block_label_padding} becomes {@code var(--block-label-padding)}. */
    static String css(String value) {
        return replace(value, name -> "var(" + property(name) + ")");
    }

    /** The custom property of a variable. */
    static String property(String variable) {
        return "--" + variable.replace('_', '-');
    }

    /** The value with each reference replaced. A star inside quotes (a data URL), before a digit or a space is none. */
    static String replace(String value, UnaryOperator<String> reference) {
        if (value.indexOf('*') < 0) {
            return value;
        }
        var out = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (quote == 0 && c == '*' && i + 1 < value.length() && startsName(value.charAt(i + 1))) {
                int end = i + 1;
                while (end < value.length() && partOfName(value.charAt(end))) {
                    end++;
                }
                out.append(reference.apply(value.substring(i + 1, end)));
                i = end - 1;
                continue;
            }
            out.append(c);
            if (c == '\\' && i + 1 < value.length()) {
                out.append(value.charAt(++i));
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            }
        }
        return out.toString();
    }

    /**
     * The value as it is kept: without spaces and semicolons at its end.
     *
     * @throws IllegalArgumentException if it is empty, or would end or swallow the declaration that it will stand in
     */
    static String checked(String variable, String value) {
        var text = value.strip();
        while (text.endsWith(";")) {
            text = text.substring(0, text.length() - 1).stripTrailing();
        }
        var fault = text.isEmpty() ? "it is empty" : fault(css(text));
        if (!fault.isEmpty()) {
            throw new IllegalArgumentException("Theme variable \"%s\" can't be \"%s\": %s".formatted(variable, value, fault));
        }
        return text;
    }

    private static String fault(String css) {
        var open = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < css.length(); i++) {
            char c = css.charAt(i);
            if (c == '\\') {
                if (++i == css.length()) {
                    return "it ends in a backslash";
                }
            } else if (Character.isISOControl(c) && (quote != 0 || !Character.isWhitespace(c))) {
                return "it has a control character";
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(' || c == '[') {
                open.append(c == '(' ? ')' : ']');
            } else if (c == ')' || c == ']') {
                if (open.isEmpty() || open.charAt(open.length() - 1) != c) {
                    return "a '%s' closes nothing".formatted(c);
                }
                open.setLength(open.length() - 1);
            } else if (c == '{' || c == '}' || c == ';' && open.isEmpty()) {
                return "a '%s' would end the declaration".formatted(c);
            } else if (c == '/' && css.startsWith("/*", i)) {
                return "a comment would swallow what follows";
            }
        }
        return quote != 0 ? "a quote is not closed" : open.isEmpty() ? "" : "a bracket is not closed";
    }

    private static boolean startsName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    static boolean partOfName(char c) {
        return startsName(c) || c >= '0' && c <= '9';
    }
}
