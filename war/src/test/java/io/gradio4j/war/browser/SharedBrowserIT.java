package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is true of every component with a value, one after the other, in {@code SharedApp}. */
@ExtendWith(Browsing.class)
class SharedBrowserIT {

    private static final List<String> ALL = List.of("textbox", "textarea", "number", "slider", "checkbox", "checkboxgroup", "radio", "dropdown", "multidropdown", "colorpicker",
            "datetime", "multimodaltextbox", "dialogue", "code", "json", "label", "highlightedtext", "html", "markdown", "chatbot", "dataframe", "records", "file", "files",
            "fileexplorer", "uploadbutton", "downloadbutton", "lineplot", "barplot", "scatterplot", "plot", "paramviewer");

    /** Which fire no event {@code input}, though people change them. */
    private static final Set<String> CHANGE_ONLY = Set.of("datetime", "highlightedtext", "chatbot", "file", "files", "uploadbutton");

    private Window window;
    private Page page;

    @BeforeEach
    void open(Window window) {
        this.window = window;
        window.options().setReducedMotion(ReducedMotion.REDUCE);
        page = window.open("shared/");
    }

    private Locator tab(String name) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
        var panel = page.getByRole(AriaRole.TABPANEL, new Page.GetByRoleOptions().setName(name).setExact(true));
        assertThat(panel).isVisible();
        return panel;
    }

    /** The lines that the log has got since the last time; when as many as wanted are there, the server is asked whether more come. */
    private List<String> logged(List<String> before, int count) {
        var log = window.field("Log");
        assertThat(log).hasValue(Pattern.compile("(?:[^\n]*\n){" + Math.max(0, before.size() + count - 1) + "}[\\s\\S]*"));
        window.press("Done");
        assertThat(log).hasValue(Pattern.compile("^(?:[^\\n]*\\n){" + (before.size() + count) + ",}done click$"));
        var all = List.of(log.inputValue().replace(" = ", "").split("\n"));
        var news = all.subList(before.size(), all.size() - 1);
        before.clear();
        before.addAll(all);
        return news;
    }

    private static List<String> changes() {
        return ALL.stream().map(name -> name + " change").toList();
    }

    @Test
    void newValuesFromTheServerAreOneChangeEachAlsoOfWhatIsNotThereAndOfWhatAnswersItsOwnChange() {
        tab("Values");
        assertThat(page.locator("[id^=value-]")).hasCount(ALL.size());
        assertThat(window.field("Log")).hasValue("");
        var log = new ArrayList<String>();
        window.press("First");
        assertThat(logged(log, ALL.size())).containsExactlyInAnyOrderElementsOf(changes());
        window.press("First");
        assertThat(logged(log, 0)).isEmpty();
        window.press("Remove");
        assertThat(page.locator("[id^=value-]")).hasCount(0);
        window.press("Second");
        assertThat(logged(log, ALL.size())).containsExactlyInAnyOrderElementsOf(changes());
        window.press("Read");
        assertThat(window.field("Read: values")).hasValue(Pattern.compile("textbox two\n[\\s\\S]*\nradio b\n[\\s\\S]*\nfile b.txt\n[\\s\\S]*"));
        window.press("Return");
        assertThat(page.locator("[id^=value-]")).hasCount(ALL.size());
        assertThat(page.locator("#value-textbox").getByRole(AriaRole.TEXTBOX)).hasValue("two");
        assertThat(page.locator("#value-label")).containsText("75%");
        assertThat(page.locator("#value-files")).containsText("b.txt");
        window.press("Cover");
        assertThat(page.locator("[id^=value-]")).hasCount(ALL.size());
        assertThat((List<?>) page.locator("[id^=value-]").evaluateAll("all => all.filter(one => one.offsetWidth > 0).map(one => one.id)")).isEmpty();
        window.press("Return");
        assertThat(page.locator("#value-paramviewer")).isVisible();
        assertThat(logged(log, 0)).isEmpty();
    }

    private static Map<String, Consumer<Locator>> hands() {
        var file = new FilePayload("c.txt", "text/plain", "ccc".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Consumer<Locator> cell = table -> {
            table.getByTestId("cell-0-1").click();
            table.page().keyboard().type("8");
            table.page().keyboard().press("Enter");
        };
        var hands = new LinkedHashMap<String, Consumer<Locator>>();
        hands.put("textbox", one -> one.getByRole(AriaRole.TEXTBOX).fill("mine"));
        hands.put("textarea", one -> one.getByRole(AriaRole.TEXTBOX).fill("mine"));
        hands.put("number", one -> one.getByRole(AriaRole.SPINBUTTON).fill("9"));
        hands.put("slider", one -> one.getByRole(AriaRole.SLIDER).press("ArrowRight"));
        hands.put("checkbox", one -> one.getByRole(AriaRole.CHECKBOX).check());
        hands.put("checkboxgroup", one -> one.getByRole(AriaRole.CHECKBOX).first().uncheck());
        hands.put("radio", one -> one.getByRole(AriaRole.RADIO).first().check());
        hands.put("dropdown", one -> {
            one.getByRole(AriaRole.COMBOBOX).click();
            one.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("a").setExact(true)).click();
        });
        hands.put("multidropdown", one -> one.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove b")).click());
        hands.put("colorpicker", one -> {
            one.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("colorpicker")).click();
            one.getByRole(AriaRole.TEXTBOX).fill("#0000ff");
            one.page().keyboard().press("Enter");
            one.page().keyboard().press("Escape");
        });
        hands.put("datetime", one -> {
            one.getByRole(AriaRole.TEXTBOX).first().fill("2028-01-02 03:04:05");
            one.page().keyboard().press("Enter");
        });
        hands.put("multimodaltextbox", one -> one.getByRole(AriaRole.TEXTBOX).fill("mine"));
        hands.put("dialogue", one -> one.getByRole(AriaRole.TEXTBOX).fill("Ada: mine"));
        hands.put("code", one -> one.getByRole(AriaRole.TEXTBOX).press("x"));
        hands.put("highlightedtext", one -> one.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Remove label")).click());
        hands.put("chatbot", one -> one.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Clear")).click());
        hands.put("dataframe", cell);
        hands.put("records", cell);
        hands.put("file", one -> one.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Clear")).click());
        hands.put("files", one -> one.locator("input[type=file]").setInputFiles(file));
        hands.put("fileexplorer", one -> one.getByRole(AriaRole.CHECKBOX).first().check());
        hands.put("uploadbutton", one -> one.locator("xpath=..").locator("input[type=file]").setInputFiles(file));
        return hands;
    }

    @Test
    void whatAPersonDoesIsOneInputAndOneChange() {
        tab("Values");
        var log = new ArrayList<String>();
        window.press("Second");
        // a box is not ticked to begin with
        assertThat(logged(log, ALL.size() - 1)).hasSize(ALL.size() - 1);
        hands().forEach((name, hand) -> {
            hand.accept(page.locator("#value-" + name));
            var expected = CHANGE_ONLY.contains(name) ? List.of(name + " change") : List.of(name + " change", name + " input");
            assertThat(logged(log, expected.size())).containsExactlyInAnyOrderElementsOf(expected);
        });
    }

    private static List<String> texts(Object found) {
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    /** Id, classes, share and least width of what has been mounted. */
    private List<String> looks() {
        return texts(page.locator("[id^=look-]").evaluateAll("""
                all => all.map(({ id, classList, style }) => [id, ...['mine', 'own', 'changed', 'auto-margin'].filter(name => classList.contains(name)), style.flexGrow, style.minWidth].join(' '))"""));
    }

    private static List<String> looks(String rest) {
        return ALL.stream().filter(name -> !name.equals("paramviewer")).map(name -> "look-" + name + rest).toList();
    }

    @Test
    void idClassesShareAndWidthAreThoseOfTheFrameAndChange() {
        tab("Looks");
        assertThat(page.locator("[id^=look-]")).hasCount(ALL.size());
        assertThat(looks()).anyMatch(look -> look.startsWith("look-paramviewer mine own"));
        assertThat(looks()).filteredOn(look -> !look.startsWith("look-paramviewer")).containsExactlyInAnyOrderElementsOf(looks(" mine own 2 min(123px, 100%)"));
        window.press("Restyle");
        assertThat(page.locator("[id^=look-].changed")).hasCount(ALL.size());
        assertThat(looks()).filteredOn(look -> !look.startsWith("look-paramviewer")).containsExactlyInAnyOrderElementsOf(looks(" changed 5 min(234px, 100%)"));
    }

    @Test
    void whatHasNothingToShowSaysSo() {
        tab("Looks");
        assertThat(page.locator("[id^=look-]")).hasCount(ALL.size());
        assertThat(page.locator("[id^=look-]").filter(new Locator.FilterOptions().setHas(page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Empty value"))))
                .evaluateAll("all => all.map(one => one.id).join(' ')")).isEqualTo(Stream.of("code", "json", "label", "highlightedtext", "file", "files", "lineplot", "barplot",
                        "scatterplot", "plot").map(name -> "look-" + name).collect(Collectors.joining(" ")));
    }

    @Test
    void labelsAndInfosChangeAndLabelsTakeNoRoomWhenTheyAreNotShown() {
        tab("Looks");
        assertThat(page.locator("[id^=look-]")).hasCount(ALL.size());
        window.press("Restyle");
        var renamed = page.getByText(Pattern.compile("^Renamed "));
        // not of texts, which show no label unless asked to, nor of what has none
        assertThat(renamed).hasCount(ALL.size() - 3);
        var infos = page.locator("[id^=look-] .info-text");
        assertThat(infos).hasCount(16);
        for (var i = 0; i < 16; i++) {
            assertThat(infos.nth(i)).hasText("With bold words and a link");
            assertThat(infos.nth(i).locator("strong")).hasText("bold");
            assertThat(infos.nth(i).getByRole(AriaRole.LINK)).hasAttribute("target", "_blank");
        }
        window.press("Unlabel");
        assertThat(page.locator("[id^=look-] [data-testid=block-info]:not(.sr-only), [id^=look-] [data-testid=block-label]:not(.sr-only)")).hasCount(0);
        assertThat((List<?>) page.locator("[id^=look-] :is([data-testid=block-info], [data-testid=block-label], .label > p)").evaluateAll(
                "labels => labels.filter(label => label.offsetWidth > 1 || label.offsetHeight > 1).map(label => label.textContent)")).isEmpty();
    }

    @Test
    void layoutsHaveTheirIdsAndClassesAndATableFillsTheWindowFromWithinAny() {
        var panel = tab("Layouts");
        var tables = panel.locator("gr-dataframe");
        assertThat(panel.locator(".mine.own")).hasCount(10);
        assertThat(tables).hasCount(8);
        for (var i = 0; i < 8; i++) {
            var table = tables.nth(i);
            table.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Fullscreen")).click();
            page.waitForFunction("""
                    n => {
                        const full = document.querySelectorAll('gr-dataframe')[n].querySelector('.block.fullscreen');
                        return [[2, 2], [2, 890], [640, 450], [1277, 2], [1277, 890]].every(([x, y]) => full.contains(document.elementFromPoint(x, y)));
                    }""", i);
            page.keyboard().press("Escape");
            assertThat(table.locator(".fullscreen")).hasCount(0);
        }
    }

    /** Which of a kind people can edit, by what they find there. */
    private List<String> editable(String kind) {
        return texts(page.locator("[id^=" + kind + "-]").evaluateAll("""
                all => all.filter(one => one.querySelector(`input:enabled:not([readonly], [type=search], [hidden]), textarea:enabled:not([readonly]), select:enabled, [contenteditable=true],
                    [aria-readonly=false], button:enabled:is([aria-haspopup=dialog], [aria-label=Clear], [aria-label="Remove label"]), .upload-area:enabled`)).map(one => one.id.replace(/^[a-z]+-/, ''))"""));
    }

    private static List<String> inputs(String... without) {
        var none = Set.of(without);
        return hands().keySet().stream().filter(name -> !name.equals("chatbot") && !name.equals("uploadbutton") && !none.contains(name)).toList();
    }

    @Test
    void whoMayEditIsDecidedByListenersAndValuesUnlessTheAppSaysSo() {
        tab("Editors");
        assertThat(page.locator("[id^=open-]")).hasCount(inputs().size());
        // an empty marked text has nothing to edit
        assertThat(editable("input")).containsExactlyInAnyOrderElementsOf(inputs("highlightedtext"));
        assertThat(editable("output")).isEmpty();
        // a choice is made from the beginning, and a table, a message are something, though empty
        assertThat(editable("lone")).containsExactlyInAnyOrderElementsOf(inputs("highlightedtext", "dropdown", "dataframe", "records", "multimodaltextbox"));
        assertThat(editable("filled")).isEmpty();
        assertThat(editable("locked")).isEmpty();
        assertThat(editable("open")).containsExactlyInAnyOrderElementsOf(inputs());
        window.press("Lock");
        assertThat(page.locator("#open-fileexplorer").getByRole(AriaRole.CHECKBOX)).hasCount(0);
        assertThat(editable("open")).isEmpty();
        window.press("Unlock");
        assertThat(page.locator("#open-fileexplorer").getByRole(AriaRole.CHECKBOX)).not().hasCount(0);
        assertThat(editable("open")).containsExactlyInAnyOrderElementsOf(inputs());
    }

    private String read(String what) {
        window.press("Read " + what);
        var values = window.field("Read " + what + ": values");
        assertThat(values).hasValue(Pattern.compile("paramviewer"));
        return values.inputValue();
    }

    @Test
    void whatHasAKeyKeepsItsValueOrWhatTheAppNamesWhenItIsDrawnAnew() {
        tab("Keys");
        assertThat(page.getByText("Drawing 1")).isVisible();
        var first = read("lost");
        window.press("Give seconds");
        assertThat(window.field("Log")).hasValue(Pattern.compile("(?:[^\n]*\n){" + (ALL.size() - 1) + "}.*"));
        var log = window.field("Log").inputValue();
        var second = read("kept");
        assertThat(second).isNotEqualTo(first);
        window.press("Draw again");
        assertThat(page.getByText("Drawing 2")).isVisible();
        assertThat(read("kept")).isEqualTo(second);
        assertThat(read("lost")).isEqualTo(first);
        assertThat(page.locator("#kept").getByText(Pattern.compile("^[a-z]+ 2$"))).hasCount(ALL.size() - 3);
        assertThat(page.locator("#lost").getByText(Pattern.compile("^[a-z]+ 1$"))).hasCount(ALL.size() - 3);
        assertThat(window.field("Log")).hasValue(log);
    }

    @Test
    void whatIsSetToBeReadFromTheRightIsAndAllElseGoesWithThePage() {
        var set = tab("Right to left");
        assertThat(set.locator("gr-chatbot > .block")).hasAttribute("dir", "rtl");
        var direction = "all => all.map(one => getComputedStyle(one).direction)";
        assertThat(set.locator("textarea, input, fieldset, .prose, gr-highlightedtext > .block, gr-chatbot > .block").evaluateAll(direction)).asInstanceOf(LIST)
                .isNotEmpty().containsOnly("rtl");
        var values = tab("Values");
        assertThat(page.locator("[id^=value-]")).hasCount(ALL.size());
        window.press("First");
        assertThat(page.locator("#value-json .line")).not().hasCount(0);
        assertThat(values.locator("[id^=value-]").evaluateAll(direction)).asInstanceOf(LIST).containsOnly("ltr");
        page.evaluate("document.documentElement.dir = 'rtl'");
        assertThat(values.locator("[id^=value-]").evaluateAll(direction)).asInstanceOf(LIST).containsOnly("rtl");
        // numbers, dates, colours, code and names of files are read from the left everywhere
        for (var part : List.of("#value-number input", "#value-slider input[type=number]", "#value-slider .min_value", "#value-datetime .time", "#value-json .line", "#value-code .cm-content",
                "#value-file .name", "#value-dataframe [data-testid=cell-0-1] .cell-wrap")) {
            assertThat(page.locator(part).first()).hasCSS("direction", "ltr");
        }
        page.locator("#value-colorpicker").getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("#value-colorpicker").getByRole(AriaRole.TEXTBOX)).hasCSS("direction", "ltr");
        var button = page.locator("#value-colorpicker button").first().boundingBox();
        var picker = page.locator("#value-colorpicker").getByRole(AriaRole.DIALOG).boundingBox();
        assertThat(picker.x + picker.width).isLessThanOrEqualTo(button.x + button.width + 1);
    }
}
