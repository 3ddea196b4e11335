package io.gradio4j.war;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Folders of which an app may show some.
 *
 * @param folder has in it {@code static}, {@code allowed}, of which {@code blocked} is not, and {@code secret.txt} that is nobody's
 */
public record FileTree(Path folder) {

    /** A picture that would be a program if it ran. */
    public static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";

    /** What stands in {@code secret.txt}. */
    public static final String SECRET = "what nobody may read";

    /** Makes the folders and files. */
    public static FileTree in(Path folder) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("static")).resolve("logo.svg"), SVG);
        Files.writeString(Files.createDirectories(folder.resolve("allowed")).resolve("page.html"), "<p>hello</p>");
        Files.writeString(Files.createDirectories(folder.resolve("allowed/blocked")).resolve("no.txt"), "no");
        Files.writeString(folder.resolve("secret.txt"), SECRET);
        return new FileTree(folder);
    }

    /** Where the app keeps its files. */
    public Path cache() {
        return folder.resolve("cache");
    }

    /** What to start the app with. */
    public Map<String, String> settings() {
        return Map.of("GRADIO_ALLOWED_PATHS", folder.resolve("allowed") + ", " + folder.resolve("other"), "GRADIO_BLOCKED_PATHS",
                folder.resolve("allowed/blocked").toString(), "FILES_STATIC", folder.resolve("static").toString(), "GRADIO_TEMP_DIR", cache().toString());
    }

    /** The settings and more of them. */
    public Map<String, String> and(Map<String, String> more) {
        var all = new HashMap<>(settings());
        all.putAll(more);
        return all;
    }
}
