package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
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
    private Path classes;

    private static Locator panel(Page page) {
        return page.getByRole(AriaRole.DIALOG);
    }

    private static Locator code(Page page, String name) {
        return panel(page).getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName(name).setExact(true)).locator("code");
    }

    /** A person would paste the program into a file. */
    private void assertCompiles(String program) {
        var source = new SimpleJavaFileObject(URI.create("string:///Call.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return program;
            }
        };
        var out = new StringWriter();
        var right = ToolProvider.getSystemJavaCompiler().getTask(out, null, null,
                List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")), null, List.of(source)).call();
        assertThat(right).as(out + program).isTrue();
    }

    @Test
    void endpointsAreDocumentedWithCodeInEachLanguage(Window window) {
        var page = window.open("hello/");
        window.press("Use via API");
        assertThat(page).hasURL(Pattern.compile("\\?view=api$"));
        var endpoint = panel(page).getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName("/greet").setExact(true));
        assertThat(endpoint).containsText("Accepts 1 parameter:");
        assertThat(endpoint).containsText("The input value that is provided in the \"name\" Textbox component.");
        assertThat(endpoint).containsText("Returns 1 value:");
        assertThat(code(page, "Java /greet")).containsText("client.predict(\"/greet\", Arguments");
        assertCompiles(code(page, "Java /greet").textContent());
        panel(page).getByText("Python", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(code(page, "Python /greet")).containsText("from gradio_client import Client");
        assertThat(page).hasURL(Pattern.compile("view=api&lang=python$"));
        panel(page).getByText("JavaScript", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(code(page, "JavaScript /greet")).containsText("@gradio/client");
        panel(page).getByText("cURL", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(code(page, "cURL /greet")).containsText("curl -X POST " + window.url("hello/gradio_api/call/v2/greet"));
        page.reload();
        assertThat(code(page, "cURL /greet")).isVisible();
    }

    @Test
    void clicksBecomeAProgram(Window window) {
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
        assertCompiles(program.textContent());
        assertThat(recorder).hasCount(0);
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
