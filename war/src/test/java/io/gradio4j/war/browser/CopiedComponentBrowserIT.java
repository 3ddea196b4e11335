package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.gradio4j.war.Program.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.gradio4j.war.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What docs/components.md says: a copied folder with another name is a new component, which works as soon as its jar is in the plugin folder. */
@ExtendWith(Browsing.class)
class CopiedComponentBrowserIT {

    private static final Path ROOT = TARGET.getParent();

    @Test
    void renamedCopyOfAFolderIsAComponent(Window window, @TempDir Path folder) throws Exception {
        var sources = folder.resolve("sources");
        copy("rating", sources, "mood");
        copy("reviews", sources, "moods");
        var plugins = folder.resolve("plugins");
        build(sources, plugins, "mood", "moods");

        var environment = Map.of("GRADIO_PLUGINS", plugins.toString(), "XDG_CACHE_HOME", folder.resolve("cache").toString());
        try (var server = Program.start(List.of("-jar", TARGET.resolve("gradio4j.war").toString()), environment)) {
            var page = window.open(server.url(), "reviews/");
            assertThat(page.locator("gr-mood")).hasCount(2);
            page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Your mood"))
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("7 stars").setExact(true)).click();
            assertThat(window.field("Verdict")).hasValue("7 of 10 stars");
        }
    }

    /** Names and contents, with {@code rating} replaced wherever it stands. The theme of the original's app is another jar's. */
    private static void copy(String plugin, Path sources, String as) throws IOException {
        var original = ROOT.resolve("src/plugins").resolve(plugin);
        try (var files = Files.walk(original)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = sources.resolve(as).resolve(renamed(original.relativize(file).toString()));
                Files.createDirectories(target.getParent());
                Files.writeString(target, renamed(Files.readString(file)).replace(".theme(\"corporate\")", ""));
            }
        }
    }

    private static String renamed(String text) {
        return text.replace("rating", "mood").replace("Rating", "Mood");
    }

    /** As the build makes the jars of other plugins. */
    private static void build(Path sources, Path target, String... names) throws IOException, InterruptedException {
        var jars = TARGET.resolve("gradio4j/WEB-INF/lib") + File.pathSeparator + TARGET.resolve("gradio4j/META-INF/launcher");
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
                ROOT.resolve("src/build/Plugins.java").toString(), sources.toString(), target.toString(), jars));
        command.addAll(List.of(names));
        var log = Files.createTempFile(sources, "build", ".log");
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
