package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.gradio4j.war.Program;
import java.io.File;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What opens from the last line of a page: the documentation of the API, the recorder of calls, the settings. */
@ExtendWith(Browsing.class)
class PanelBrowserIT {

    @TempDir
    private Path folder;

    private static Locator panel(Page page) {
        return page.getByRole(AriaRole.DIALOG);
    }

    private static Locator code(Page page, String name) {
        return panel(page).getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName(name).setExact(true)).locator("code");
    }

    /** What a person's program says that has this code in it. */
    private String java(String program) throws Exception {
        var source = new SimpleJavaFileObject(URI.create("string:///Call.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return program;
            }
        };
        var out = new StringWriter();
        var path = System.getProperty("java.class.path");
        var right = ToolProvider.getSystemJavaCompiler().getTask(out, null, null, List.of("-proc:none", "-d", folder.toString(), "-cp", path), null, List.of(source)).call();
        assertThat(right).as(out + program).isTrue();
        return run(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", folder + File.pathSeparator + path, "Call");
    }

    /** Node finds the client among the modules of the browser build. */
    private String javaScript(String program) throws Exception {
        var file = Files.createTempFile(Program.TARGET, "call", ".mjs");
        try {
            // its stream of the server's news keeps Node alive
            Files.writeString(file, program + "\nprocess.exit();\n");
            return run("node", file.toString());
        } finally {
            Files.delete(file);
        }
    }

    private String run(String... command) throws Exception {
        var output = folder.resolve("output.txt");
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(Files.readString(output)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }

    @Test
    void endpointsAreDocumentedWithCodeThatRuns(Window window) throws Exception {
        var page = window.open("hello/");
        window.press("Use via API");
        assertThat(page).hasURL(Pattern.compile("\\?view=api$"));
        var endpoint = panel(page).getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName("/greet").setExact(true));
        assertThat(endpoint).containsText("Accepts 1 parameter:");
        assertThat(endpoint).containsText("The input value that is provided in the \"name\" Textbox component.");
        assertThat(endpoint).containsText("Returns 1 value:");
        assertThat(code(page, "Java /greet")).containsText("client.predict(\"/greet\", Arguments");
        assertThat(java(code(page, "Java /greet").textContent())).contains("Hello Hello!!!");
        panel(page).getByText("Python", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(code(page, "Python /greet")).containsText("from gradio_client import Client");
        assertThat(page).hasURL(Pattern.compile("view=api&lang=python$"));
        panel(page).getByText("JavaScript", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(code(page, "JavaScript /greet")).containsText("@gradio/client");
        assertThat(javaScript(code(page, "JavaScript /greet").textContent())).contains("Hello Hello!!!");
        panel(page).getByText("cURL", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(code(page, "cURL /greet")).containsText("curl -X POST " + window.url("hello/gradio_api/call/v2/greet"));
        assertThat(run("bash", "-c", code(page, "cURL /greet").textContent())).contains("event: complete", "data: [\"Hello Hello!!!\"]");
        page.reload();
        assertThat(code(page, "cURL /greet")).isVisible();
    }

    @Test
    void clicksBecomeAProgramThatRuns(Window window) throws Exception {
        var page = window.open("hello/");
        window.press("Use via API");
        window.press("API Recorder");
        assertThat(panel(page)).isHidden();
        window.field("name").fill("Ada");
        window.press("Submit");
        assertThat(window.field("output")).hasValue("Hello Ada!");
        window.press("Clear");
        var recorder = page.locator("#api-recorder");
        assertThat(recorder).hasText("Recording API Calls: [1] /greet");
        recorder.click();
        assertThat(panel(page)).containsText("1 recorded call");
        var program = code(page, "API Recorder");
        assertThat(program).containsText(".of(\"name\", \"Ada\")");
        assertThat(java(program.textContent())).contains("Hello Ada!");
        assertThat(recorder).hasCount(0);
        panel(page).getByText("JavaScript", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(javaScript(program.textContent())).contains("Hello Ada!");
        panel(page).getByText("cURL", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(run("bash", "-c", program.textContent())).contains("data: [\"Hello Ada!\"]");
    }

    @Test
    void keyboardStaysInThePanelAndComesBackFromIt(Window window) {
        var page = window.open("hello/");
        window.button("Settings").focus();
        page.keyboard().press("Enter");
        panel(page).waitFor();
        for (int i = 0; i < 12; i++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement === document.body || document.activeElement.closest('dialog') !== null")).isEqualTo(true);
        }
        page.keyboard().press("Escape");
        assertThat(panel(page)).isHidden();
        assertThat(window.button("Settings")).isFocused();
    }

    @Test
    void languageIsChosenForNowAndForTheNextVisit(Window window) {
        var page = window.open("hello/");
        window.press("Settings");
        panel(page).getByRole(AriaRole.COMBOBOX).selectOption("de");
        assertThat(panel(page)).containsText("Einstellungen");
        page.keyboard().press("Escape");
        assertThat(window.button("Über die API nutzen")).isVisible();
        page.reload();
        assertThat(window.button("Über die API nutzen")).isVisible();
    }

    @Test
    void languageOfTheBrowserIsSpoken(Window window) {
        window.options().setLocale("fr-CA");
        window.open("hello/");
        assertThat(window.button("Utiliser via l'API")).isVisible();
    }

    @Test
    void absentValueIsNamedInTheReadersLanguage(Window window) {
        window.options().setLocale("de-AT");
        var page = window.open("values/");
        window.press("Empty");
        assertThat(page.getByTestId("json").first().getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName("Kein Wert"))).isVisible();
    }

    @Test
    void panelsFitAPhoneAlsoFromRightToLeft(Window window) {
        window.options().setViewportSize(390, 844).setLocale("ar");
        for (var view : List.of("settings", "api")) {
            var page = window.open("hello/?view=" + view);
            assertThat(panel(page)).hasAttribute("dir", "rtl");
            panel(page).locator("h3").first().waitFor();
            assertThat(page.evaluate("[document.documentElement.scrollWidth, document.querySelector('dialog').scrollWidth]")).isEqualTo(List.of(390, 390));
        }
    }

    @Test
    void panelsAreAccessible(Window window) {
        window.options().setBypassCSP(true).setReducedMotion(ReducedMotion.REDUCE);
        for (var view : List.of("settings", "api")) {
            var page = window.open("flow/?view=" + view);
            panel(page).locator("h3").first().waitFor();
            AccessibilityBrowserIT.assertNoFindings(page);
        }
    }

    @Test
    void linksOfTheLastLineAreTheAppsChoice(Window window) {
        var page = window.open("bare/");
        assertThat(page.locator("footer")).hasText("Built with Gradio4J");
    }

    @Test
    void whatIsNotThereHasAPageThatSaysSo(Window window) {
        window.announce("404");
        window.options().setBypassCSP(true);
        var page = window.visit(URI.create(window.url("hello/")), "nothing");
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("This page does not exist");
        AccessibilityBrowserIT.assertNoFindings(page);
        page.getByText("Back to the app").click();
        assertThat(window.field("name")).isVisible();
    }

    @Test
    void pageOfAnErrorIsDarkWhereTheReaderWantsIt(Window window) {
        window.announce("404");
        window.options().setColorScheme(ColorScheme.DARK);
        var page = window.visit(URI.create(window.url("hello/")), "nothing");
        assertThat(page.locator("body")).hasClass(Pattern.compile("(^| )dark( |$)"));
        page.evaluate("localStorage.setItem('gradio4j:theme', 'light')");
        page.reload();
        assertThat(page.locator("html")).hasCSS("color-scheme", "light");
        assertThat(page.locator("body")).not().hasClass(Pattern.compile("(^| )dark( |$)"));
    }
}
