package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What attackers write is shown, in every place that shows a text as markup, and does nothing: nothing of it runs, or would without the content
 * security policy; it leads nowhere but to a page on the web, asks for nothing but pictures, and hides nothing else on the page.
 */
@ExtendWith(Browsing.class)
class HostileTextsBrowserIT {

    private static final int TEXTS = 183;

    /** Notes what runs. The policy's complaints are no sign: DOMPurify reads each text in a document where nothing runs, and these are heard too. */
    private static final String WATCH = """
            window.trapped = [];
            window.trap = () => { window.trapped.push(String(new Error().stack)); };
            for (const name of ['alert', 'confirm', 'prompt']) window[name] = window.trap;
            document.addEventListener('submit', e => { window.trapped.push('submit ' + e.target.outerHTML); e.preventDefault(); }, true);
            """;

    /** What of an element could do something. */
    private static final String LIVE = """
            roots => roots.flatMap(root => [...root.querySelectorAll('*')]).flatMap(element => {
              const problems = [];
              if (element.matches('script, style:not([nonce]), iframe, frame, object, embed, applet, base, meta, link, portal, gradio-app, foreignObject, animate, set, form[action]')) problems.push(element.localName);
              for (const { name, value } of element.attributes) {
                if (name.startsWith('on')) problems.push(name);
                if (['srcdoc', 'formaction', 'ping', 'background', 'popovertarget'].includes(name)) problems.push(name);
                if (['href', 'src', 'action', 'xlink:href', 'data', 'poster', 'values'].includes(name)) {
                  let protocol;
                  try { protocol = new URL(value, 'https://relative.invalid/').protocol; } catch { protocol = 'none'; }
                  const picture = element.localName === 'img' && ['data:', 'blob:'].includes(protocol);
                  if (!picture && !['http:', 'https:', 'mailto:', 'none'].includes(protocol)) problems.push(`${name}=${value}`);
                }
                if (name === 'style' && /position\\s*:\\s*(fixed|sticky)/i.test(value)) problems.push(`style=${value}`);
              }
              return problems.map(problem => `${problem} in ${element.outerHTML.slice(0, 120)}`);
            })""";

    private static final String PRESS = """
            roots => {
              const stop = e => e.preventDefault();
              document.addEventListener('click', stop, true);
              for (const element of roots.flatMap(root => [...root.querySelectorAll('*')])) {
                for (const type of ['mouseover', 'mouseenter', 'pointerenter', 'mousemove', 'mousedown', 'click', 'focus', 'blur', 'load', 'error', 'toggle', 'animationstart', 'scroll']) {
                  element.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
                }
              }
              document.removeEventListener('click', stop, true);
            }""";

    private Window window;
    private Page page;

    @BeforeEach
    void open(Window window) {
        this.window = window;
        // Pictures that aren't there, of here and of elsewhere.
        window.announce("/hostile/");
        window.announce("404");
        window.announce("evil\\.invalid");
        window.announce("ERR_");
        // Formulas that KaTeX refuses or warns of.
        window.announce("(?i)katex|latex");
        window.announce("Content Security Policy");
    }

    /** The panel of the page's tab for one place. */
    private Locator visit(String place) {
        page = window.open("hostile/", WATCH);
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(place).setExact(true)).click();
        return page.getByRole(AriaRole.TABPANEL, new Page.GetByRoleOptions().setName(place).setExact(true));
    }

    private void assertHarmless(Locator texts) {
        assertThat((List<?>) texts.evaluateAll(LIVE)).isEmpty();
        texts.evaluateAll(PRESS);
        page.waitForTimeout(300);
        assertThat((List<?>) page.evaluate("trapped")).isEmpty();
        assertThat(page.url()).endsWith("/hostile/");
        assertThat(page.context().pages()).hasSize(1);
        assertThat(window.requests()).noneMatch(url -> url.contains("evil.invalid") && !url.endsWith("/x"));
        assertThat(page.evaluate("document.body.localName + document.title + typeof document.getElementById + typeof document.querySelector"))
                .isEqualTo("bodyHostilefunctionfunction");
        // Nothing lies above the rest of the page.
        window.button("Say").click(new Locator.ClickOptions().setTrial(true));
    }

    @Test
    void markdownIsHarmless() {
        var panel = visit("Markdown");
        assertThat(panel.getByTestId("markdown")).hasCount(TEXTS);
        assertHarmless(panel);
    }

    @Test
    void diagramsAreHarmless() {
        var panel = visit("Diagrams");
        var diagrams = panel.locator("gradio-diagram");
        assertThat(diagrams).hasCount(TEXTS);
        assertThat(diagrams.locator("svg[aria-roledescription], [part=reason]")).hasCount(TEXTS, new LocatorAssertions.HasCountOptions().setTimeout(60_000));
        var pictures = diagrams.locator("svg[aria-roledescription]");
        assertThat(pictures.count()).isGreaterThan(TEXTS / 2);
        assertHarmless(pictures);
        assertThat(pictures.first()).isVisible();
    }

    @Test
    void sanitizedHtmlIsHarmless() {
        var panel = visit("HTML");
        assertThat(panel.locator(".html-container, .prose")).not().hasCount(0);
        assertHarmless(panel);
    }

    @Test
    void hintsAreHarmless() {
        var panel = visit("Hints");
        assertThat(panel.locator("textarea, input")).hasCount(TEXTS);
        assertHarmless(panel);
    }

    @ParameterizedTest
    @CsvSource({"Chat, bot", "Questions, user"})
    void messagesOfAChatAreHarmless(String place, String side) {
        var panel = visit(place);
        assertThat(panel.getByTestId(side)).hasCount(TEXTS);
        assertHarmless(panel);
    }

    @Test
    void tokensAreHarmless() {
        var panel = visit("Tokens");
        assertThat(panel.getByText("trap()").first()).isVisible();
        assertHarmless(panel);
    }

    @Test
    void cellsOfATableAreHarmless() {
        var panel = visit("Table");
        var cells = panel.getByRole(AriaRole.GRIDCELL);
        assertThat(cells.first()).isVisible();
        for (var i = 0; i < 30; i++) {
            assertThat((List<?>) panel.evaluateAll(LIVE)).isEmpty();
            cells.first().hover();
            page.mouse().wheel(0, 900);
            page.waitForTimeout(20);
        }
        assertHarmless(panel);
    }

    @Test
    void toastsAreHarmless() {
        page = window.open("hostile/", WATCH);
        window.press("Say");
        var toasts = page.getByTestId("toast-text");
        assertThat(toasts).hasCount(TEXTS);
        assertThat((List<?>) toasts.evaluateAll(LIVE)).isEmpty();
        toasts.evaluateAll(PRESS);
        page.waitForTimeout(300);
        assertThat((List<?>) page.evaluate("trapped")).isEmpty();
    }
}
