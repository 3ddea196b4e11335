package io.gradio4j;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/** Writes a theme as a style sheet. */
final class ThemeCss {

    private ThemeCss() {
    }

    static String families(List<Font> fonts) {
        return fonts.stream().map(Font::css).collect(joining(", "));
    }

    /** The rules of the local fonts. */
    static String faces(Theme theme) {
        return Stream.concat(theme.fonts().stream(), theme.fontsMono().stream()).distinct().map(Font::faces).collect(joining());
    }

    static String write(Theme theme) {
        var css = new StringBuilder(faces(theme));
        block(css, theme, ":root", false);
        css.append('\n');
        block(css, theme, ":root.dark, :root .dark", true);
        if (!theme.customCss().isBlank()) {
            css.append('\n').append(theme.customCss().strip()).append('\n');
        }
        return css.toString();
    }

    /**
     * The dark block names every variable again, also those without a dark value: where a variable is declared decides which values
     * its references have.
     */
    private static void block(StringBuilder css, Theme theme, String selector, boolean dark) {
        css.append(selector).append(" {\n  --name: ").append(theme.name()).append(";\n");
        for (var variable : theme.values().names()) {
            css.append("  ").append(ThemeValue.property(variable)).append(": ")
                    .append(ThemeValue.css(theme.values().get(variable, dark))).append(";\n");
        }
        css.append("}\n");
    }
}
