package io.gradio4j;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One more page of an app, see {@link Blocks#route}.
 *
 * @param name the text in the bar with the app's pages
 * @param path the page's path below the app's, without slashes
 * @param showInNavbar whether the bar shows it
 * @param blocks what stands on it, one below the other
 */
public record Route(String name, String path, boolean showInNavbar, List<Block> blocks) {

    /** Gradio's signs but for the semicolon: what comes behind one is no part of the path for a Jakarta server. */
    private static final Pattern PATH = Pattern.compile("[a-zA-Z0-9._~!$&'()*+,=:@\\[\\]-]+");
    private static final Set<String> TAKEN = Set.of("theme.css", "robots.txt", "pwa_icon", "manifest.json", "login", "logout", "svelte", "config",
            "static", "assets", "favicon.ico", "gradio_api", "gradio.js", "monitoring");

    /** A path that an author chose. */
    static String checked(String path) {
        var bare = strip(path, '/', '/');
        if (!PATH.matcher(bare).matches() || bare.equals(".") || bare.equals("..")) {
            throw new IllegalArgumentException("The path of a page must be one part of letters, digits and -._~!$&'()*+,=:@[], not \"" + path + "\"");
        }
        if (TAKEN.contains(bare)) {
            throw new IllegalArgumentException("The path \"" + path + "\" of a page is taken: the app itself serves it");
        }
        return bare;
    }

    /** A path made of a name; it may be taken. */
    static String slug(String name) {
        var out = new StringBuilder();
        for (var c : java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).toCharArray()) {
            if (c < 128 && Character.isLetterOrDigit(c) || c == '_') {
                out.append(c);
            } else if ((c == '-' || Character.isWhitespace(c)) && (out.isEmpty() || out.charAt(out.length() - 1) != '-')) {
                out.append('-');
            }
        }
        return strip(out.toString(), '-', '_');
    }

    /** The same, with underscores before it until it is free. */
    static String free(String path, List<Route> others) {
        var result = path;
        while (result.isEmpty() || TAKEN.contains(result) || isTaken(result, others)) {
            result = "_" + result;
        }
        return result;
    }

    private static boolean isTaken(String path, List<Route> others) {
        return others.stream().anyMatch(route -> route.path().equals(path));
    }

    private static String strip(String text, char one, char other) {
        var start = 0;
        var end = text.length();
        while (start < end && (text.charAt(start) == one || text.charAt(start) == other)) {
            start++;
        }
        while (end > start && (text.charAt(end - 1) == one || text.charAt(end - 1) == other)) {
            end--;
        }
        return text.substring(start, end);
    }
}
