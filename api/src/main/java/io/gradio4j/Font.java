package io.gradio4j;

import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A font family in a {@link Theme}. No font files come with this project, and no page asks another site for one unless the font
 * says so ({@link #remote()}): a family that the reader's system lacks gives way to the next one in the list.
 *
 * {@snippet :
 * theme.font(Font.google("Inter"), Font.system("Helvetica"), Font.system("sans-serif"));
 * }
 */
public final class Font {

    enum Kind { SYSTEM, GOOGLE, LOCAL }

    /** CSS keywords that stand for a font of the system; quoted, they would be the name of a family. */
    private static final Set<String> KEYWORDS = Set.of(
            "serif", "sans-serif", "monospace", "cursive", "fantasy", "math", "emoji", "fangsong", "system-ui",
            "ui-serif", "ui-sans-serif", "ui-monospace", "ui-rounded", "-apple-system");

    private static final List<String> WEIGHT_NAMES = List.of(
            "Thin", "ExtraLight", "Light", "Regular", "Medium", "SemiBold", "Bold", "ExtraBold", "Black");

    private final Kind kind;
    private final String family;
    private final List<Integer> weights;
    private final boolean remote;

    private Font(Kind kind, String family, List<Integer> weights, boolean remote) {
        this.kind = kind;
        this.family = family;
        this.weights = weights;
        this.remote = remote;
    }

    /**
     * A font that is on the reader's system: a family such as {@code "Helvetica"} or a CSS keyword such as {@code "system-ui"}.
     *
     * @param family the family's name or the keyword
     * @return the font
     * @throws IllegalArgumentException if the name is not made of letters, digits, spaces and {@code - _ . & +}
     */
    public static Font system(String family) {
        return new Font(Kind.SYSTEM, checked(family), List.of(), false);
    }

    /**
     * A family of Google Fonts. It is only named, for readers who have it installed; {@link #remote()} also loads it.
     *
     * @param family the family's name, such as {@code "Inter"}
     * @param weights the weights to load, multiples of 100 up to 900; default 400 and 600
     * @return the font
     * @throws IllegalArgumentException if the name or a weight is not valid
     */
    public static Font google(String family, int... weights) {
        return new Font(Kind.GOOGLE, checked(family), checked(family, weights), false);
    }

    /**
     * A family whose files the app serves itself, one for each weight, beside the theme's style sheet:
     * {@code static/fonts/OpenSans/OpenSans-SemiBold.woff2} for the family "Open Sans" in weight 600. An installed font of that name
     * is preferred to the file. The weights are named Thin (100), ExtraLight, Light, Regular (400), Medium, SemiBold, Bold (700),
     * ExtraBold and Black (900).
     *
     * @param family the family's name
     * @param weights the weights that have files, multiples of 100 up to 900; default 400 and 600
     * @return the font
     * @throws IllegalArgumentException if the name or a weight is not valid
     */
    public static Font local(String family, int... weights) {
        return new Font(Kind.LOCAL, checked(family), checked(family, weights), false);
    }

    /**
     * The same font, loaded from Google by every page: the readers' addresses become known there, and the app's content security
     * policy must allow Google's two hosts ({@code style-src https://fonts.googleapis.com}, {@code font-src
     * https://fonts.gstatic.com}). Not called, the font is named and nothing is requested.
     *
     * @return the loading font
     * @throws IllegalStateException if this is not a {@link #google} font
     */
    public Font remote() {
        if (kind != Kind.GOOGLE) {
            throw new IllegalStateException("Font \"%s\" is not one of Google's: only Font.google(…) can be remote".formatted(family));
        }
        return new Font(kind, family, weights, true);
    }

    /**
     * The family's name, without quotes.
     *
     * @return the name or keyword
     */
    public String family() {
        return family;
    }

    Kind kind() {
        return kind;
    }

    List<Integer> weights() {
        return weights;
    }

    boolean isRemote() {
        return remote;
    }

    boolean isKeyword() {
        return kind == Kind.SYSTEM && KEYWORDS.contains(family);
    }

    /** How the family stands in a CSS {@code font-family}. */
    String css() {
        return isKeyword() ? family : "'" + family + "'";
    }

    /** The address of Google's style sheet for this family. */
    String stylesheet() {
        return "https://fonts.googleapis.com/css2?family=%s:wght@%s&display=swap".formatted(
                URLEncoder.encode(family, StandardCharsets.UTF_8),
                weights.stream().map(String::valueOf).collect(joining(";")));
    }

    /** The {@code @font-face} rules, one for each weight; empty unless the font is local. */
    String faces() {
        return kind == Kind.LOCAL ? weights.stream().map(this::face).collect(joining()) : "";
    }

    private String face(int weight) {
        var file = family.replace(" ", "");
        var style = WEIGHT_NAMES.get(weight / 100 - 1);
        // With "swap" a text is readable from the start, in the next font of the list, while the file is on its way.
        return """
                @font-face {
                  font-family: '%1$s';
                  src: local('%1$s %2$s'), local('%3$s-%2$s'), url('static/fonts/%3$s/%3$s-%2$s.woff2') format('woff2');
                  font-weight: %4$d;
                  font-style: normal;
                  font-display: swap;
                }
                """.formatted(family, style, file, weight);
    }

    private static String checked(String family) {
        var name = family.strip();
        if (name.isEmpty() || !name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || " -_.&+".indexOf(c) >= 0)) {
            throw new IllegalArgumentException("Not the name of a font family: \"" + family + "\"");
        }
        return name;
    }

    private static List<Integer> checked(String family, int... weights) {
        for (int weight : weights) {
            if (weight < 100 || weight > 900 || weight % 100 != 0) {
                throw new IllegalArgumentException(
                        "Font \"%s\": a weight is a multiple of 100 from 100 to 900, not %d".formatted(family, weight));
            }
        }
        // Google refuses weights that are not in order.
        return weights.length == 0 ? List.of(400, 600) : Arrays.stream(weights).sorted().distinct().boxed().toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Font font && kind == font.kind && family.equals(font.family)
                && weights.equals(font.weights) && remote == font.remote;
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, family, weights, remote);
    }

    @Override
    public String toString() {
        return "Font[%s %s %s]".formatted(kind, family, weights);
    }
}
