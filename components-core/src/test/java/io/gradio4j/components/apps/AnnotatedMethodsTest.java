package io.gradio4j.components.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.Block;
import io.gradio4j.Blocks;
import io.gradio4j.Component;
import io.gradio4j.GradioInterface;
import io.gradio4j.Handler;
import io.gradio4j.Info;
import io.gradio4j.Layout;
import io.gradio4j.ListenerDefinition;
import io.gradio4j.Update;
import io.gradio4j.Updates;
import io.gradio4j.ValidationException;
import io.gradio4j.components.CoreComponents;
import io.gradio4j.components.dataframe.Dataframe;
import io.gradio4j.components.dataframe.Table;
import io.gradio4j.components.dropdown.Dropdown;
import io.gradio4j.spi.MethodApps;
import java.lang.reflect.InvocationTargetException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnnotatedMethodsTest {

    /** Methods of a bean. */
    public static final class Tools {

        private @Nullable String heard;

        /** Counts letters. */
        @GradioInterface(path = "/count", description = "Counts the letters of a word")
        public int countLetters(@Info("the text to look in") String text, @Info("one letter") String letter) {
            return (int) text.chars().filter(c -> c == letter.charAt(0)).count();
        }

        /** Mixes all types. */
        @GradioInterface(path = "/mix", title = "All types")
        public String mix(byte a, Short b, long c, float d, Double e, boolean f) {
            return a + " " + b + " " + c + " " + d + " " + e + " " + f;
        }

        /** Returns nothing. */
        @GradioInterface(path = "/hear")
        public void hear(String text) {
            heard = text;
        }

        /** Turns a table around. */
        @GradioInterface(path = "/turn")
        public Table turn(Table table) {
            return new Table(table.headers(), table.rows().reversed());
        }

        /** Takes and returns a constant. */
        @GradioInterface(path = "/day")
        public DayOfWeek next(DayOfWeek day) {
            return day.plus(1);
        }

        /** Has a type that no component shows. */
        @GradioInterface(path = "/zone")
        public String zone(ZoneId zone) {
            return zone.getId();
        }
    }

    private final Tools tools = new Tools();

    private Blocks app(String name) {
        var method = Stream.of(Tools.class.getMethods()).filter(m -> m.getName().equals(name)).findFirst().orElseThrow();
        var apps = ServiceLoader.load(MethodApps.class).findFirst().orElseThrow();
        return apps.build(method, method.getAnnotation(GradioInterface.class), new CoreComponents().components(), arguments -> {
            try {
                return method.invoke(tools, arguments);
            } catch (InvocationTargetException e) {
                throw (Exception) e.getCause();
            }
        });
    }

    @Test
    void tablesAreDataframes() throws Exception {
        var app = app("turn");
        assertThat(run(app).inputs().getFirst()).isInstanceOf(Dataframe.class);
        assertThat(run(app).outputs().getFirst()).isInstanceOf(Dataframe.class);
        assertThat(call(app, Table.ofRows(List.of(List.of(1), List.of(2))))).isEqualTo(Table.ofRows(List.of(List.of(2), List.of(1))));
    }

    @Test
    void enumsAreDropdownsOfTheirConstants() throws Exception {
        var app = app("next");
        var dropdowns = all(app).filter(Dropdown.class::isInstance).toList();
        assertThat(dropdowns).map(Block::describe).containsExactly("Dropdown \"day\"", "Dropdown \"output\"");
        assertThat(dropdowns.getFirst().property("choices").orElseThrow()).asString().contains("MONDAY", "SUNDAY");
        assertThat(call(app, DayOfWeek.SUNDAY)).isEqualTo(DayOfWeek.MONDAY);
    }

    private static @Nullable Object call(Blocks app, @Nullable Object... arguments) throws Exception {
        var updates = ((Handler.Returning) run(app).handler().orElseThrow()).function().apply(arguments);
        return ((Update.OfValue) ((Updates) Objects.requireNonNull(updates)).all().getFirst()).value();
    }

    private static ListenerDefinition run(Blocks app) {
        return all(app).flatMap(b -> b.listeners().stream()).min(Comparator.comparing(ListenerDefinition::order)).orElseThrow();
    }

    private static Stream<Block> all(Block block) {
        var children = block instanceof Blocks page ? page.children() : block instanceof Layout<?> layout ? layout.children()
                : List.<Block>of();
        return Stream.concat(Stream.of(block), children.stream().flatMap(AnnotatedMethodsTest::all));
    }

    @Test
    void makesInputsOfParametersAndAnOutputOfTheResult() throws Exception {
        var app = app("countLetters");
        var components = all(app).filter(Component.class::isInstance).filter(b -> b.property("label").isPresent()).toList();
        assertThat(components).map(Block::describe).containsExactly("Textbox \"text\"", "Textbox \"letter\"", "NumberField \"output\"");
        assertThat(components.getFirst().property("info")).contains("the text to look in");
        assertThat(components.getLast().property("precision")).contains(0);
        assertThat(call(app, "banana", "a")).isEqualTo(3.0);
    }

    @Test
    void namesPageAndEndpointAfterTheMethod() {
        var app = app("countLetters");
        assertThat(app.property("title")).contains("Count letters");
        assertThat(run(app).apiName()).contains("countLetters");
        assertThat(run(app).apiDescription()).contains("Counts the letters of a word");
        assertThat(app("mix").property("title")).contains("All types");
    }

    @Test
    void convertsNumbersToTheParametersTypes() throws Exception {
        assertThat(call(app("mix"), 1.0, 2.0, 3e9, 0.5, null, true)).isEqualTo("1 2 3000000000 0.5 null true");
    }

    @Test
    void refusesNumbersThatTheTypeCannotHold() {
        assertThatThrownBy(() -> call(app("mix"), 200.0, 2.0, 3.0, 0.5, 0.25, true)).isInstanceOf(ValidationException.class)
                .hasMessage("a must be between -128 and 127, not 200.0.");
        assertThatThrownBy(() -> call(app("mix"), null, 2.0, 3.0, 0.5, 0.25, true)).isInstanceOf(ValidationException.class)
                .hasMessage("a needs a number.");
    }

    @Test
    void hasNoOutputForAMethodThatReturnsNothing() throws Exception {
        var run = run(app("hear"));
        assertThat(run.outputs()).isEmpty();
        ((Handler.Returning) run.handler().orElseThrow()).function().apply(new Object[] {"psst"});
        assertThat(tools.heard).isEqualTo("psst");
    }

    @Test
    void namesTheParameterThatNoComponentShows() {
        assertThatThrownBy(() -> app("zone")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no component shows the parameter zone of type java.time.ZoneId")
                .hasMessageContaining("Tools.zone");
    }
}
