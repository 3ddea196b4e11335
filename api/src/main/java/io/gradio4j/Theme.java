package io.gradio4j;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an app looks: a complete set of CSS variables, for light and for dark mode. A theme starts as Gradio's Base theme, which has
 * every variable, and each method returns a changed copy: themes are immutable and always valid, so they can be kept in a constant,
 * shared between threads and used as the start of another.
 *
 * {@snippet :
 * Theme corporate = Theme.named("corporate")
 *         .primaryHue(Hue.TEAL)
 *         .font(Font.google("Inter"))
 *         .set("button_primary_background_fill", "*primary_600", "*primary_700")
 *         .set("block_shadow_dark", "none");
 * }
 *
 * <p>The variables are Gradio's, with its names ({@code button_primary_background_fill} is the custom property
 * {@code --button-primary-background-fill}). In a value, {@code *name} refers to another variable. Dark mode uses the value of
 * {@code name_dark} where there is one, else that of {@code name}; references always follow the mode, so a value never names a
 * {@code _dark} variable itself.
 */
public final class Theme {

    private final String name;
    private final ThemeValues values;
    private final List<Font> fonts;
    private final List<Font> fontsMono;
    private final String customCss;

    Theme(String name, ThemeValues values, List<Font> fonts, List<Font> fontsMono, String customCss) {
        this.name = checkedName(name);
        this.values = values;
        this.fonts = fonts;
        this.fontsMono = fontsMono;
        this.customCss = customCss;
    }

    /**
     * A new theme, equal to Gradio's Base theme but for its name.
     *
     * @param name the name, by which an app can also ask for a theme that a provider brings
     * @return the theme
     * @throws IllegalArgumentException if the name is empty or not made of letters, digits, spaces and {@code - _ . /}
     */
    public static Theme named(String name) {
        return new Theme(name, ThemeValues.BASE, ThemeVariables.FONT, ThemeVariables.FONT_MONO, "");
    }

    /**
     * Reads a theme from a file in Gradio's own format, as written by {@link #dump(Path)} or by Gradio. What the file lacks is as in
     * Base. Variables that only another version of Gradio knows are kept, and a file of one is logged as a warning. Fonts become what {@link Font} says: nothing is requested
     * from another site because a file mentions it.
     *
     * @param file the JSON file
     * @return the theme
     * @throws java.io.UncheckedIOException if the file can't be read
     * @throws IllegalArgumentException if it is not a theme, or a value in it is not valid
     */
    public static Theme load(Path file) {
        return ThemeJson.read(file);
    }

    /**
     * Writes this theme to a file, in the format that Gradio's {@code Theme.load} and {@link #load(Path)} read.
     *
     * @param file the JSON file; an existing one is replaced
     * @throws java.io.UncheckedIOException if the file can't be written
     */
    public void dump(Path file) {
        ThemeJson.write(this, file);
    }

    /**
     * The name.
     *
     * @return the name, such as "soft"
     */
    public String name() {
        return name;
    }

    /**
     * Renames the theme.
     *
     * @param name the new name
     * @return the renamed theme
     * @throws IllegalArgumentException as for {@link #named(String)}
     */
    public Theme name(String name) {
        return new Theme(name, values, fonts, fontsMono, customCss);
    }

    /**
     * Sets the colours {@code primary_50} to {@code primary_950}: accents, main buttons. Default {@link Hue#BLUE}.
     *
     * @param hue the palette
     * @return the changed theme
     * @throws IllegalArgumentException if a colour of the palette is not a CSS value
     */
    public Theme primaryHue(Hue hue) {
        return with(ThemeVariables.hue("primary", hue));
    }

    /**
     * Sets the colours {@code secondary_50} to {@code secondary_950}: links, focus. Default {@link Hue#BLUE}.
     *
     * @param hue the palette
     * @return the changed theme
     * @throws IllegalArgumentException if a colour of the palette is not a CSS value
     */
    public Theme secondaryHue(Hue hue) {
        return with(ThemeVariables.hue("secondary", hue));
    }

    /**
     * Sets the colours {@code neutral_50} to {@code neutral_950}: texts, borders, backgrounds. Default {@link Hue#ZINC}.
     *
     * @param hue the palette
     * @return the changed theme
     * @throws IllegalArgumentException if a colour of the palette is not a CSS value
     */
    public Theme neutralHue(Hue hue) {
        return with(ThemeVariables.hue("neutral", hue));
    }

    /**
     * Sets the font sizes {@code text_xxs} to {@code text_xxl}. Default {@link Size#MD}, whose {@code text_md} is 14 px.
     *
     * @param size SM, MD or LG
     * @return the changed theme
     * @throws IllegalArgumentException if there is no such scale of texts
     */
    public Theme textSize(Size size) {
        return textSize(size.text());
    }

    /**
     * Sets the font sizes {@code text_xxs} to {@code text_xxl} to a scale of one's own.
     *
     * @param lengths seven CSS lengths: xxs, xs, sm, md, lg, xl, xxl
     * @return the changed theme
     * @throws IllegalArgumentException if there are not seven, or one is not a CSS value
     */
    public Theme textSize(List<String> lengths) {
        return with(ThemeVariables.scale("text", lengths));
    }

    /**
     * Sets the spaces {@code spacing_xxs} to {@code spacing_xxl}. Default {@link Size#MD}, whose {@code spacing_md} is 6 px.
     *
     * @param size SM, MD or LG
     * @return the changed theme
     * @throws IllegalArgumentException if there is no such scale of spaces
     */
    public Theme spacingSize(Size size) {
        return spacingSize(size.spacing());
    }

    /**
     * Sets the spaces {@code spacing_xxs} to {@code spacing_xxl} to a scale of one's own.
     *
     * @param lengths seven CSS lengths: xxs, xs, sm, md, lg, xl, xxl
     * @return the changed theme
     * @throws IllegalArgumentException if there are not seven, or one is not a CSS value
     */
    public Theme spacingSize(List<String> lengths) {
        return with(ThemeVariables.scale("spacing", lengths));
    }

    /**
     * Sets the corners {@code radius_xxs} to {@code radius_xxl}. Default {@link Size#MD}, whose {@code radius_md} is 6 px.
     *
     * @param size any of the sizes
     * @return the changed theme
     */
    public Theme radiusSize(Size size) {
        return radiusSize(size.radius());
    }

    /**
     * Sets the corners {@code radius_xxs} to {@code radius_xxl} to a scale of one's own.
     *
     * @param lengths seven CSS lengths: xxs, xs, sm, md, lg, xl, xxl
     * @return the changed theme
     * @throws IllegalArgumentException if there are not seven, or one is not a CSS value
     */
    public Theme radiusSize(List<String> lengths) {
        return with(ThemeVariables.scale("radius", lengths));
    }

    /**
     * Sets the font of the page. Default IBM Plex Sans, if the reader has it. Where no CSS keyword such as {@code sans-serif} is among
     * the fonts, those for the system's sans-serif font are added.
     *
     * @param fonts the first choice, then what to use where that is missing
     * @return the changed theme
     * @throws IllegalArgumentException if there is none
     */
    public Theme font(Font... fonts) {
        var list = withFallback("font", fonts, ThemeVariables.FONT);
        return new Theme(name, values.with(Map.of("font", ThemeCss.families(list))), list, fontsMono, customCss);
    }

    /**
     * Sets the font of code. Default IBM Plex Mono, if the reader has it. Where no CSS keyword such as {@code monospace} is among the
     * fonts, those for the system's monospaced font are added.
     *
     * @param fonts the first choice, then what to use where that is missing
     * @return the changed theme
     * @throws IllegalArgumentException if there is none
     */
    public Theme fontMono(Font... fonts) {
        var list = withFallback("font_mono", fonts, ThemeVariables.FONT_MONO);
        return new Theme(name, values.with(Map.of("font_mono", ThemeCss.families(list))), this.fonts, list, customCss);
    }

    /**
     * Sets one variable. Setting only the light one leaves dark mode as it was: with its own value, or following the light one.
     *
     * @param variable the name, such as {@code block_shadow} or, for dark mode, {@code block_shadow_dark}
     * @param value CSS, in which {@code *name} refers to another variable
     * @return the changed theme
     * @throws IllegalArgumentException if there is no such variable; if the value is not CSS that can stand in a declaration, or refers
     *         to an unknown or a {@code _dark} variable or, through others, to itself
     */
    public Theme set(String variable, String value) {
        ThemeValues.requireKnown(variable, value);
        return with(Collections.singletonMap(variable, value));
    }

    /**
     * Sets one variable for both modes.
     *
     * @param variable the name, such as {@code block_shadow}
     * @param light the value in light mode
     * @param dark the value in dark mode
     * @return the changed theme
     * @throws IllegalArgumentException as for {@link #set(String, String)}
     */
    public Theme set(String variable, String light, String dark) {
        var darkVariable = variable + ThemeVariables.DARK;
        ThemeValues.requireKnown(variable, light);
        ThemeValues.requireKnown(darkVariable, dark);
        var both = new LinkedHashMap<String, @Nullable String>();
        both.put(variable, light);
        both.put(darkVariable, dark);
        return with(both);
    }

    /**
     * Lets dark mode use the light value of a variable, whatever Base says. It is what Gradio writes as a dark value of {@code None}.
     *
     * @param variable the name, such as {@code block_shadow}
     * @return the changed theme
     * @throws IllegalArgumentException if there is no such variable, or its light value would now refer to itself
     */
    public Theme sameInDark(String variable) {
        var dark = variable + ThemeVariables.DARK;
        ThemeValues.requireKnown(dark, null);
        return with(Collections.singletonMap(dark, null));
    }

    /**
     * Sets CSS that follows the variables in the style sheet. Default none.
     *
     * @param css any CSS rules; they apply to the whole page
     * @return the changed theme
     */
    public Theme customCss(String css) {
        return new Theme(name, values, fonts, fontsMono, css);
    }

    /**
     * The style sheet: the rules of {@linkplain Font#local local} fonts, every variable for light and again for dark mode, the custom
     * CSS. Equal themes have equal texts.
     *
     * @return the CSS
     */
    public String css() {
        return ThemeCss.write(this);
    }

    /**
     * The SHA-256 of the style sheet, for addresses that may be cached.
     *
     * @return 64 hexadecimal digits
     */
    public String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(css().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * The style sheets of other sites that the page has to load: those of the {@linkplain Font#remote() remote} fonts.
     *
     * @return addresses, empty by default
     */
    public List<String> stylesheets() {
        return Stream.concat(fonts.stream(), fontsMono.stream()).filter(Font::isRemote).map(Font::stylesheet).distinct().toList();
    }

    /**
     * The colours a page needs before its style sheet has come: background and text, for both modes, free of references.
     *
     * @return the values of {@code body_background_fill}, {@code body_text_color} and their {@code _dark} forms, in this order
     */
    public Map<String, String> bodyCss() {
        var body = new LinkedHashMap<String, String>();
        for (var dark : List.of(false, true)) {
            for (var variable : List.of("body_background_fill", "body_text_color")) {
                body.put(dark ? variable + ThemeVariables.DARK : variable, values.resolved(variable, dark));
            }
        }
        return Collections.unmodifiableMap(body);
    }

    @Override
    public String toString() {
        return "Theme[" + name + "]";
    }

    List<Font> fonts() {
        return fonts;
    }

    List<Font> fontsMono() {
        return fontsMono;
    }

    String customCss() {
        return customCss;
    }

    ThemeValues values() {
        return values;
    }

    private Theme with(Map<String, ? extends @Nullable String> more) {
        return new Theme(name, values.with(more), fonts, fontsMono, customCss);
    }

    private static List<Font> withFallback(String variable, Font[] fonts, List<Font> base) {
        if (fonts.length == 0) {
            throw new IllegalArgumentException("Theme variable \"" + variable + "\" needs a font");
        }
        var chosen = List.of(fonts);
        return chosen.stream().anyMatch(Font::isKeyword)
                ? chosen
                : Stream.concat(chosen.stream(), base.stream().skip(1)).toList();
    }

    private static String checkedName(String name) {
        if (name.isBlank() || !name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || " -_./".indexOf(c) >= 0)) {
            throw new IllegalArgumentException("Not a name for a theme: \"" + name + "\"");
        }
        return name.strip();
    }
}
