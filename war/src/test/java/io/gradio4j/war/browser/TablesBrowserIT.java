package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.KeyboardModifier;
import com.microsoft.playwright.options.MouseButton;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tables, samples and examples: what is shown, the keys, the events and data that reach the server, and what the server changes. */
@ExtendWith(Browsing.class)
class TablesBrowserIT {

    private Window window;
    private Page page;

    @BeforeEach
    void open(Window window) {
        this.window = window;
        window.options().setPermissions(List.of("clipboard-read", "clipboard-write"));
        page = window.open("tables/");
        cell("People", 0, 0).waitFor();
    }

    @Test
    void tellsOfSelectedCells() {
        cell("People", 1, 1).click();
        assertThat(cell("People", 1, 1)).hasAttribute("aria-selected", "true");
        assertThat(grid("People")).isFocused();
        logged("people select = [name, age, member] [[Grace, 85, true], [Ada, 36, false], [Alan, 41, true]]"
                + " {\"index\":[1,1],\"value\":36,\"row_value\":[\"Ada\",36,false],\"col_value\":[85,36,41]}");
        cell("Styled", 1, 0).click();
        assertThat(window.field("Result")).hasValue("selected CellSelection[row=1, column=0, value=\"milk\", rowValue=[\"milk\", 1.25,"
                + " \"[link](https://example.com)\", \"<i>cold</i>\"], columnValue=[\"tea\", \"milk\"]]");
        page.mouse().click(3, 3);
        assertThat(grid("People").locator("[aria-selected=true]")).hasCount(0);
    }

    @Test
    void editsByKeysAndTellsBeforeAndAfter() {
        cell("People", 0, 0).click();
        page.keyboard().press("ArrowDown");
        page.keyboard().type("Lovelace");
        page.keyboard().press("Enter");
        assertThat(cell("People", 1, 0)).hasText("Lovelace");
        logged("people edit = ", "{\"index\":[1,0],\"value\":\"Lovelace\",\"previous_value\":\"Ada\"}",
                "people change = [name, age, member] [[Grace, 85, true], [Lovelace, 36, false], [Alan, 41, true]]",
                "people input = [name, age, member] [[Grace, 85, true], [Lovelace, 36, false], [Alan, 41, true]]");
        assertThat(window.field("Result")).hasValue("edited CellEdit[row=1, column=0, value=Lovelace, previousValue=Ada]");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("F2");
        page.keyboard().type("0");
        page.keyboard().press("Tab");
        logged("[Alan, 410, true]");
        page.keyboard().press("Escape");
        cell("People", 0, 0).dblclick();
        page.getByLabel("Edit cell").fill("nobody");
        page.keyboard().press("Escape");
        assertThat(cell("People", 0, 0)).hasText("Grace");
    }

    @Test
    void ticksCheckboxesOfCellsAndColumns() {
        cell("People", 1, 2).getByRole(AriaRole.CHECKBOX).check();
        logged("people input = [name, age, member] [[Grace, 85, true], [Ada, 36, true], [Alan, 41, true]]");
        var all = page.getByLabel("Select all of column member").first();
        assertThat(all).isChecked();
        all.uncheck();
        logged("people input = [name, age, member] [[Grace, 85, false], [Ada, 36, false], [Alan, 41, false]]");
        cell("People", 0, 1).click();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Space");
        logged("people input = [name, age, member] [[Grace, 85, true], [Ada, 36, false], [Alan, 41, false]]");
    }

    @Test
    void movesAndSelectsByTheKeysOfGrids() {
        grid("People").focus();
        page.keyboard().press("Control+End");
        assertThat(cell("People", 2, 2)).hasAttribute("aria-selected", "true");
        page.keyboard().press("Home");
        assertThat(cell("People", 2, 0)).hasAttribute("aria-selected", "true");
        page.keyboard().press("Shift+ArrowUp");
        page.keyboard().press("Shift+ArrowRight");
        assertThat(grid("People").locator("[aria-selected=true]")).hasCount(4);
        page.keyboard().press("Control+a");
        assertThat(grid("People").locator("[aria-selected=true]")).hasCount(9);
        page.keyboard().press("Escape");
        assertThat(grid("People").locator("[aria-selected=true]")).hasCount(0);
        page.keyboard().press("Tab");
        assertThat(grid("People")).not().isFocused();
        cell("People", 0, 0).click();
        cell("People", 1, 1).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        assertThat(grid("People").locator("[aria-selected=true]")).hasCount(4);
        cell("People", 0, 0).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.CONTROL)));
        assertThat(grid("People").locator("[aria-selected=true]")).hasCount(3);
    }

    @Test
    void copiesAndPastesRanges() {
        cell("People", 0, 0).click();
        page.keyboard().press("Shift+ArrowDown");
        page.keyboard().press("Shift+ArrowRight");
        page.keyboard().press("Control+c");
        page.waitForCondition(() -> "Grace,85\nAda,36".equals(page.evaluate("navigator.clipboard.readText()")));
        page.evaluate("navigator.clipboard.writeText('=1+1,7\\n\"a,b\",8')");
        cell("People", 1, 0).click();
        page.keyboard().press("Control+v");
        logged("people input = [name, age, member] [[Grace, 85, true], [=1+1, 7, false], [a,b, 8, true]]");
        page.keyboard().press("Control+c");
        page.waitForCondition(() -> "'=1+1,7\n\"a,b\",8".equals(page.evaluate("navigator.clipboard.readText()")));
        page.keyboard().press("Delete");
        logged("people input = [name, age, member] [[Grace, 85, true], [, null, false], [, null, true]]");
        page.getByRole(AriaRole.TOOLBAR, new Page.GetByRoleOptions().setName("Table actions")).nth(2).getByLabel("Copy table data").click();
        page.waitForCondition(() -> String.valueOf(page.evaluate("navigator.clipboard.readText()")).startsWith("item,price,note,html\ntea,2.5,"));
    }

    @Test
    void sortsByTheMenuOfAHeader() {
        menu("People", 1, "Sort ascending");
        assertThat(header("People", 1)).hasAttribute("aria-sort", "ascending");
        assertThat(column("People", 0)).hasText(new String[] {"Ada", "Alan", "Grace"});
        assertThat(grid("People").getByRole(AriaRole.ROWHEADER)).hasText(new String[] {"2", "3", "1"});
        menu("People", 1, "Sort descending");
        assertThat(column("People", 0)).hasText(new String[] {"Grace", "Alan", "Ada"});
        menu("People", 2, "Sort ascending");
        assertThat(header("People", 2).locator(".sort-mark")).hasText("↑2");
        cell("People", 1, 0).click();
        logged("\"index\":[2,0],\"value\":\"Alan\"");
        grid("People").press("Control+Home");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Clear sort")).press("Enter");
        assertThat(column("People", 0)).hasText(new String[] {"Grace", "Ada", "Alan"});
        assertThat(grid("People")).isFocused();
    }

    @Test
    void filtersAColumnAndSearchesTheTable() {
        menu("People", 1, "Filter");
        page.getByLabel("Operator").selectOption(">");
        page.getByLabel("Type a value").fill("40");
        page.keyboard().press("Enter");
        assertThat(column("People", 0)).hasText(new String[] {"Grace", "Alan"});
        assertThat(header("People", 1).getByLabel("Filtered")).isVisible();
        menu("People", 1, "Clear filters");
        assertThat(column("People", 0)).hasCount(3);
        var search = page.getByLabel("Enter text to filter the table").first();
        search.fill("aLa");
        assertThat(column("People", 0)).hasText(new String[] {"Alan"});
        window.press("Apply filter and update dataframe values");
        logged("people input = [name, age, member] [[Alan, 41, true]]");
        assertThat(search).hasValue("");
    }

    @Test
    void addsAndDeletesRowsAndColumnsWithinTheLimits() {
        window.press("Add row");
        logged("empty input = [a, b] [[, ]]");
        cell("Empty", 0, 0).click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        item("Add row below");
        item(cell("Empty", 0, 0), "Add column to the right");
        logged("empty input = [a, Header 3, b] [[, , ], [, , ]]");
        item(cell("Empty", 0, 1), "Delete column");
        item(cell("Empty", 1, 0), "Delete row");
        logged("empty input = [a, b] [[, ]]");
        item(cell("People", 0, 0), "Add row above");
        item(cell("People", 0, 0), "Add row above");
        assertThat(column("People", 0)).hasCount(5);
        cell("People", 0, 0).click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        assertThat(page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Delete row"))).isVisible();
        assertThat(page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Add row above"))).hasCount(0);
        page.keyboard().press("Escape");
        header("Empty", 0).dblclick();
        page.getByLabel("Edit header").fill("first");
        page.keyboard().press("Enter");
        logged("empty input = [first, b] [[, ]]");
    }

    @Test
    void keepsStaticColumnsAndCutsLongTexts() {
        assertThat(header("Fixed", 0).getByLabel("Not editable")).isVisible();
        cell("Fixed", 1, 0).dblclick();
        assertThat(page.getByLabel("Edit cell")).hasCount(0);
        assertThat(cell("Fixed", 1, 1)).hasText("a value wi...");
        org.assertj.core.api.Assertions.assertThat(cell("Fixed", 0, 0).boundingBox().width).as("1 % of the table").isGreaterThan(50);
        assertThat(cell("Fixed", 0, 0)).hasCSS("position", "sticky");
        // there would be no room for others
        assertThat(cell("Fixed", 0, 1)).hasCSS("position", "relative");
        cell("Fixed", 1, 1).click();
        assertThat(cell("Fixed", 1, 1)).hasText("a value with many characters");
        header("Fixed", 1).getByLabel("Open cell menu").click();
        assertThat(page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Delete column"))).hasCount(0);
        page.keyboard().press("Escape");
        cell("Fixed", 0, 1).dblclick();
        page.getByLabel("Edit cell").fill("two");
        page.keyboard().press("Tab");
        logged("fixed input = [[a, two], [b, a value with many characters]]", "fixed change = [[a, two], [b, a value with many characters]]");
        // a listener that writes the same table again ends there
        cell("People", 0, 0).click();
        logged("people select");
        org.assertj.core.api.Assertions.assertThat(window.field("Log").inputValue().split("fixed change = ", -1)).hasSize(2);
    }

    @Test
    void showsWhatTheServerStyled() {
        assertThat(cell("Styled", 0, 1)).hasText("2.50 €");
        assertThat(cell("Styled", 0, 1)).hasCSS("background-color", "rgb(255, 220, 220)");
        assertThat(cell("Styled", 0, 2).locator("strong")).hasText("hot");
        assertThat(cell("Styled", 0, 2).locator("math").first()).isVisible();
        assertThat(cell("Styled", 0, 3).locator("b")).hasText("bold");
        assertThat(cell("Styled", 0, 3)).hasText("bold");
        page.getByLabel("Enter text to filter the table").last().fill("2.50 €");
        assertThat(column("Styled", 0)).hasText(new String[] {"tea"});
        window.press("Apply filter and update dataframe values");
        logged("styled input = [tea]");
        cell("Styled", 0, 0).dblclick();
        assertThat(page.getByLabel("Edit cell")).hasCount(0);
    }

    @Test
    void readsAFileThatIsDropped() {
        var data = page.evaluateHandle("() => { const data = new DataTransfer(); data.items.add(new File(['x;y\\n1;\"a;b\"\\n'], 'f.csv')); return data; }");
        var place = page.locator(".table-wrap", new Page.LocatorOptions().setHas(grid("Empty")));
        place.dispatchEvent("dragover", Map.of("dataTransfer", data));
        assertThat(place).hasClass("table-wrap dropping");
        place.dispatchEvent("drop", Map.of("dataTransfer", data));
        assertThat(place).hasClass("table-wrap");
        logged("empty input = [x, y] [[1, a;b]]");
    }

    @Test
    void serverReplacesLocksAndRenames() {
        menu("People", 1, "Sort ascending");
        window.press("Replace");
        assertThat(column("People", 0)).hasText(new String[] {"1", "2"});
        assertThat(header("People", 0)).hasAttribute("aria-sort", "none");
        logged("people change = [x] [[1], [2]]");
        window.press("Lock");
        cell("People", 0, 0).dblclick();
        assertThat(page.getByLabel("Edit cell")).hasCount(0);
        assertThat(grid("People")).hasAttribute("aria-readonly", "true");
        window.press("Rename");
        assertThat(cell("Persons", 0, 0)).hasText("1");
    }

    @Test
    void handlersOfRecordsRefuseWhatIsNone() {
        cell("Typed", 0, 1).click();
        page.keyboard().type("many");
        page.keyboard().press("Enter");
        assertThat(page.getByTestId("toast-text").first()).hasText("RecordDataframe \"Typed\": Row 1, column \"age\": \"many\" is no int");
        cell("Typed", 0, 1).click();
        page.keyboard().type("37");
        page.keyboard().press("Enter");
        logged("typed change = [Person[name=Ada, age=37, member=false]]");
    }

    @Test
    void fillsTheWindow() {
        var bar = page.getByRole(AriaRole.TOOLBAR, new Page.GetByRoleOptions().setName("Table actions")).first();
        bar.getByLabel("Fullscreen").click();
        assertThat(page.locator(".block.fullscreen")).hasCSS("position", "fixed");
        assertThat(page.locator(".block.fullscreen")).not().hasCSS("background-color", "rgba(0, 0, 0, 0)");
        bar.getByLabel("Exit fullscreen mode").click();
        assertThat(page.locator(".block.fullscreen")).hasCount(0);
    }

    @Test
    void aHugeTableScrollsWithAFewNodes() {
        window.press("Fill");
        assertThat(grid("Big")).hasAttribute("aria-rowcount", "100001", new LocatorAssertions.HasAttributeOptions().setTimeout(60_000));
        assertThat(grid("Big")).hasAttribute("aria-colcount", "50");
        var figures = (Map<?, ?>) page.evaluate("""
                async () => {
                    const grid = document.querySelector('[role=grid][aria-label=Big]');
                    const element = grid.closest('gr-dataframe');
                    grid.scrollIntoView();
                    const times = [];
                    let most = 0;
                    for (let i = 0; i < 120; i++) {
                        if (i < 80) grid.scrollTop += i % 20 === 19 ? 400_000 : 137;
                        else grid.scrollLeft += 61;
                        await new Promise(requestAnimationFrame);
                        const start = performance.now();
                        element.requestUpdate();
                        await element.updateComplete;
                        times.push(performance.now() - start);
                        most = Math.max(most, grid.getElementsByTagName('*').length);
                    }
                    return { median: times.sort((a, b) => a - b)[60], most, seen: grid.querySelectorAll('[role=row]').length };
                }""");
        org.assertj.core.api.Assertions.assertThat(((Number) figures.get("median")).doubleValue()).as("ms of script in a frame").isLessThan(16);
        org.assertj.core.api.Assertions.assertThat(((Number) figures.get("most")).intValue()).as("elements").isLessThan(3_000);
        // the buttons of headers that have been scrolled away are not above one that stays
        org.assertj.core.api.Assertions.assertThat((Boolean) page.evaluate("""
                async () => {
                    const grid = document.querySelector('[role=grid][aria-label=Big]');
                    for (grid.scrollLeft = 0; grid.scrollLeft < 200;) {
                        const { left, right, top } = grid.querySelector('.header-cell').getBoundingClientRect();
                        for (let x = left + 4; x < right - 24; x += 4) if (!document.elementFromPoint(x, top + 18).closest('[data-heading="0"]')) return false;
                        const before = grid.scrollLeft;
                        grid.scrollLeft += 20;
                        await new Promise(requestAnimationFrame);
                        if (grid.scrollLeft === before) break;
                    }
                    return true;
                }""")).isTrue();
        grid("Big").evaluate("grid => { grid.scrollLeft = 3000; }");
        var pinned = header("Big", 0);
        assertThat(pinned).isInViewport();
        assertThat(header("Big", 1)).hasCount(0);
        grid("Big").focus();
        page.keyboard().press("Control+End");
        assertThat(cell("Big", 99_999, 49)).isInViewport();
        page.keyboard().press("Control+Home");
        page.keyboard().press("PageDown");
        page.keyboard().press("PageDown");
        // all of it, below the header
        assertThat(cell("Big", 20, 0)).isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
        page.keyboard().press("Control+End");
        assertThat(cell("Big", 99_999, 49)).hasText(String.valueOf((99_999 * 31 + 49 * 17) % 10_007));
        page.getByLabel("Enter text to search the table").fill("10006");
        assertThat(grid("Big")).not().hasAttribute("aria-rowcount", "100001");
        window.press("Scroll to top");
        assertThat(grid("Big").getByRole(AriaRole.ROWHEADER).first()).isInViewport();
    }

    @Test
    void samplesAreChosenByClicksAndKeysPageByPage() {
        window.press("two");
        logged("words change = 1", "words click = 1", "words select = 1 {\"index\":1,\"value\":[\"two\"]}");
        page.locator(".paginate").first().getByText("3").click();
        assertThat(window.button("one")).hasCount(0);
        window.press("five");
        logged("words select = 4 {\"index\":4,\"value\":[\"five\"]}");
        var last = page.locator("gr-dataset", new Page.LocatorOptions().setHasText("Many")).locator(".paginate");
        for (var number : List.of("3", "5", "7")) {
            last.getByText(number, new Locator.GetByTextOptions().setExact(true)).click();
        }
        var nine = last.getByText("9", new Locator.GetByTextOptions().setExact(true));
        nine.press("Enter");
        assertThat(grid("Many").locator("td.textbox")).hasText("sample 9");
        assertThat(nine).isFocused();
        assertThat(last).hasText("Pages:123...789101112");
        window.press("second");
        logged("named change = Sample[index=1, values=[y, false]]", "named select = Sample[index=1, values=[y, false]] {\"index\":1,\"value\":[\"y\",false]}");
        var table = grid("Pairs");
        assertThat(table.getByRole(AriaRole.COLUMNHEADER)).hasText(new String[] {"Who", "Well"});
        assertThat(table.locator("td.checkbox")).hasText(new String[] {"true", "false"});
        table.locator(".tr-body").first().focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        logged("pairs select = [Alan, false] {\"index\":1,\"value\":[\"Alan\",false]}");
        window.press("Resample");
        assertThat(window.button("six")).isVisible();
        assertThat(page.locator(".paginate")).hasCount(1);
    }

    @Test
    void examplesFillInputsAndRun() {
        grid("Greetings").getByText("Alan").click();
        assertThat(window.field("Who")).hasValue("Alan");
        assertThat(window.field("number input for Often")).hasValue("3");
        assertThat(window.field("Result")).hasValue("Hello Alan Alan Alan ");
        grid("Known").getByText("Ada").click();
        assertThat(window.field("Who")).hasValue("Ada");
        assertThat(window.field("Result")).hasValue("Hello Ada ");
    }

    @Test
    void isAccessible() {
        window.options().setBypassCSP(true).setReducedMotion(ReducedMotion.REDUCE);
        page = window.open("tables/");
        cell("Styled", 0, 2).locator("math").first().waitFor();
        AccessibilityBrowserIT.assertNoFindings(page);
        cell("People", 1, 1).click();
        AccessibilityBrowserIT.assertNoFindings(page);
        cell("People", 1, 0).dblclick();
        AccessibilityBrowserIT.assertNoFindings(page);
        page.keyboard().press("Escape");
        header("People", 0).getByLabel("Open cell menu").click();
        AccessibilityBrowserIT.assertNoFindings(page);
        item("Filter");
        AccessibilityBrowserIT.assertNoFindings(page);
    }

    private Locator grid(String label) {
        return page.getByRole(AriaRole.GRID, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    private Locator cell(String table, int row, int column) {
        return grid(table).getByTestId("cell-" + row + "-" + column);
    }

    private Locator column(String table, int column) {
        return grid(table).locator(".body-cell[data-col=\"" + column + "\"]");
    }

    private Locator header(String table, int column) {
        return grid(table).locator(".header-cell[data-heading=\"" + column + "\"]");
    }

    private void menu(String table, int column, String item) {
        header(table, column).hover();
        header(table, column).getByLabel("Open cell menu").click();
        item(item);
    }

    private void item(Locator cell, String item) {
        cell.click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        item(item);
    }

    private void item(String name) {
        page.getByRole(AriaRole.MENU).getByLabel(name, new Locator.GetByLabelOptions().setExact(true)).click();
    }

    /** Waits until the server has got something. */
    private void logged(String... lines) {
        for (var line : lines) {
            assertThat(window.field("Log")).hasValue(Pattern.compile(line.replaceAll("[\\\\{}\\[\\]()*.^$|?+]", "\\\\$0")));
        }
    }
}
