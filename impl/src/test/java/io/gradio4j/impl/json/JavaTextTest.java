package io.gradio4j.impl.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.FileData;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaTextTest {

    private final JavaText text = new JavaText(JavaTextTest.class.getClassLoader());

    enum Size {
        SMALL, LARGE {
            @Override
            public String toString() {
                return "as large as it gets";
            }
        }
    }

    sealed interface Shape {
        record Circle(double radius) implements Shape {
        }

        record Group(List<Shape> shapes, @Nullable String name) implements Shape {
        }
    }

    /** A bean. */
    public static final class Counter {
        public int count;
        public Map<String, Integer> by = new HashMap<>();
    }

    static Stream<Object> values() {
        return Stream.of("", "Grüße \" \\ \n 👋", true, 0, -7, Long.MAX_VALUE, 1.5, Double.NaN, Double.NEGATIVE_INFINITY, 2f, (short) 3, (byte) 4, 'x',
                new BigDecimal("1.10"), UUID.randomUUID(), URI.create("a:b"), Instant.now(), Duration.ofMillis(1), Path.of("a/b"), Size.SMALL,
                Size.LARGE, new Shape.Group(List.of(new Shape.Circle(1), new Shape.Group(List.of(), null)), "x"), List.of(1, "a", List.of()),
                new LinkedList<>(List.of(1)), Set.of(1L), new TreeMap<>(Map.of("b", 1, "a", 2)), Map.of(Size.SMALL, List.of(1)), Optional.of("x"),
                Optional.empty(), Jsons.read("{\"a\":[1,null]}"), FileData.from(Jsons.read("{\"path\":\"a/b\",\"meta\":{\"_type\":\"gradio.FileData\"}}")),
                new ArrayList<>(Arrays.asList(null, 1)));
    }

    @ParameterizedTest
    @MethodSource("values")
    void whatIsReadEqualsWhatWasWritten(Object value) {
        assertThat(text.read(text.write(value))).isEqualTo(value);
    }

    @Test
    void nothingIsNothing() {
        assertThat(text.read(text.write(null))).isNull();
    }

    @Test
    void collectionsKeepTheirKindAndCanBeChanged() {
        assertThat(text.read(text.write(new ArrayList<>(List.of(1))))).isInstanceOf(ArrayList.class);
        assertThat(text.read(text.write(new LinkedList<>(List.of(1))))).isInstanceOf(LinkedList.class);
        assertThat(text.read(text.write(new HashMap<>(Map.of(1, 2))))).isExactlyInstanceOf(HashMap.class);
        assertThat(text.read(text.write(new LinkedHashMap<>(Map.of(1, 2))))).isExactlyInstanceOf(LinkedHashMap.class);
        assertThat(text.read(text.write(new TreeMap<>(Map.of(1, 2))))).isExactlyInstanceOf(TreeMap.class);
        assertThat(text.read(text.write(List.of(1)))).isInstanceOf(ArrayList.class);
    }

    @Test
    void arraysAreArraysAgain() {
        assertThat(text.read(text.write(new double[] {1, 2.5}))).isEqualTo(new double[] {1, 2.5});
        assertThat(text.read(text.write(new byte[] {1, -1}))).isEqualTo(new byte[] {1, -1});
        assertThat(text.read(text.write(new String[] {"a", null}))).isEqualTo(new String[] {"a", null});
    }

    @Test
    void beansAreWrittenWhereTheirClassIsNamed() {
        var counter = new Counter();
        counter.count = 3;
        counter.by.put("a", 1);
        assertThat(text.read(text.write(counter, Counter.class), Counter.class)).usingRecursiveComparison().isEqualTo(counter);
        assertThatThrownBy(() -> text.write(List.of(counter))).hasMessageContaining("it has a " + Counter.class.getName() + "; use a record");
        assertThatThrownBy(() -> text.read(text.write(counter, Counter.class))).hasMessageContaining("may not be made here");
    }

    @Test
    void whatHasNoTextIsNamed() {
        assertThatThrownBy(() -> text.write(List.of(Thread.currentThread()), Thread.class)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it has a java.lang.Thread");
        assertThatThrownBy(() -> text.write(new ArrayList<>() { })).hasMessageContaining("JavaTextTest$").hasMessageContaining("JDK's collections");
        assertThatThrownBy(() -> text.write(new Thread[0])).hasMessageContaining("array of java.lang.Thread");
    }

    @Test
    void whatHoldsItselfIsRefused() {
        var endless = new ArrayList<Object>();
        endless.add(endless);
        assertThatThrownBy(() -> text.write(endless)).hasMessageContaining("nested more than");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"record\":[\"java.io.File\",\"x\"]}", "{\"enum\":[\"java.lang.Runtime\",\"x\"]}", "{\"bean\":[\"java.lang.Object\",{}]}",
        "{\"record\":[\"no.such.Class\"]}", "{\"no such tag\":\"x\"}", "{\"no such tag\":[]}", "{\"array\":[\"java.lang.Thread\"]}", "nonsense", "1.5",
        "{\"record\":[\"io.gradio4j.impl.json.JavaTextTest$Shape$Circle\",\"text\"]}", "{\"enum\":[\"io.gradio4j.impl.json.JavaTextTest$Size\",\"HUGE\"]}",
        "{\"Long\":\"x\"}", "{}"})
    void strangeTextsMakeNothing(String strange) {
        assertThatThrownBy(() -> text.read(strange)).isInstanceOf(IllegalArgumentException.class);
    }
}
