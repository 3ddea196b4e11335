package io.gradio4j.impl.file;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** What names of files may look like: those that clients choose, and those that they ask for. The rules are the same on every system. */
public final class FileNames {

    private static final int MOST_BYTES = 200;
    private static final int LONGEST_PATH = 4_096;
    private static final int LONGEST_SEGMENT = 255;
    /** Forbidden on some system, or not literal in a URL: clients append names to URLs as they are. */
    private static final String FORBIDDEN = "<>:\"/\\|?*`$!{}#%;[]^";
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "conin$", "conout$", "clock$", "com0", "com1", "com2",
            "com3", "com4", "com5", "com6", "com7", "com8", "com9", "com¹", "com²", "com³", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5",
            "lpt6", "lpt7", "lpt8", "lpt9", "lpt¹", "lpt²", "lpt³");

    private FileNames() {
    }

    /**
     * A name under which a client's file can be kept: the last part of its path, without what is special on some system or in a URL, at
     * most 200 bytes long.
     *
     * @param clientName the name that a client sent; may be a path
     * @return empty if nothing but dots is left of it
     */
    public static Optional<String> clean(String clientName) {
        var base = clientName.substring(Math.max(clientName.lastIndexOf('/'), clientName.lastIndexOf('\\')) + 1);
        var kept = new StringBuilder();
        Normalizer.normalize(base, Normalizer.Form.NFC).codePoints().filter(FileNames::isHarmless).forEach(kept::appendCodePoint);
        var name = withoutEnd(kept.toString().strip());
        if (name.isEmpty()) {
            return base.isEmpty() ? Optional.of(random()) : kept.indexOf(".") >= 0 ? Optional.empty() : Optional.of("file");
        }
        var dot = name.lastIndexOf('.');
        if (dot == 0 && base.indexOf('.') > 0) {
            name = "file" + name;
        }
        if (isDevice(name)) {
            name = "_" + name;
        }
        return Optional.of(shortened(name));
    }

    /** A name for a file without one. */
    public static String random() {
        return "tmp" + String.format("%010x", ThreadLocalRandom.current().nextLong(1L << 40));
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            // Control characters; those that turn the direction of writing, so that gpj.exe looks like exe.jpg; halves of characters.
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> FORBIDDEN.indexOf(c) < 0;
        };
    }

    private static String withoutEnd(String name) {
        var end = name.length();
        while (end > 0 && isDropped(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end);
    }

    private static boolean isDropped(char last) {
        return last == '.' || last == ' ';
    }

    private static String shortened(String name) {
        if (bytes(name) <= MOST_BYTES) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        var extension = dot > 0 && bytes(name.substring(dot)) <= MOST_BYTES / 4 ? name.substring(dot) : "";
        var stem = new StringBuilder();
        var room = MOST_BYTES - bytes(extension);
        for (var c : name.substring(0, name.length() - extension.length()).codePoints().toArray()) {
            var size = bytes(Character.toString(c));
            if (size > room) {
                break;
            }
            room -= size;
            stem.appendCodePoint(c);
        }
        return withoutEnd(stem.toString()) + extension;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * Whether a name is a relative path that means the same on every system and leads nowhere up: no empty, dot or device parts, no
     * backslash, colon, control character, and no part that ends with a dot or a space.
     *
     * @param name what a client asks for
     * @return false for everything else
     */
    public static boolean isRelative(String name) {
        if (name.isEmpty() || name.length() > LONGEST_PATH) {
            return false;
        }
        for (var segment : name.split("/", -1)) {
            if (!isPlain(segment)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(String segment) {
        return !segment.isEmpty() && !isDropped(segment.charAt(segment.length() - 1)) && bytes(segment) <= LONGEST_SEGMENT
                && !isDevice(segment) && segment.codePoints().noneMatch(c -> c == '\\' || c == ':' || Character.getType(c) == Character.SURROGATE
                        || Character.isISOControl(c));
    }

    /** Whether some system takes the name for a device, with any extension. */
    static boolean isDevice(String name) {
        var dot = name.indexOf('.');
        return DEVICES.contains((dot < 0 ? name : name.substring(0, dot)).strip().toLowerCase(Locale.ROOT));
    }
}
