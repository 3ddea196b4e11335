package io.gradio4j.themes;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.Theme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the themes look like when all references are followed, in both modes, and whether it can be read. */
class ColoursTest {

    private static final Pattern REFERENCE = Pattern.compile("var\\(--([\\w-]+)\\)");
    private static final Pattern COLOUR = Pattern.compile("white|black|#[0-9a-fA-F]{6}");
    /** What WCAG 2 asks for (AA). */
    private static final double READABLE = 4.5;

    /** Texts and what is behind them. */
    private static final List<List<String>> PAIRS = List.of(
            List.of("body-text-color", "body-background-fill"), List.of("body-text-color", "block-background-fill"), List.of("body-text-color", "background-fill-secondary"),
            List.of("body-text-color", "input-background-fill"), List.of("link-text-color", "body-background-fill"), List.of("accordion-text-color", "block-background-fill"),
            List.of("block-title-text-color", "block-background-fill"), List.of("block-title-text-color", "block-title-background-fill"),
            List.of("block-label-text-color", "block-label-background-fill"),
            List.of("button-primary-text-color", "button-primary-background-fill"), List.of("button-primary-text-color-hover", "button-primary-background-fill-hover"),
            List.of("button-secondary-text-color", "button-secondary-background-fill"), List.of("button-secondary-text-color-hover", "button-secondary-background-fill-hover"),
            List.of("button-cancel-text-color", "button-cancel-background-fill"), List.of("button-cancel-text-color-hover", "button-cancel-background-fill-hover"),
            List.of("checkbox-label-text-color", "checkbox-label-background-fill"), List.of("checkbox-label-text-color-selected", "checkbox-label-background-fill-selected"),
            List.of("table-text-color", "table-even-background-fill"), List.of("table-text-color", "table-odd-background-fill"), List.of("error-text-color", "error-background-fill"));

    static Stream<Theme> themes() {
        return ThemesTest.themes().filter(theme -> !theme.name().equals("base"));
    }

    @ParameterizedTest
    @MethodSource("themes")
    void textsCanBeRead(Theme theme) {
        var faint = new ArrayList<String>();
        for (var dark : List.of(false, true)) {
            var variables = variables(theme, dark);
            for (var pair : PAIRS) {
                var text = resolved(pair.getFirst(), variables);
                var behind = resolved(pair.getLast(), variables);
                if (!COLOUR.matcher(text).matches() || !COLOUR.matcher(behind).matches() || isCovered(pair, variables)) {
                    continue;
                }
                var contrast = contrast(text, behind);
                if (contrast < READABLE) {
                    faint.add("%s %s: %s on %s is %.2f".formatted(dark ? "dark" : "light", pair, text, behind, contrast));
                }
            }
        }
        assertThat(faint).isEmpty();
    }

    /** The chosen tab: its colour is mixed of the accent and of the text's. Mario's style sheet draws it as all text. */
    @ParameterizedTest
    @MethodSource("themes")
    void chosenTabCanBeRead(Theme theme) {
        for (var dark : theme.name().equals("mario") ? List.of(true) : List.of(false, true)) {
            var variables = variables(theme, dark);
            var text = mixed(0.55, resolved("color-accent", variables), resolved("body-text-color", variables));
            assertThat(contrast(text, resolved("body-background-fill", variables))).as("%s, %s: %s", theme.name(), dark ? "dark" : "light", text).isGreaterThanOrEqualTo(READABLE);
        }
    }

    /** A title with a background of its own does not stand on the block's. */
    private static boolean isCovered(List<String> pair, Map<String, String> variables) {
        return pair.equals(List.of("block-title-text-color", "block-background-fill")) && !resolved("block-title-background-fill", variables).equals("none");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
            base, light, white, #27272a, white, #71717a, #f4f4f5, #e4e4e7, #3b82f6, #3b82f6, 4px, 16px
            base, dark, #0f0f11, #f4f4f5, #27272a, #e4e4e7, #3f3f46, #3f3f46, #2563eb, #3b82f6, 4px, 16px
            default, light, white, #27272a, white, #71717a, white, #e4e4e7, #c2410c, #f97316, 4px, 16px
            default, dark, #0f0f11, #f4f4f5, #27272a, #e4e4e7, #27272a, #3f3f46, #c2410c, #f97316, 4px, 16px
            monochrome, light, white, #171717, white, #171717, #f5f5f5, #e5e5e5, #171717, #737373, 0px, 28px
            monochrome, dark, #171717, #f5f5f5, #262626, #e5e5e5, #404040, #404040, #525252, #737373, 0px, 28px
            soft, light, #f9fafb, #1f2937, white, #4f46e5, white, #e5e7eb, #4f46e5, #6366f1, 4px, 16px
            soft, dark, #0b0f19, #f3f4f6, #1f2937, white, #374151, #374151, #4f46e5, #6366f1, 4px, 16px
            glass, light, white, #1e293b, #f8fafc, #475569, 'linear-gradient(0deg, #f1f5f9 0%, white 100%)', #e2e8f0, 'linear-gradient(180deg, #dbeafe 0%, #bfdbfe 30%)', #3b82f6, 2px, 12px
            glass, dark, #1e293b, #f1f5f9, #1e293b, #e2e8f0, #475569, #475569, 'linear-gradient(180deg, #3b82f6 0%, #2563eb 30%)', #3b82f6, 2px, 12px
            origin, light, white, #1f2937, white, #6b7280, white, #e5e7eb, 'linear-gradient(to bottom right, #ffedd5, #fdba74)', #f97316, 4px, 16px
            origin, dark, #0b0f19, #f3f4f6, #1f2937, #e5e7eb, #1f2937, #374151, 'linear-gradient(to bottom right, #f97316, #ea580c)', #f97316, 4px, 16px
            citrus, light, #fafaf9, #292524, #f5f5f4, #78716c, #fafaf9, #e7e5e4, #f59e0b, #f59e0b, 4px, 28px
            citrus, dark, #0f0e0d, #f5f5f4, #292524, #e7e5e4, #1c1917, #44403c, #d97706, #f59e0b, 4px, 28px
            ocean, light, white, #27272a, white, #71717a, #f4f4f5, #e4e4e7, 'linear-gradient(120deg, #0ea5e9 0%, #6ee7b7 60%, #34d399 100%)', #10b981, 10px, 16px
            ocean, dark, #0f0f11, #f4f4f5, #27272a, #e4e4e7, #3f3f46, #3f3f46, 'linear-gradient(120deg, #0284c7 0%, #10b981 60%, #059669 100%)', #10b981, 10px, 16px
            mario, light, #6B8CFF, #000000, #FAC000, #000000, #FCE4A8, #e7e5e4, #00A800, #FAC000, 4px, 16px
            mario, dark, #0f0e0d, #f5f5f4, #292524, #e7e5e4, #44403c, #44403c, #c2410c, #FAC000, 4px, 16px
            ember, light, #fafaf9, #292524, white, #c2410c, white, #e7e5e4, #c2410c, #f97316, 6px, 16px
            ember, dark, #0f0e0d, #e7e5e4, #1c1917, #fdba74, #292524, #44403c, #c2410c, #f97316, 6px, 16px
            neon, light, #f5f5f5, #262626, white, #3f6212, white, #e5e5e5, #a3e635, #06b6d4, 10px, 28px
            neon, dark, #0f0f0f, #e5e5e5, #171717, #d9f99d, #262626, #404040, #84cc16, #06b6d4, 10px, 28px
            cyberpunk, light, #f1f5f9, #1e293b, white, #a21caf, white, #e2e8f0, #c026d3, #06b6d4, 2px, 16px
            cyberpunk, dark, #0a0416, #cbd5e1, #110b22, #f0abfc, #1a1030, #334155, #c026d3, #06b6d4, 2px, 16px
            """)
    void everyThemeHasItsColours(String name, String mode, String body, String text, String block, String label, String input, String border, String primary, String accent,
            String corner, String gap) {
        var theme = ThemesTest.themes().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
        var variables = variables(theme, mode.equals("dark"));
        assertThat(Stream.of("body-background-fill", "body-text-color", "block-background-fill", "block-label-text-color", "input-background-fill", "border-color-primary",
                "button-primary-background-fill", "color-accent", "block-radius", "layout-gap").map(variable -> resolved(variable, variables)))
                .containsExactly(body, text, block, label, input, border, primary, accent, corner, gap);
    }

    @Test
    void contrastIsThatOfWcag() {
        assertThat(contrast("white", "black")).isEqualTo(21);
        assertThat(contrast("#777777", "white")).isBetween(4.47, 4.48);
    }

    /** The variables of a mode: dark mode has the light ones, too, where it has none of its own. */
    private static Map<String, String> variables(Theme theme, boolean dark) {
        var variables = new HashMap<String, String>();
        for (var selector : dark ? List.of(":root {", ":root.dark, :root .dark {") : List.of(":root {")) {
            ThemesTest.block(theme, selector).lines().map(line -> line.strip().split(": ", 2)).forEach(pair -> variables.put(pair[0].substring(2), pair[1].replaceAll(";$", "")));
        }
        return variables;
    }

    private static String resolved(String name, Map<String, String> variables) {
        var value = Optional.ofNullable(variables.get(name)).orElseThrow(() -> new AssertionError("no variable " + name));
        return REFERENCE.matcher(value).replaceAll(match -> resolved(match.group(1), variables));
    }

    private static double contrast(String one, String other) {
        var a = luminance(one);
        var b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static String mixed(double share, String one, String other) {
        var colour = new StringBuilder("#");
        for (var i = 0; i < 3; i++) {
            colour.append(HexFormat.of().toHexDigits((byte) Math.round(share * part(one, i) + (1 - share) * part(other, i))));
        }
        return colour.toString();
    }

    private static double luminance(String colour) {
        var sum = 0.0;
        var weights = List.of(0.2126, 0.7152, 0.0722);
        for (var i = 0; i < 3; i++) {
            var part = part(colour, i) / 255.0;
            sum += weights.get(i) * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    /** Red, green or blue, 0 to 255. */
    private static int part(String colour, int index) {
        var hex = switch (colour) {
            case "white" -> "ffffff";
            case "black" -> "000000";
            default -> colour.substring(1);
        };
        return HexFormat.fromHexDigits(hex, 2 * index, 2 * index + 2);
    }
}
