package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The gallery's samples without a mouse. */
@ExtendWith(Browsing.class)
class KeyboardBrowserIT {

    /** More than any page has. */
    private static final int MOST_STOPS = 100;

    /**
     * Notes what of a sample can be operated and how it looks; then, with each press of a key, where the focus is and whether that looks
     * different. Of the radio buttons of a group one is a stop, and what a page takes out of the order of stops (tabindex -1) must be in
     * a widget that has keys of its own for it.
     */
    private static final String WALK = """
            (() => {
                const all = '#live :is(a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true])';
                const own = '[role=grid], [role=tablist], [role=listbox], [role=menu], [role=tree], [role=toolbar], [role=dialog], [popover]';
                const name = e => e.outerHTML.slice(0, 160);
                const stop = e => e.type === 'radio' ? document.querySelector(`input[type=radio][name="${CSS.escape(e.name)}"]`) : e;
                const frame = e => [e, ...e !== e.closest('.block') && e.parentElement ? frame(e.parentElement) : []];
                const near = e => [...frame(e), e.previousElementSibling, e.nextElementSibling].filter(n => n);
                const look = e => near(e).flatMap(n => [null, '::before', '::after'].map(part => {
                    const { outlineStyle, outlineColor, boxShadow, borderColor, backgroundColor } = getComputedStyle(n, part);
                    return [outlineStyle === 'none' ? '' : outlineColor, boxShadow, borderColor, backgroundColor].join();
                })).join();
                document.querySelector('main :is(a, button)').focus();
                const problems = [];
                const unseen = new Map();
                for (const e of document.querySelectorAll(all)) {
                    if (!e.checkVisibility({ visibilityProperty: true }) || e.disabled || e.type === 'hidden' || e.closest('[inert], [aria-hidden=true]')) continue;
                    if (e.tabIndex >= 0) unseen.set(stop(e), look(e));
                    else if (e.matches('a, button, input, select, textarea') && !e.closest(own)) problems.push('out of reach: ' + name(e));
                }
                const looks = new Map(unseen);
                let inside = looks.size === 0;
                globalThis.walk = {
                    at: () => name(document.activeElement),
                    goesOn() {
                        const e = document.activeElement;
                        if (e.closest('#live')) {
                            inside = true;
                            const known = looks.get(stop(e));
                            if (unseen.delete(stop(e)) && (look(e) === known || !e.matches(':focus-visible'))) problems.push('focus is not seen: ' + name(e));
                        }
                        return !(inside && e.closest('footer'));
                    },
                    problems: () => [...problems, ...[...unseen.keys()].filter(e => e.isConnected).map(e => 'no stop: ' + name(e))],
                };
            })()""";

    /** The Tab key reaches all of a sample, is seen to be there and leaves again; Escape closes what opens above the page, and the focus stays. */
    @Test
    void everySampleIsOperatedByItsKeys(Window window) {
        window.options().setReducedMotion(ReducedMotion.REDUCE);
        var page = window.open("");
        var all = new SoftAssertions();
        int openers = 0;
        for (var sample : samples(page)) {
            page.navigate(window.url(sample));
            page.locator("#live").waitFor();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            walk(page, sample, all);
            openers += openAndClose(page);
        }
        all.assertAll();
        assertThat(openers).isGreaterThan(2);
    }

    private static void walk(Page page, String sample, SoftAssertions all) {
        page.evaluate(WALK);
        int stops = 0;
        while (page.evaluate("walk.goesOn()").equals(true) && stops++ < MOST_STOPS) {
            // in an editor of code Tab indents, after Escape it does not
            if (page.evaluate("document.activeElement.closest('.cm-editor') !== null").equals(true)) {
                page.keyboard().press("Escape");
            }
            page.keyboard().press("Tab");
        }
        all.assertThat(stops).as("stops on %s until %s", sample, page.evaluate("walk.at()")).isLessThan(MOST_STOPS);
        all.assertThat((List<?>) page.evaluate("walk.problems()")).as(sample).isEmpty();
    }

    private static int openAndClose(Page page) {
        var openers = page.locator("#live :is([aria-haspopup], [role=combobox]):not([tabindex='-1']):visible").all();
        for (var opener : openers) {
            opener.press(opener.getAttribute("role") == null ? "Enter" : "ArrowDown");
            assertThat(opener).hasAttribute("aria-expanded", "true");
            page.keyboard().press("Escape");
            assertThat(opener).hasAttribute("aria-expanded", "false");
            assertThat(opener).isFocused();
        }
        return openers.size();
    }

    @SuppressWarnings("unchecked")
    private static List<String> samples(Page page) {
        var links = page.locator("main a[href^='components/']");
        links.first().waitFor();
        var samples = (List<String>) links.evaluateAll("links => links.map(link => link.getAttribute('href'))");
        assertThat(samples).hasSizeGreaterThan(50);
        return samples;
    }
}
