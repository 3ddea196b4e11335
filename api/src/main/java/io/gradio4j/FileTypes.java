package io.gradio4j;

import java.net.URLConnection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which kinds of files a component takes: by the end of their names ({@code .csv}), by kind ({@code image}, {@code audio}, {@code video},
 * {@code text}, or {@code file} for any), or by media type ({@code image/*}, {@code application/pdf}). Only names are looked at: what is in a
 * file is for the handler to judge. Immutable.
 *
 * @param entries what is taken; empty for everything
 */
public record FileTypes(List<String> entries) {

    /** Everything is taken. */
    public static final FileTypes ANY = new FileTypes(List.of());

    private static final Set<String> KINDS = Set.of("image", "audio", "video", "text");

    /** Text whose media type does not say so. */
    private static final Set<String> TEXTS = Set.of("json", "yaml", "yml", "ts", "py", "java", "srt");

    /** Takes what is listed. */
    public FileTypes {
        entries = List.copyOf(entries);
    }

    /**
     * Whether a file of this name is taken.
     *
     * @param name a file name
     * @return true if an entry fits, or there are none
     */
    public boolean accepts(String name) {
        return entries.isEmpty() || entries.stream().anyMatch(entry -> fits(entry.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT)));
    }

    private static boolean fits(String entry, String name) {
        if (entry.equals("*") || entry.equals("file") || entry.equals("file/*") || entry.equals("*/*")) {
            return true;
        }
        if (entry.startsWith(".")) {
            return name.endsWith(entry) && name.length() > entry.length();
        }
        var slash = entry.indexOf('/');
        var kind = slash < 0 ? entry : entry.substring(0, slash);
        var type = MediaTypes.of(name).or(() -> Optional.ofNullable(URLConnection.guessContentTypeFromName(name))).orElse("");
        if (slash >= 0 && !entry.endsWith("/*")) {
            return type.equals(entry);
        }
        return type.startsWith(kind + "/") || kind.equals("text") && TEXTS.contains(name.substring(name.lastIndexOf('.') + 1))
                || slash < 0 && !KINDS.contains(kind) && name.endsWith("." + kind);
    }

    /**
     * Checks a file's name.
     *
     * @param name a file name
     * @throws ValidationException if it is not taken; the message lists what is
     */
    public void check(String name) {
        if (!accepts(name)) {
            throw new ValidationException("Invalid file type. Please upload a file that is one of these formats: " + entries);
        }
    }
}
