package io.gradio4j.impl.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.gradio4j.Accordion;
import io.gradio4j.Blocks;
import io.gradio4j.Column;
import io.gradio4j.Group;
import io.gradio4j.LayoutVariant;
import io.gradio4j.Row;
import io.gradio4j.State;
import io.gradio4j.Step;
import io.gradio4j.Tab;
import io.gradio4j.Tabs;
import io.gradio4j.Walkthrough;
import io.gradio4j.impl.fixtures.Apps;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Press;
import org.junit.jupiter.api.Test;

class LayoutsTest {

    private static Field field() {
        return new Field();
    }

    private static Press press() {
        return new Press("x");
    }

    private static String tree(io.gradio4j.Block... blocks) {
        return Apps.tree(Apps.of(Blocks.of(blocks)));
    }

    @Test
    void neighbouringInputsShareOneForm() {
        assertThat(tree(field(), field(), field())).isEqualTo("form(field field field)");
    }

    @Test
    void oneInputAloneHasAFormToo() {
        assertThat(tree(field())).isEqualTo("form(field)");
    }

    @Test
    void anotherBlockEndsTheForm() {
        assertThat(tree(field(), field(), press(), field())).isEqualTo("form(field field) press form(field)");
    }

    @Test
    void stateDoesNotEndTheForm() {
        assertThat(tree(field(), State.of(1), field())).isEqualTo("form(field field) state");
    }

    @Test
    void stateInFrontStaysInFront() {
        assertThat(tree(State.of(1), field())).isEqualTo("state form(field)");
    }

    @Test
    void anInputWithoutContainerIsInNoForm() {
        assertThat(tree(field(), field().container(false), field())).isEqualTo("form(field) field form(field)");
    }

    @Test
    void eachLayoutHasFormsOfItsOwn() {
        assertThat(tree(field(), new Row(field(), new Column(field(), press())), new Group(field())))
                .isEqualTo("form(field) row(form(field) column(form(field) press)) group(form(field))");
    }

    @Test
    void compactRowsAndColumnsHaveNoForms() {
        assertThat(tree(new Row(field(), field()).variant(LayoutVariant.COMPACT), new Column(field()).variant(LayoutVariant.COMPACT)))
                .isEqualTo("row(field field) column(field)");
    }

    @Test
    void compactnessIsNotInherited() {
        assertThat(tree(new Row(new Column(field())).variant(LayoutVariant.COMPACT))).isEqualTo("row(column(form(field)))");
    }

    @Test
    void aFormInARowIsAsWideAsItsInputsTogether() {
        var app = Apps.of(Blocks.of(new Row(field().scale(3).minWidth(100), field())));

        assertThat(Apps.properties(app, "form").getInt("scale")).isEqualTo(4);
        assertThat(Apps.properties(app, "form").getInt("min_width")).isEqualTo(260);
    }

    @Test
    void aFormElsewhereHasNoScale() {
        assertThat(Apps.properties(Apps.of(Blocks.of(field().scale(3))), "form").getInt("scale")).isZero();
        assertThat(Apps.properties(Apps.of(Blocks.of(new Row(new Column(field().scale(3))))), "form").getInt("scale")).isZero();
    }

    @Test
    void aFormInAColumnOfARowOfEqualHeightIsAsHighAsItsInputsTogether() {
        var app = Apps.of(Blocks.of(new Row(new Column(field().scale(3), field())).equalHeight(true)));

        assertThat(Apps.properties(app, "form").getInt("scale")).isEqualTo(4);
    }

    @Test
    void aFormOnAPageThatFillsTheWindowGrowsWithItsInputs() {
        var app = Apps.of(Blocks.of(field().scale(3), field()).fillHeight(true));

        assertThat(Apps.properties(app, "form").getInt("scale")).isEqualTo(3);
    }

    @Test
    void tabsThatStandAloneGetTabsAroundThem() {
        assertThat(tree(new Tab("a", press()), new Tab("b"), press(), new Tab("c")))
                .isEqualTo("tabs(tabitem(press) tabitem) press tabs(tabitem)");
    }

    @Test
    void stepsThatStandAloneGetAWalkthroughAroundThem() {
        assertThat(tree(new Step("a", press()), new Step("b"), new Tab("c"), press()))
                .isEqualTo("walkthrough(walkthroughstep(press) walkthroughstep) tabs(tabitem) press");
        assertThat(tree(new Walkthrough(new Step("a"), new Step("b")))).isEqualTo("walkthrough(walkthroughstep walkthroughstep)");
    }

    @Test
    void tabsWithinTabsStayAsTheyAre() {
        assertThat(tree(new Tabs(new Tab("a"), new Tab("b")))).isEqualTo("tabs(tabitem tabitem)");
    }

    @Test
    void inputsAndTabsSideBySideHaveTheirOwnWrappers() {
        assertThat(tree(field(), new Tab("a", field()), field())).isEqualTo("form(field) tabs(tabitem(form(field))) form(field)");
    }

    @Test
    void blocksAreNumberedAsTheyAreWritten() {
        var app = Apps.of(Blocks.of(press(), new Row(press(), press()), press()));

        assertThat(app.rootId()).isZero();
        assertThat(Apps.ids(app)).containsExactly(1, 2, 3, 4, 5);
        assertThat(Apps.types(app)).containsExactly("press", "row", "press", "press", "press");
    }

    @Test
    void anAddedLayoutComesWhenTheOneAroundItIsComplete() {
        var app = Apps.of(Blocks.of(field(), new Row(field(), press()), field()));

        assertThat(Apps.types(app)).containsExactly("field", "row", "field", "press", "form", "field", "form", "form");
        assertThat(Apps.ids(app)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void aPageWithinAPageDissolvesIntoIt() {
        var inner = Blocks.of(field(), press());

        assertThat(tree(field(), inner, field())).isEqualTo("form(field field) press form(field)");
    }

    @Test
    void aBlockThatStandsTwiceIsNamed() {
        var twice = new Field("Name");

        assertThatIllegalStateException().isThrownBy(() -> Apps.of(Blocks.of(twice, new Row(twice))))
                .withMessage("Field \"Name\" stands in the tree twice; make two of it");
    }

    @Test
    void stateThatAListenerUsesIsPlacedAtTheEnd() {
        var go = press();
        var state = State.of(1);
        go.onClick().inputs(state).outputs(state).run(n -> n + 1);

        assertThat(tree(go, press())).isEqualTo("press press state");
    }

    @Test
    void anOutputThatStandsInNoTreeIsKnownButNotOnThePage() {
        var go = press();
        var out = new Field("Out");
        go.onClick().outputs(out).run(() -> "x");
        var app = Apps.of(Blocks.of(go));

        assertThat(Apps.tree(app)).isEqualTo("press");
        assertThat(Apps.types(app)).containsExactly("press", "field");
        assertThat(app.dependencies().getFirst().outputs().getFirst().id()).isEqualTo(2);
    }

    @Test
    void listenersOfABlockThatOnlyAnotherListenerUsesAreFound() {
        var go = press();
        var hidden = new Field("Hidden");
        var out = new Field("Out");
        hidden.onChange().inputs(hidden).outputs(out).run(h -> h);
        go.onClick().outputs(hidden).run(() -> "x");

        assertThat(Apps.names(Apps.of(Blocks.of(go, out)))).containsExactly("hidden", "x");
    }

    @Test
    void whatIsShownFirstIsLoadedFirst() {
        var app = Apps.of(Blocks.of(new Accordion("closed", field()).open(false), new Tabs(new Tab("a", press()), new Tab("b", field())),
                new Row(field()).visible(false)));

        assertThat(new Layouts(Blocks.of(new Accordion("closed", field()).open(false), new Tabs(new Tab("a", press()), new Tab("b", field())),
                new Row(field()).visible(false))).visibleTypes("")).containsExactly("accordion", "tabs", "tabitem", "press");
        assertThat(Apps.types(app)).contains("field");
    }

    @Test
    void theSelectedTabIsTheVisibleOne() {
        var layouts = new Layouts(Blocks.of(new Tabs(new Tab("a", press()), new Tab("b", field()).id("b")).selected("b")));

        assertThat(layouts.visibleTypes("")).containsExactly("tabs", "tabitem", "form", "field");
    }

    @Test
    void aTabThatIsNotThereIsNotTheVisibleOne() {
        var layouts = new Layouts(Blocks.of(new Tabs(new Tab("a", press()).visible(false).id("a"), new Tab("b", field()).id("b")),
                new Tabs(new Tab("a", press()).visible(false).id("a"), new Tab("b", field()).id("b")).selected("a")));

        assertThat(layouts.visibleTypes("")).containsExactly("tabs", "tabitem", "form", "field");
    }

    @Test
    void theShownStepIsTheVisibleOne() {
        var layouts = new Layouts(Blocks.of(new Walkthrough(new Step("a", press()).id(1), new Step("b", field()).id(2)).selected(2)));

        assertThat(layouts.visibleTypes("")).containsExactly("walkthrough", "walkthroughstep", "form", "field");
    }
}
