package io.gradio4j.themes;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.Theme;
import io.gradio4j.spi.ThemeProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThemesTest {

    static Stream<Theme> themes() {
        return Stream.of(Themes.base(), Themes.defaultTheme(), Themes.monochrome(), Themes.soft(), Themes.glass(), Themes.origin(),
                Themes.citrus(), Themes.ocean(), Themes.mario(), Themes.ember(), Themes.neon(), Themes.cyberpunk());
    }

    @Test
    void everyThemeIsFoundByItsName() {
        var provided = ServiceLoader.load(ThemeProvider.class).stream().map(provider -> provider.get().theme().name());

        assertThat(provided).containsExactlyInAnyOrder("base", "default", "monochrome", "soft", "glass", "origin", "citrus", "ocean",
                "mario", "ember", "neon", "cyberpunk");
    }

    @ParameterizedTest
    @MethodSource("themes")
    void everyThemeHasAllVariablesInBothModesAndAsksNoOtherSite(Theme theme, @TempDir Path folder) {
        var light = block(theme, ":root {");
        var dark = block(theme, ":root.dark, :root .dark {");

        assertThat(names(light)).hasSize(220).doesNotHaveDuplicates().isEqualTo(names(dark));
        assertThat(light + dark).contains("  --name: " + theme.name() + ";\n")
                .doesNotContain("None", "null", ";;").doesNotContainPattern("\\*\\w");
        assertThat(theme.stylesheets()).isEmpty();
        assertThat(theme.css()).doesNotContain("@font-face", "@import", "https:");
        assertThat(theme.bodyCss()).hasSize(4).allSatisfy((variable, value) -> assertThat(value).matches("white|#[0-9a-fA-F]{6}"));

        theme.dump(folder.resolve("theme.json"));
        assertThat(Theme.load(folder.resolve("theme.json")).css()).isEqualTo(theme.css());
    }

    @Test
    void baseIsThePlainTheme() {
        assertThat(Themes.base().css()).isEqualTo(Theme.named("base").css());
    }

    @Test
    void theDefaultThemeIsOrangeOnZinc() {
        assertThat(block(Themes.defaultTheme(), ":root {")).contains(
                "  --primary-500: #f97316;\n", "  --secondary-500: #3b82f6;\n", "  --neutral-500: #71717a;\n",
                "  --font: 'Source Sans Pro', ui-sans-serif, system-ui, sans-serif;\n",
                "  --input-background-fill: white;\n", "  --input-border-width: 1px;\n", "  --button-border-width: 0px;\n",
                "  --input-shadow-focus: 0 0 0 var(--shadow-spread) var(--secondary-50), var(--shadow-inset);\n",
                "  --stat-background-fill: linear-gradient(to right, var(--primary-400), var(--primary-200));\n",
                "  --button-primary-background-fill: var(--primary-700);\n", "  --button-cancel-background-fill: #dc2626;\n",
                "  --border-color-accent-subdued: var(--primary-200);\n");
        assertThat(block(Themes.defaultTheme(), ":root.dark, :root .dark {")).contains(
                "  --input-background-fill: var(--neutral-800);\n", "  --input-border-width: 1px;\n",
                "  --button-primary-background-fill: var(--primary-700);\n", "  --button-cancel-background-fill: #b91c1c;\n",
                "  --error-background-fill: var(--neutral-900);\n",
                "  --checkbox-label-background-fill-hover: var(--checkbox-label-background-fill);\n",
                "  --border-color-accent-subdued: var(--border-color-accent);\n", "  --shadow-spread: 1px;\n");
    }

    @Test
    void theSoftThemeIsIndigoWithShadows() {
        assertThat(block(Themes.soft(), ":root {")).contains(
                "  --primary-500: #6366f1;\n", "  --secondary-500: #6366f1;\n", "  --neutral-500: #6b7280;\n",
                "  --font: 'Montserrat', ui-sans-serif, system-ui, sans-serif;\n",
                "  --background-fill-primary: var(--neutral-50);\n", "  --block-background-fill: white;\n",
                "  --shadow-drop-lg: 0 2px 5px 0 rgb(0 0 0 / 0.1);\n", "  --shadow-spread: 6px;\n",
                "  --button-primary-shadow: var(--shadow-drop-lg);\n", "  --button-primary-background-fill: var(--primary-600);\n",
                "  --block-title-text-color: var(--primary-600);\n", "  --block-border-width: 0px;\n",
                "  --block-title-padding: var(--block-label-padding);\n");
        assertThat(block(Themes.soft(), ":root.dark, :root .dark {")).contains(
                "  --background-fill-primary: var(--neutral-950);\n", "  --block-background-fill: var(--neutral-800);\n",
                "  --shadow-spread: 1px;\n", "  --block-label-background-fill: var(--primary-600);\n",
                "  --block-label-text-color: white;\n", "  --button-primary-shadow: var(--shadow-drop-lg);\n");
    }

    @Test
    void theOthersHaveTheirOwnTokensAndValues() {
        assertThat(Themes.monochrome().css()).contains("--radius-xl: 0px", "--spacing-md: 8px", "--button-border-width: 2px");
        assertThat(Themes.glass().css()).contains("--text-md: 13px",
                "--font: 'Optima', 'Candara', 'Noto Sans', 'source-sans-pro', sans-serif;");
        assertThat(Themes.origin().css()).contains("--form-gap-width: 1px", "--button-transition: none");
        assertThat(Themes.citrus().css()).contains("--button-transform-hover: translateY(-2px);",
                "--input-shadow: 0px -1px 0px 0px var(--neutral-300);");
        assertThat(Themes.ocean().css()).contains("--radius-md: 20px", "--button-transform-hover: scale(1.02)");
        assertThat(Themes.mario().css()).contains("--block-background-fill: #FAC000", "button.secondary {");
        assertThat(Themes.ember().css()).contains("--radius-md: 8px", "--shadow-drop-lg: 0 4px 12px 0 rgb(0 0 0 / 0.1)");
        assertThat(Themes.neon().css()).contains("--primary-500: #84cc16", "--block-shadow: 0px 3px 0px 0px var(--neutral-800)");
        assertThat(Themes.cyberpunk().css()).contains("--body-background-fill: #0a0416", "--loader-color: var(--secondary-400)");
    }

    static String block(Theme theme, String selector) {
        var css = theme.css();
        int start = css.indexOf(selector) + selector.length() + 1;
        return css.substring(start, css.indexOf("\n}", start) + 1);
    }

    private static List<String> names(String block) {
        return block.lines().map(line -> line.substring(2, line.indexOf(':'))).toList();
    }
}
