package io.gradio4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class FontTest {

    private final Theme plain = Theme.named("plain");

    @Test
    void familiesAreQuotedAndKeywordsAreNot() {
        var css = StyleSheet.of(plain
                .font(Font.google("Source Sans 3"), Font.local("Lora"), Font.system("Optima"), Font.system("system-ui"))
                .fontMono(Font.system("monospace"))).light();

        assertThat(css).containsEntry("--font", "'Source Sans 3', 'Lora', 'Optima', system-ui").containsEntry("--font-mono", "monospace");
    }

    @Test
    void theSystemsFontsFollowWhereNoKeywordIsNamed() {
        var css = StyleSheet.of(plain.font(Font.google("Inter")).fontMono(Font.system("Fira Code"))).light();

        assertThat(css)
                .containsEntry("--font", "'Inter', ui-sans-serif, system-ui, sans-serif")
                .containsEntry("--font-mono", "'Fira Code', ui-monospace, 'Consolas', monospace");
    }

    @Test
    void noOtherSiteIsAskedByDefault() {
        var theme = plain.font(Font.google("Inter"));

        assertThat(theme.stylesheets()).isEmpty();
        assertThat(theme.css()).doesNotContain("googleapis", "@import", "@font-face");
    }

    @Test
    void aRemoteFontIsLoadedFromGoogle() {
        var theme = plain.font(Font.google("Source Sans 3", 700, 400, 700).remote()).fontMono(Font.google("Inter").remote());

        assertThat(theme.stylesheets()).containsExactly(
                "https://fonts.googleapis.com/css2?family=Source+Sans+3:wght@400;700&display=swap",
                "https://fonts.googleapis.com/css2?family=Inter:wght@400;600&display=swap");
        assertThatIllegalStateException().isThrownBy(() -> Font.local("Lora").remote()).withMessageContaining("\"Lora\"");
    }

    @Test
    void aLocalFontHasARuleForEachWeight() {
        var css = plain.font(Font.local("Open Sans", 300, 600)).css();

        assertThat(css).startsWith("""
                @font-face {
                  font-family: 'Open Sans';
                  src: local('Open Sans Light'), local('OpenSans-Light'), url('static/fonts/OpenSans/OpenSans-Light.woff2') format('woff2');
                  font-weight: 300;
                  font-style: normal;
                  font-display: swap;
                }
                @font-face {
                """).contains("static/fonts/OpenSans/OpenSans-SemiBold.woff2");
    }

    @Test
    void namesAndWeightsThatCannotBeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Font.system("a'b")).withMessageContaining("\"a'b\"");
        assertThatIllegalArgumentException().isThrownBy(() -> Font.google(" ")).withMessageContaining("\" \"");
        assertThatIllegalArgumentException().isThrownBy(() -> Font.google("Inter", 450))
                .withMessage("Font \"Inter\": a weight is a multiple of 100 from 100 to 900, not 450");
        assertThatIllegalArgumentException().isThrownBy(plain::font).withMessageContaining("\"font\"");
    }
}
