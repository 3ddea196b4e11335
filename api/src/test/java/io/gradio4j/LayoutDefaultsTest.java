package io.gradio4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The properties and defaults of all layouts, in the order of the config. */
class LayoutDefaultsTest {

    private static final String COMMON = "elem_id=null, elem_classes=[]";
    private static final String KEYS = "key=null, preserved_by_key=[]";

    static Stream<Arguments> layouts() {
        return Stream.of(
                Arguments.of("row row", new Row(), "variant=default, visible=true, " + COMMON + ", scale=null, height=null, max_height=null, min_height=null, "
                        + "equal_height=false, show_progress=false, " + KEYS),
                Arguments.of("column column", new Column(), "scale=1, min_width=320, variant=default, visible=true, " + COMMON + ", show_progress=false, " + KEYS),
                Arguments.of("group group", new Group(), "visible=true, " + COMMON + ", " + KEYS),
                Arguments.of("form form", new Form(), "scale=0, min_width=0, " + KEYS),
                Arguments.of("tabs tabs", new Tabs(), "selected=null, visible=true, " + COMMON + ", " + KEYS),
                Arguments.of("tabitem tab", new Tab("a"), "label=null, visible=true, interactive=true, id=null, " + COMMON + ", scale=null, " + KEYS
                        + ", render_children=false"),
                Arguments.of("walkthrough walkthrough", new Walkthrough(), "selected=null, visible=true, " + COMMON + ", " + KEYS),
                Arguments.of("walkthroughstep step", new Step("a"), "label=null, visible=true, interactive=true, id=null, " + COMMON + ", scale=null, " + KEYS),
                Arguments.of("accordion accordion", new Accordion("a"), "label=null, open=true, visible=true, " + COMMON + ", " + KEYS),
                Arguments.of("sidebar sidebar", new Sidebar(), "label=null, open=true, visible=true, " + COMMON + ", width=320, position=left, " + KEYS),
                Arguments.of("draggable draggable", new Draggable(), "orientation=column, visible=true, " + COMMON + ", " + KEYS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void areThoseOfTheConfig(String typeAndName, Layout<?> layout, String properties) {
        assertThat(layout.type() + " " + layout.name()).isEqualTo(typeAndName);
        var defaults = layout.defaults();
        assertThat(defaults.names().stream().map(name -> name + "=" + defaults.get(name)).collect(Collectors.joining(", "))).isEqualTo(properties);
        assertThat(layout.skipApi()).isTrue();
    }

    @Test
    void pagesAreChosenByNameOrNumber() {
        assertThat(new Tabs().selected(2).properties()).containsEntry("selected", 2);
        assertThat(new Tab("a").id(2).properties()).containsEntry("id", 2);
        assertThat(new Walkthrough(new Step("a").id(3)).selected(3).properties()).containsEntry("selected", 3);
    }

    @Test
    void aDraggableStandsInTheWayItIsTold() {
        assertThat(new Draggable().orientation(Orientation.ROW).properties()).containsEntry("orientation", Orientation.ROW);
    }
}
