package io.gradio4j;

import java.util.LinkedHashMap;
import java.util.Map;

/** The custom properties of a theme's style sheet, as a browser would find them. */
record StyleSheet(Map<String, String> light, Map<String, String> dark) {

    static StyleSheet of(Theme theme) {
        return new StyleSheet(block(theme.css(), ":root {"), block(theme.css(), ":root.dark, :root .dark {"));
    }

    private static Map<String, String> block(String css, String selector) {
        int start = css.indexOf(selector) + selector.length();
        var properties = new LinkedHashMap<String, String>();
        css.substring(start, css.indexOf("\n}", start)).lines().filter(line -> !line.isBlank()).forEach(line -> {
            int colon = line.indexOf(": ");
            var twice = properties.put(line.substring(2, colon), line.substring(colon + 2, line.length() - 1));
            if (twice != null) {
                throw new AssertionError("Declared twice: " + line);
            }
        });
        return properties;
    }
}
