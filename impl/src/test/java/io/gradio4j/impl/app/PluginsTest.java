package io.gradio4j.impl.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gradio4j.Blocks;
import io.gradio4j.GradioApp;
import io.gradio4j.Theme;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.spi.ComponentProvider;
import io.gradio4j.spi.ComponentType;
import io.gradio4j.spi.ThemeProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsTest {

    private static final String MODULE = "META-INF/resources/gradio/stars/stars.js";

    @TempDir
    private Path folder;

    /** Listens to a class's log. */
    private static final class Log extends Handler implements AutoCloseable {
        private final Logger logger;
        private final List<String> records;

        Log(Class<?> of, List<String> records) {
            logger = Logger.getLogger(of.getName());
            this.records = records;
            logger.addHandler(this);
        }

        @Override
        public void publish(LogRecord record) {
            records.add(record.getMessage());
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
            logger.removeHandler(this);
        }
    }

    /** One type with a browser module. */
    public static final class Stars implements ComponentProvider {
        @Override
        public List<ComponentType> components() {
            return List.of(ComponentType.of("stars", Field.class, Field::new).module("stars/stars.js"));
        }
    }

    /** Wants a type that is taken, and one that is not. */
    public static final class MoreStars implements ComponentProvider {
        @Override
        public List<ComponentType> components() {
            return List.of(ComponentType.of("stars", Field.class, Field::new), ComponentType.of("moons", Field.class, Field::new));
        }
    }

    /** Cannot be made. */
    public static final class Broken implements ComponentProvider {
        /** Throws. */
        public Broken() {
            throw new IllegalStateException("no licence");
        }

        @Override
        public List<ComponentType> components() {
            return List.of();
        }
    }

    /** Can be made, but says nothing. */
    public static final class Failing implements ComponentProvider {
        @Override
        public List<ComponentType> components() {
            throw new UnsupportedOperationException("not yet");
        }
    }

    /** A theme. */
    public static final class Corporate implements ThemeProvider {
        @Override
        public Theme theme() {
            return Theme.named("Corporate");
        }
    }

    /** An app that cannot be made. */
    public static final class BrokenApp implements GradioApp {
        /** Throws. */
        public BrokenApp() {
            throw new IllegalStateException("no database");
        }

        @Override
        public Blocks build() {
            return Blocks.of();
        }
    }

    private void jar(String name, Map<String, String> files) throws IOException {
        try (var jar = new JarOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            for (var file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                jar.closeEntry();
            }
        }
    }

    private static Map<String, String> services(Class<?> service, String... providers) {
        return Map.of("META-INF/services/" + service.getName(), String.join("\n", providers));
    }

    private static Map<String, String> and(Map<String, String> files, String path, String content) {
        return Stream.concat(files.entrySet().stream(), Map.of(path, content).entrySet().stream())
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Plugins plugins() {
        return new Plugins(PluginsTest.class.getClassLoader(), Optional.of(folder));
    }

    @Test
    void aJarInTheFolderIsEnough() throws IOException {
        jar("stars.jar", and(services(ComponentProvider.class, Stars.class.getName()), MODULE, "export {}"));

        try (var plugins = plugins()) {
            assertThat(plugins.types()).containsOnlyKeys("stars");
            assertThat(plugins.resources().find("stars/stars.js")).isPresent();
            assertThat(plugins.problems()).isEmpty();
        }
    }

    @Test
    void aMissingBrowserModuleIsReported() throws IOException {
        jar("stars.jar", services(ComponentProvider.class, Stars.class.getName()));

        try (var plugins = plugins()) {
            assertThat(plugins.problems()).singleElement().asString().contains(MODULE).contains("'stars'").endsWith("is missing");
            assertThat(plugins.types()).containsKey("stars");
        }
    }

    @Test
    void aTypeThatIsTakenIsReportedAndTheRestGoesOn() throws IOException {
        jar("a.jar", and(services(ComponentProvider.class, Stars.class.getName(), MoreStars.class.getName()), MODULE, "export {}"));

        try (var plugins = plugins()) {
            assertThat(plugins.problems()).singleElement().asString().contains("'stars' is already provided by");
            assertThat(plugins.types()).containsOnlyKeys("stars", "moons");
            assertThat(plugins.types().get("stars").module()).isPresent();
        }
    }

    @Test
    void brokenProvidersAreReportedByNameAndTheRestGoesOn() throws IOException {
        jar("a.jar", and(services(ComponentProvider.class, Broken.class.getName(), "com.example.Missing", Failing.class.getName(),
                Stars.class.getName()), MODULE, "export {}"));

        try (var plugins = plugins()) {
            assertThat(plugins.problems()).hasSize(3)
                    .anySatisfy(p -> assertThat(p).contains(Broken.class.getName()).contains("no licence"))
                    .anySatisfy(p -> assertThat(p).startsWith("a.jar: ").contains("com.example.Missing"))
                    .anySatisfy(p -> assertThat(p).contains(Failing.class.getName()).contains("not yet"));
            assertThat(plugins.types()).containsOnlyKeys("stars");
        }
    }

    @Test
    void aFileThatIsNoJarIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("readme.txt"), "x");
        Files.writeString(folder.resolve("broken.jar"), "x");

        try (var plugins = plugins()) {
            assertThat(plugins.types()).isEmpty();
        }
    }

    @Test
    void aMissingFolderIsReportedWithTheFix() {
        try (var plugins = new Plugins(PluginsTest.class.getClassLoader(), Optional.of(folder.resolve("none")))) {
            assertThat(plugins.problems()).singleElement().asString().contains("none").contains("GRADIO_PLUGINS");
        }
    }

    @Test
    void aThemeIsFoundInAnyCase() throws IOException {
        jar("theme.jar", services(ThemeProvider.class, Corporate.class.getName()));

        try (var plugins = plugins()) {
            assertThat(plugins.theme("CORPORATE").name()).isEqualTo("Corporate");
            assertThatIllegalArgumentException().isThrownBy(() -> plugins.theme("other"))
                    .withMessageContaining("'other'").withMessageContaining("[Corporate]");
            assertThat(plugins.defaultTheme().name()).isEqualTo("default");
        }
    }

    @Test
    void aBrokenAppIsReportedAndTheRestGoesOn() throws IOException {
        jar("app.jar", services(GradioApp.class, BrokenApp.class.getName()));
        var logged = new ArrayList<String>();

        try (var plugins = plugins(); var log = new Log(Plugins.class, logged)) {
            assertThat(plugins.apps()).isEmpty();
            assertThat(logged).isEqualTo(plugins.problems());
            assertThat(plugins.problems()).singleElement().asString().contains(BrokenApp.class.getName()).contains("no database");
        }
    }
}
