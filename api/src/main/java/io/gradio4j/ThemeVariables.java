package io.gradio4j;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The Base theme: every variable that exists, with its value. */
final class ThemeVariables {

    static final String DARK = "_dark";

    static final List<Font> FONT =
            List.of(Font.system("IBM Plex Sans"), Font.system("ui-sans-serif"), Font.system("system-ui"), Font.system("sans-serif"));
    static final List<Font> FONT_MONO =
            List.of(Font.system("IBM Plex Mono"), Font.system("ui-monospace"), Font.system("Consolas"), Font.system("monospace"));

    /** In the order of the style sheet; a dark value has a key of its own, ending in {@link #DARK}. */
    static final Map<String, String> BASE = base();

    /** The variables without the dark keys. */
    static final List<String> NAMES = BASE.keySet().stream().filter(name -> !name.endsWith(DARK)).toList();

    private ThemeVariables() {
    }

    /** The variable that a name is about: {@code x} for both {@code x} and {@code x_dark}. */
    static String light(String variable) {
        return variable.endsWith(DARK) ? variable.substring(0, variable.length() - DARK.length()) : variable;
    }

    static Map<String, String> hue(String token, Hue hue) {
        return steps(token, Hue.SHADES, hue.colours());
    }

    static Map<String, String> scale(String token, List<String> lengths) {
        if (lengths.size() != Size.STEPS.size()) {
            throw new IllegalArgumentException("The %s scale needs %d lengths (xxs to xxl), not %d: %s"
                    .formatted(token, Size.STEPS.size(), lengths.size(), lengths));
        }
        return steps(token, Size.STEPS, lengths);
    }

    private static Map<String, String> steps(String token, List<String> names, List<String> values) {
        var steps = new LinkedHashMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            steps.put(token + "_" + names.get(i), values.get(i));
        }
        return steps;
    }

    private static Map<String, String> base() {
        var base = new LinkedHashMap<String, String>();
        base.putAll(hue("primary", Hue.BLUE));
        base.putAll(hue("secondary", Hue.BLUE));
        base.putAll(hue("neutral", Hue.ZINC));
        base.putAll(scale("spacing", Size.MD.spacing()));
        base.putAll(scale("radius", Size.MD.radius()));
        base.putAll(scale("text", Size.MD.text()));
        base.put("font", ThemeCss.families(FONT));
        base.put("font_mono", ThemeCss.families(FONT_MONO));
        var table = Objects.requireNonNull(ThemeVariables.class.getResourceAsStream("base-theme.txt"), "base-theme.txt");
        try (var lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split(" \\| ")).forEach(row -> {
                base.put(row[0], row[1]);
                if (row.length > 2) {
                    base.put(row[0] + DARK, row[2]);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("base-theme.txt", e);
        }
        return Collections.unmodifiableMap(base);
    }
}
