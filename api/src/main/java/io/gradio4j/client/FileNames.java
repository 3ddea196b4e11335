package io.gradio4j.client;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Makes names of files that are safe on every system of any text. */
final class FileNames {

    private static final int LONGEST = 200;

    private FileNames() {
    }

    static String safe(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var clean = new StringBuilder();
        last.codePoints().filter(c -> !Character.isISOControl(c) && "<>:\"|?*".indexOf(c) < 0 && Character.isDefined(c)
                && Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.SURROGATE)
                .forEach(clean::appendCodePoint);
        // Neither hidden files nor the endings that Windows drops.
        var bare = strip(clean.toString());
        if (bare.isEmpty()) {
            return "file";
        }
        return shortened(isDevice(bare) ? "_" + bare : bare);
    }

    private static String strip(String name) {
        var start = 0;
        var end = name.length();
        while (start < end && ". ".indexOf(name.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && ". ".indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        return name.substring(start, end);
    }

    private static boolean isDevice(String name) {
        var stem = (name.indexOf('.') < 0 ? name : name.substring(0, name.indexOf('.'))).strip().toUpperCase(Locale.ROOT);
        return stem.matches("CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9¹²³]");
    }

    /** The ending says what it is, so it is the stem that is cut. */
    private static String shortened(String name) {
        var dot = name.lastIndexOf('.');
        var stem = dot > 0 && name.length() - dot <= 20 ? name.substring(0, dot) : name;
        var ending = name.substring(stem.length());
        while ((stem + ending).getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem + ending;
    }

    /** The same name with a number before its ending. */
    static String numbered(String name, int number) {
        var dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) + " (" + number + ")" + name.substring(dot) : name + " (" + number + ")";
    }
}
