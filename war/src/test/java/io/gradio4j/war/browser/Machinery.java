package io.gradio4j.war.browser;

import static io.gradio4j.war.Program.TARGET;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.gradio4j.war.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The ready-made WAR with the fixtures' and some plugins' apps beside its own, and a headless Chromium. */
final class Machinery implements AutoCloseable {

    private static final List<String> JARS = List.of("fixtures/gradio4j-fixtures.jar", "plugins/rating.jar", "plugins/corporate.jar",
            "plugins/reviews.jar", "plugins/moduleless.jar", "plugins/speaker.jar");
    private static final List<String> BROWSERS = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private final Program server;
    private final Playwright playwright;
    private final Browser browser;

    private Machinery() throws IOException {
        server = server(Map.of());
        playwright = driver();
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium()).setArgs(ARGUMENTS));
        PlaywrightAssertions.setDefaultAssertionTimeout(10_000);
    }

    static Machinery start() {
        try {
            return new Machinery();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another server with the same apps. */
    static Program server(Map<String, String> settings) throws IOException {
        var plugins = Files.createDirectories(TARGET.resolve("browser/plugins"));
        for (var jar : JARS) {
            var copy = plugins.resolve(Path.of(jar).getFileName());
            Files.deleteIfExists(copy);
            Files.createLink(copy, TARGET.resolve(jar));
        }
        var environment = new HashMap<>(settings);
        environment.put("GRADIO_PLUGINS", plugins.toString());
        environment.put("XDG_CACHE_HOME", TARGET.resolve("browser/cache").toString());
        return Program.start(List.of("-jar", TARGET.resolve("gradio4j.war").toString()), environment);
    }

    /** The driver that the browser build has among its modules: Playwright's own jar of it has one for every system, 200 MB. */
    private static Playwright driver() throws IOException {
        var driver = Files.createDirectories(TARGET.resolve("browser/driver"));
        var link = driver.resolve("package");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, TARGET.resolve("../../node_modules/playwright-core").normalize());
        System.setProperty("playwright.cli.dir", driver.toString());
        return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_NODEJS_PATH", "node", "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    private static Path chromium() {
        return Stream.concat(Optional.ofNullable(System.getenv("CHROMIUM")).stream(), BROWSERS.stream()).map(Path::of).filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium: install one, or name it in CHROMIUM"));
    }

    Browser browser() {
        return browser;
    }

    URI url() {
        return server.url();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        server.close();
    }
}
