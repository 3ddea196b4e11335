package io.gradio4j.themes;

import io.gradio4j.Theme;

/**
 * The built-in themes. Each is an ordinary {@link Theme}: it can be used as it is, by name ({@code theme("soft")}) or as the
 * start of one's own, because every change makes a new theme.
 *
 * <p>The fonts they name are not part of the jar: a font that the reader's system lacks gives way to the system's own.
 *
 * {@snippet :
 * Theme ours = Themes.soft().name("ours").primaryHue(Hue.TEAL).textSize(Size.LG);
 * }
 */
public final class Themes {

    private Themes() {
    }

    /**
     * The plain theme every other one starts from: blue on zinc, hardly any decoration.
     *
     * @return the theme "base"
     */
    public static Theme base() {
        return new Base().theme();
    }

    /**
     * What an app wears when it names no theme: orange accents, blue links, zinc greys.
     *
     * @return the theme "default"
     */
    public static Theme defaultTheme() {
        return new Default().theme();
    }

    /**
     * Black on white like a newspaper: one neutral hue, square corners, thick button borders.
     *
     * @return the theme "monochrome"
     */
    public static Theme monochrome() {
        return new Monochrome().theme();
    }

    /**
     * Calm and rounded: indigo on grey, soft shadows, coloured labels.
     *
     * @return the theme "soft"
     */
    public static Theme soft() {
        return new Soft().theme();
    }

    /**
     * Small and shiny: slate greys, vertical gradients on buttons and inputs.
     *
     * @return the theme "glass"
     */
    public static Theme glass() {
        return new Glass().theme();
    }

    /**
     * The look of the early Gradio: gradients, thin borders, gentle shadows.
     *
     * @return the theme "origin"
     */
    public static Theme origin() {
        return new Origin().theme();
    }

    /**
     * Yellow and lively: buttons stand on a coloured edge and move when pressed.
     *
     * @return the theme "citrus"
     */
    public static Theme citrus() {
        return new Citrus().theme();
    }

    /**
     * Blue-green gradients, very round corners, buttons that grow a little under the pointer.
     *
     * @return the theme "ocean"
     */
    public static Theme ocean() {
        return new Ocean().theme();
    }

    /**
     * A jump-and-run game of the eighties: sky, bricks, coins and a pixel font; by night without the sky.
     *
     * @return the theme "mario"
     */
    public static Theme mario() {
        return new Mario().theme();
    }

    /**
     * Warm: orange on stone, wide corners, fine shadows.
     *
     * @return the theme "ember"
     */
    public static Theme ember() {
        return new Ember().theme();
    }

    /**
     * Loud: lime and cyan, thick borders, buttons that stand on a hard shadow.
     *
     * @return the theme "neon"
     */
    public static Theme neon() {
        return new Neon().theme();
    }

    /**
     * Fuchsia and cyan on violet night, glowing buttons in dark mode.
     *
     * @return the theme "cyberpunk"
     */
    public static Theme cyberpunk() {
        return new Cyberpunk().theme();
    }
}
