package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.gradio4j.war.Program;
import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page in another language says nothing in English but what its author wrote: all of the page's texts are known by their keys. */
@ExtendWith(Browsing.class)
class LanguagesBrowserIT {

    private static final Path ROOT = Program.TARGET.resolve("../..").normalize();
    private static final Pattern BLANK = Pattern.compile("\\{\\w+}");

    /** What can be read on the page, or heard, that a pattern fits, and that the app's author has not written. */
    private static final String ENGLISH = """
            patterns => {
              const written = new Set();
              const collect = value => {
                if (typeof value === 'string') written.add(value.trim());
                else if (typeof value === 'object' && value !== null) for (const [name, inner] of Object.entries(value)) if (!(name in (value.own_texts ?? {}))) collect(inner);
              };
              collect(JSON.parse(document.getElementById('gradio-config')?.textContent ?? 'null'));
              const english = patterns.map(pattern => new RegExp(`^${pattern}$`));
              const found = [];
              const check = (text, where) => {
                const trimmed = (text ?? '').trim();
                if (trimmed !== '' && !written.has(trimmed) && english.some(pattern => pattern.test(trimmed))) found.push(`${where}: ${trimmed}`);
              };
              const walk = root => {
                for (const element of root.querySelectorAll('*')) {
                  for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-roledescription']) check(element.getAttribute(name), `${element.localName} ${name}`);
                  if (element.shadowRoot) walk(element.shadowRoot);
                  if (element.closest('pre, code, script, style, .cm-content, .prose') || !element.checkVisibility({ visibilityProperty: true })) continue;
                  for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) check(node.data, element.localName);
                }
              };
              walk(document);
              return found;
            }""";

    /** The texts in English by key. */
    private static Map<String, String> english() {
        var all = new HashMap<String, String>();
        for (var module : List.of("impl", "components-core", "components-media")) {
            var sources = ROOT.resolve(module + "/src/main");
            if (!Files.isDirectory(sources)) {
                continue;
            }
            try (var files = Files.walk(sources)) {
                files.filter(file -> file.endsWith("texts.json")).forEach(file -> all.putAll(read(file)));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        assertThat(all).hasSizeGreaterThan(200);
        return all;
    }

    private static Map<String, String> read(Path file) {
        try (var in = Files.newInputStream(file); var json = Json.createReader(in)) {
            var texts = new HashMap<String, String>();
            json.readObject().forEach((key, text) -> texts.put(key, ((JsonString) text).getString()));
            return texts;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The texts that are others in a language, as regular expressions. */
    private static List<String> patterns(String language) {
        var own = read(ROOT.resolve("impl/src/main/ts/languages/" + language + ".json"));
        return english().entrySet().stream().filter(text -> !text.getValue().equals(own.get(text.getKey()))).map(text -> pattern(text.getValue())).distinct().toList();
    }

    private static String pattern(String text) {
        return BLANK.matcher(text.replaceAll("([.?()\\[\\]*+^$|/~])", "\\\\$1")).replaceAll(".+");
    }

    private static void assertNoEnglish(Page page, List<String> patterns) {
        assertThat((List<?>) page.evaluate(ENGLISH, patterns)).as(page.url()).isEmpty();
    }

    @Test
    void germanReaderFindsNoEnglishInTheGallery(Window window) {
        window.options().setLocale("de-DE");
        var german = patterns("de");
        var page = window.open("");
        assertNoEnglish(page, german);
        for (var path : (List<?>) page.locator("main a[href]").evaluateAll("links => links.map(link => link.getAttribute('href'))")) {
            page.navigate(window.url(path.toString()));
            page.locator("[gr]").first().waitFor();
            assertThat(page.locator("html")).hasAttribute("lang", "de");
            assertNoEnglish(page, german);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"words/", "lab/", "talk/", "tables/", "papers/", "rich/", "choices/", "places/", "plots/", "multimodal/", "echo/", "hello/?view=settings", "hello/?view=api"})
    void germanReaderFindsNoEnglishInAnApp(String path, Window window) {
        window.options().setLocale("de-DE");
        // rich/ shows a template that is wrong, a picture that is not there, and a script that may not run
        window.announce("nobody|404|Content Security Policy");
        var page = window.open(path);
        page.waitForFunction("[...document.querySelectorAll('[gr]')].every(element => element.hasUpdated)");
        if (path.contains("view=")) {
            page.getByRole(AriaRole.DIALOG).locator("h3").first().waitFor();
        }
        assertNoEnglish(page, patterns("de"));
    }

    @Test
    void menusOfATableSpeakTheReadersLanguage(Window window) {
        window.options().setLocale("de-DE");
        var german = patterns("de");
        var page = window.open("tables/");
        page.getByRole(AriaRole.COLUMNHEADER, new Page.GetByRoleOptions().setName("age")).first().getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByRole(AriaRole.MENU)).isVisible();
        assertNoEnglish(page, german);
        page.getByRole(AriaRole.MENU).getByText("Filtern").click();
        var form = page.locator("form.filter-menu");
        assertThat(form.locator("[name=operator]")).containsText("Ist leer");
        assertNoEnglish(page, german);
        form.locator("[name=type]").selectOption("string");
        assertThat(form.locator("[name=operator]")).containsText("Enthält");
        assertNoEnglish(page, german);
    }

    @Test
    void searchInAnEditorSpeaksTheReadersLanguage(Window window) {
        window.options().setLocale("de-DE");
        var page = window.open("words/");
        window.field("Eingabefeld für Code").first().click();
        page.keyboard().press("Control+f");
        assertThat(page.getByPlaceholder("Ersetzen")).isVisible();
        assertNoEnglish(page, patterns("de"));
    }

    @Test
    void choosingALanguageChangesWhatIsThereAlready(Window window) {
        var page = window.open("words/");
        assertThat(page.getByTestId("markdown").getByRole(AriaRole.BUTTON)).hasAccessibleName("Copy code");
        assertThat(page.getByRole(AriaRole.LOG)).hasAccessibleName("chatbot conversation");
        window.press("Settings");
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.COMBOBOX).selectOption("de");
        page.keyboard().press("Escape");
        assertThat(page.getByTestId("markdown").getByRole(AriaRole.BUTTON)).hasAccessibleName("Code kopieren");
        assertThat(page.getByRole(AriaRole.LOG)).hasAccessibleName("Unterhaltung mit dem Chatbot");
        assertNoEnglish(page, patterns("de"));
    }

    @Test
    void captionsThatNobodyWroteSpeakTheReadersLanguage(Window window) {
        window.options().setLocale("de-DE");
        var page = window.open("hello/");
        window.field("name").fill("Ada");
        window.press("Absenden");
        assertThat(window.field("output")).hasValue("Hello Ada!");
        assertThat(window.button("Leeren")).isVisible();
        assertThat(window.button("Melden")).isVisible();
        window.press("Einstellungen");
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.COMBOBOX).selectOption("fr");
        page.keyboard().press("Escape");
        assertThat(window.button("Signaler")).isVisible();
    }

    @Test
    void toolbarAndNumbersOfAFigureSpeakTheReadersLanguage(Window window) {
        window.options().setLocale("de-DE");
        var page = window.open("plots/");
        var bar = page.getByTestId("plotly").locator(".modebar");
        assertThat(bar.locator("[data-title='Abbildung als PNG herunterladen']")).hasCount(1);
        assertThat(bar.locator("[data-title='Achsen zurücksetzen']")).hasCount(1);
        assertThat(bar.locator("[data-title^='Share']")).hasCount(0);
        window.press("Einstellungen");
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.COMBOBOX).selectOption("ja");
        assertThat(bar.locator("[data-title='軸をリセット']")).hasCount(1);
    }

    @Test
    void arabicPageOfAnAuthorWhoSpeaksItIsReadFromTheRight(Window window) {
        window.options().setLocale("ar");
        var page = window.open("words/");
        page.waitForFunction("[...document.querySelectorAll('[gr]')].every(element => element.hasUpdated)");
        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
        assertThat(page).hasTitle("٢");
        assertThat(page.getByTestId("block-info").first()).hasText("مربع نص");
        assertNoEnglish(page, patterns("ar"));
    }

    @Test
    void pageThatIsNotThereSaysSoInTheReadersLanguage(Window window) {
        window.announce("404");
        window.options().setLocale("de-DE");
        var page = window.visit(URI.create(window.url("hello/")), "nothing");
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("Diese Seite gibt es nicht");
        assertThat(page).hasTitle("Diese Seite gibt es nicht");
        assertNoEnglish(page, patterns("de"));
    }
}
