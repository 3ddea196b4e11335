package io.gradio4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThemeTest {

    private final Theme plain = Theme.named("plain");

    @Test
    void baseHasEveryVariableInBothModes() {
        var css = StyleSheet.of(plain);

        // 163 with a meaning, 33 colours, 21 sizes, 2 fonts, the name
        assertThat(css.light()).hasSize(220).containsEntry("--name", "plain");
        assertThat(css.dark().keySet()).isEqualTo(css.light().keySet());
    }

    @Test
    void baseHasGradiosValues() {
        var css = StyleSheet.of(plain);

        assertThat(css.light())
                .containsEntry("--primary-500", "#3b82f6")
                .containsEntry("--secondary-950", "#1d3660")
                .containsEntry("--neutral-400", "#bbbbc2")
                .containsEntry("--spacing-xxl", "16px")
                .containsEntry("--radius-xxl", "22px")
                .containsEntry("--text-md", "14px")
                .containsEntry("--font", "'IBM Plex Sans', ui-sans-serif, system-ui, sans-serif")
                .containsEntry("--body-text-color", "var(--neutral-800)")
                .containsEntry("--background-fill-primary", "white")
                .containsEntry("--block-label-radius", "calc(var(--radius-sm) - 1px) 0 calc(var(--radius-sm) - 1px) 0")
                .containsEntry("--block-padding", "var(--spacing-xl) calc(var(--spacing-xl) + 2px)")
                .containsEntry("--button-large-padding", "var(--spacing-lg) calc(2 * var(--spacing-lg))")
                .containsEntry("--shadow-drop-lg", "0 1px 3px 0 rgb(0 0 0 / 0.1), 0 1px 2px -1px rgb(0 0 0 / 0.1)")
                .containsEntry("--error-border-color", "#b91c1c")
                .containsEntry("--button-secondary-text-color", "black");
        assertThat(css.dark())
                .containsEntry("--body-text-color", "var(--neutral-100)")
                .containsEntry("--background-fill-primary", "var(--neutral-950)")
                .containsEntry("--shadow-spread", "1px")
                .containsEntry("--error-border-color", "#ef4444")
                .containsEntry("--button-secondary-text-color", "white");
    }

    @Test
    void darkModeRepeatsALightValueThatHasNoDarkOne() {
        var css = StyleSheet.of(plain.set("block_radius", "*radius_lg").set("block_border_width", "3px"));

        assertThat(css.dark()).containsEntry("--block-radius", "var(--radius-lg)").containsEntry("--block-border-width", "3px");
        assertThat(css.dark().toString()).doesNotContain("None", "null", "_dark", "-dark");
    }

    @Test
    void lightAndDarkValuesAreSetApartOrTogether() {
        var lightOnly = StyleSheet.of(plain.set("color_accent_soft", "red"));
        var darkOnly = StyleSheet.of(plain.set("block_shadow_dark", "*shadow_drop"));
        var both = StyleSheet.of(plain.set("block_radius", "1px", "2px"));

        assertThat(lightOnly.light()).containsEntry("--color-accent-soft", "red");
        assertThat(lightOnly.dark()).containsEntry("--color-accent-soft", "var(--neutral-700)");
        assertThat(darkOnly.light()).containsEntry("--block-shadow", "none");
        assertThat(darkOnly.dark()).containsEntry("--block-shadow", "var(--shadow-drop)");
        assertThat(both.light()).containsEntry("--block-radius", "1px");
        assertThat(both.dark()).containsEntry("--block-radius", "2px");
    }

    @Test
    void darkModeCanBeMadeToFollowTheLightOne() {
        var css = StyleSheet.of(plain.set("body_text_color", "navy").sameInDark("body_text_color"));

        assertThat(css.dark()).containsEntry("--body-text-color", "navy");
    }

    @Test
    void fillsKeepTheirValuesWhenAnotherVariableIsSetLater() {
        var css = StyleSheet.of(plain.set("background_fill_primary", "beige", "black").set("block_radius", "0"));

        assertThat(css.light()).containsEntry("--background-fill-primary", "beige");
        assertThat(css.dark()).containsEntry("--background-fill-primary", "black");
    }

    @Test
    void starsReferOnlyOutsideQuotesAndBeforeAName() {
        var css = StyleSheet.of(plain
                .set("block_padding", "calc(2 * *spacing_md) calc(3*2px)")
                .set("checkbox_check", "url(\"data:image/svg+xml,*radius_md;x\")")
                .set("panel_background_fill", "linear-gradient(90deg, *primary_50, *primary_100 40%, *primary_50)"));

        assertThat(css.light())
                .containsEntry("--block-padding", "calc(2 * var(--spacing-md)) calc(3*2px)")
                .containsEntry("--checkbox-check", "url(\"data:image/svg+xml,*radius_md;x\")")
                .containsEntry("--panel-background-fill",
                        "linear-gradient(90deg, var(--primary-50), var(--primary-100) 40%, var(--primary-50))");
    }

    @Test
    void aSemicolonAtTheEndIsDropped() {
        assertThat(StyleSheet.of(plain.set("block_shadow", "0 3px 0 red; ")).light()).containsEntry("--block-shadow", "0 3px 0 red");
    }

    @Test
    void huesAndSizesFillTheirSteps() {
        var css = StyleSheet.of(plain
                .primaryHue(Hue.TEAL)
                .secondaryHue(Hue.of("grey", "#f9f9f9", "#eee", "#ddd", "#ccc", "#bbb", "#999", "#777", "#555", "#444", "#333", "#111"))
                .neutralHue(Hue.STONE)
                .textSize(Size.LG)
                .spacingSize(List.of("1px", "2px", "3px", "4px", "5px", "6px", "7px"))
                .radiusSize(Size.NONE)).light();

        assertThat(css)
                .containsEntry("--primary-50", "#f0fdfa").containsEntry("--primary-950", "#12443e")
                .containsEntry("--secondary-100", "#eee").containsEntry("--secondary-950", "#111")
                .containsEntry("--neutral-800", "#292524")
                .containsEntry("--text-xxs", "10px").containsEntry("--text-xxl", "28px")
                .containsEntry("--spacing-xs", "2px").containsEntry("--spacing-xxl", "7px")
                .containsEntry("--radius-xxs", "0px").containsEntry("--radius-xxl", "0px");
    }

    @Test
    void everyChangeLeavesTheThemeItCameFromAsItWas() {
        var before = plain.css();

        plain.primaryHue(Hue.RED).radiusSize(Size.XXL).set("block_radius", "0").customCss("p {}").name("other");

        assertThat(plain.css()).isEqualTo(before);
    }

    @Test
    void customCssFollowsTheVariables() {
        assertThat(plain.customCss("p { color: red }").css()).endsWith("}\n\np { color: red }\n");
    }

    @Test
    void theHashIsThatOfTheCss() {
        assertThat(plain.hash()).matches("[0-9a-f]{64}").isEqualTo(Theme.named("plain").hash());
        assertThat(plain.set("block_radius", "0").set("body_text_weight", "500").hash())
                .isNotEqualTo(plain.hash())
                .isEqualTo(plain.set("body_text_weight", "500").set("block_radius", "0").hash());
    }

    @Test
    void bodyCssIsFreeOfReferences() {
        assertThat(plain.bodyCss()).containsExactly(
                Map.entry("body_background_fill", "white"),
                Map.entry("body_text_color", "#27272a"),
                Map.entry("body_background_fill_dark", "#0f0f11"),
                Map.entry("body_text_color_dark", "#f4f4f5"));
        assertThat(plain.set("body_background_fill", "linear-gradient(*block_background_fill, *color_accent)").bodyCss())
                .containsEntry("body_background_fill", "linear-gradient(white, #3b82f6)");
    }

    @Test
    void unknownVariablesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> plain.set("button_colour", "red"))
                .withMessage("There is no theme variable \"button_colour\" to set to \"red\"");
        assertThatIllegalArgumentException().isThrownBy(() -> plain.set("button_colour_dark", "red"))
                .withMessageContaining("\"button_colour_dark\"");
        assertThatIllegalArgumentException().isThrownBy(() -> plain.set("body_text_color_dark_dark", "red"))
                .withMessageContaining("\"body_text_color_dark_dark\"");
        assertThatIllegalArgumentException().isThrownBy(() -> plain.sameInDark("button_colour"))
                .withMessageContaining("\"button_colour_dark\"");
        assertThatIllegalArgumentException().isThrownBy(() -> plain.set("font", "Inter"))
                .withMessage("Theme variable \"font\" can't be set to \"Inter\": font(…) and fontMono(…) do that");
    }

    @Test
    void referencesThatLeadNowhereAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> plain.set("block_shadow", "*shadow"))
                .withMessage("Theme variable \"block_shadow\" can't be \"*shadow\": there is no variable \"shadow\"");
        assertThatIllegalArgumentException().isThrownBy(() -> plain.set("block_shadow", "*body_text_color_dark"))
                .withMessage("Theme variable \"block_shadow\" can't be \"*body_text_color_dark\": *body_text_color_dark is not needed, "
                        + "*body_text_color has the dark value in dark mode");
        assertThatIllegalArgumentException().isThrownBy(() -> plain.set("block_shadow_dark", "*block_shadow"))
                .withMessageContainingAll("\"block_shadow_dark\"", "\"*block_shadow\"", "its own light value");
        assertThatIllegalArgumentException().isThrownBy(() -> plain.set("block_shadow", "*block_shadow"))
                .withMessageContainingAll("\"block_shadow\"", "itself");
    }

    @Test
    void circlesAreRefusedInTheModeWhereTheyClose() {
        assertThatIllegalArgumentException().isThrownBy(() -> plain.set("button_primary_shadow", "*button_secondary_shadow_hover"))
                .withMessage("Theme variable \"button_primary_shadow\" can't be \"*button_secondary_shadow_hover\": it leads back to "
                        + "itself in light mode, through button_primary_shadow, button_secondary_shadow_hover, button_secondary_shadow");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plain.set("block_radius_dark", "*input_radius").set("input_radius_dark", "*block_radius"))
                .withMessageContaining("in dark mode");
    }

    @Test
    void lightModeNeedsAValue() {
        assertThatIllegalArgumentException().isThrownBy(() -> plain.set("block_shadow", nothing()))
                .withMessage("Theme variable \"block_shadow\" can't be null: light mode needs a value");
        assertThatIllegalArgumentException().isThrownBy(() -> plain.set("block_shadow", " ; "))
                .withMessage("Theme variable \"block_shadow\" can't be \" ; \": it is empty");
    }

    @Test
    void valuesThatWouldBreakTheStyleSheetAreRefused() {
        for (var value : List.of("red; } body { display: none", "red }", "calc(1px", "1px)", "'open", "/* red", "red\\",
                "\"a\nb\"", "url(x]", "a;b")) {
            assertThatIllegalArgumentException().as(value).isThrownBy(() -> plain.set("block_shadow", value))
                    .withMessageStartingWith("Theme variable \"block_shadow\" can't be \"" + value + "\": ");
        }
    }

    @Test
    void tokensThatDoNotExistAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> plain.textSize(Size.XXL))
                .withMessage("There is no text size XXL, only SM, MD and LG");
        assertThatIllegalArgumentException().isThrownBy(() -> plain.spacingSize(Size.NONE))
                .withMessage("There is no spacing size NONE, only SM, MD and LG");
        assertThatIllegalArgumentException().isThrownBy(() -> plain.radiusSize(List.of("1px", "2px")))
                .withMessage("The radius scale needs 7 lengths (xxs to xxl), not 2: [1px, 2px]");
        assertThatIllegalArgumentException().isThrownBy(() -> Hue.of("short", "red", "blue"))
                .withMessage("Hue \"short\" needs 11 colours (50 to 950), not 2: [red, blue]");
        for (var name : List.of("", " ", "a;b", "x}")) {
            assertThatIllegalArgumentException().as(name).isThrownBy(() -> Theme.named(name)).withMessageContaining("\"" + name + "\"");
        }
    }

    /** What a caller without null checks may pass. */
    @SuppressWarnings("NullAway")
    private static String nothing() {
        return null;
    }
}
