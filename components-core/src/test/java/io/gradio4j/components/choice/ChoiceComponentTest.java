package io.gradio4j.components.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.BlockAccess;
import io.gradio4j.Component;
import io.gradio4j.ValidationException;
import io.gradio4j.components.ComponentContract;
import io.gradio4j.components.checkboxgroup.CheckboxGroup;
import io.gradio4j.components.dropdown.Dropdown;
import io.gradio4j.components.radio.Radio;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceComponentTest {

    @Test
    void textsStandForThemselves() {
        var radio = Radio.of("park", "zoo");
        assertThat(radio.properties().get("choices")).isEqualTo(List.of(List.of("park", "park"), List.of("zoo", "zoo")));
        assertThat(read(radio, "\"zoo\"")).isEqualTo("zoo");
        assertThat(write(radio, "zoo")).isEqualTo("\"zoo\"");
    }

    @Test
    void constantsAreShownByTheirTextAndKnownByTheirName() {
        var radio = Radio.of(Size.class);
        assertThat(radio.properties().get("choices")).isEqualTo(List.of(List.of("Small", "SMALL"), List.of("Extra large", "EXTRA_LARGE")));
        assertThat(read(radio, "\"EXTRA_LARGE\"")).isEqualTo(Size.EXTRA_LARGE);
        assertThat(write(radio, Size.SMALL)).isEqualTo("\"SMALL\"");
    }

    @Test
    void recordsAreKnownByTheNamesOfTheirChoices() {
        var dropdown = Dropdown.of(Country.ALL, Country::name);
        assertThat(read(dropdown, "\"Peru\"")).isEqualTo(new Country("Peru", 34));
        assertThat(write(dropdown, new Country("Chad", 18))).isEqualTo("\"Chad\"");
        assertThatThrownBy(() -> write(dropdown, new Country("Cuba", 11))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Dropdown has no choice Country[name=Cuba, people=11]");
    }

    @Test
    void numbersAreTheSameInEachNotation() {
        var group = CheckboxGroup.of(List.of(new Choice<>("one", 1), new Choice<>("half", 0.5)));
        assertThat(read(group, "[1.0, 5e-1]")).isEqualTo(List.of(1, 0.5));
        assertThat(write(group, List.of(0.5, 1))).isEqualTo("[0.5,1]");
    }

    @Test
    void booleansAreChoicesToo() {
        var radio = Radio.of(List.of(new Choice<>("on", true), new Choice<>("off", false)));
        assertThat(read(radio, "false")).isEqualTo(false);
        assertThat(radio.schema().json().getString("type")).isEqualTo("boolean");
    }

    @Test
    void positionsCanBeTheValues() {
        var radio = Radio.of(Size.class).asIndex();
        assertThat(radio.properties()).containsEntry("type", "index");
        assertThat(read(radio, "\"EXTRA_LARGE\"")).isEqualTo(1);
        assertThat(write(radio, 0)).isEqualTo("\"SMALL\"");
        assertThat(read(Dropdown.of("a", "b").multiselect().asIndex(), "[\"b\",\"a\"]")).isEqualTo(List.of(1, 0));
        assertThat(read(CheckboxGroup.of("a", "b").asIndex(), "[\"b\"]")).isEqualTo(List.of(1));
        assertThatThrownBy(() -> Radio.of("a").value("a").asIndex()).isInstanceOf(IllegalStateException.class).hasMessageContaining("asIndex()");
    }

    @Test
    void positionsFollowNewChoices() {
        var plan = Radio.of("Free", "Pro").asIndex();
        var now = (Component<?, ?>) BlockAccess.with(plan, Radio.of("Free", "Plus", "Pro").asIndex().properties());
        assertThat(read(now, "\"Pro\"")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"lake\"", "1", "{}", "[]", "true"})
    void nothingElseIsTaken(String wire) {
        assertThatThrownBy(() -> read(Radio.of("park", "zoo").label("Where"), wire)).isInstanceOf(ValidationException.class)
                .hasMessage("Radio \"Where\" takes one of \"park\", \"zoo\", not " + wire);
        assertThatThrownBy(() -> read(CheckboxGroup.of("park"), "[" + wire + "]")).isInstanceOf(ValidationException.class)
                .hasMessage("CheckboxGroup takes one of \"park\", not " + wire);
    }

    @Test
    void messagesNameSomeOfManyChoices() {
        var many = Dropdown.of(IntStream.range(0, 100).boxed().toList(), String::valueOf);
        assertThatThrownBy(() -> read(many, "100")).hasMessage("Dropdown takes one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 …, not 100");
        assertThatThrownBy(() -> read(new Dropdown<String>(), "\"a\"")).hasMessage("Dropdown takes one of no choices, not \"a\"");
    }

    @Test
    void twoValuesMustDifferOnTheWire() {
        assertThatThrownBy(() -> Radio.of(List.of(new Country("Peru", 1), new Country("Peru", 2)), Country::name))
                .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("Radio: the choices Country[name=Peru, people=1]");
        assertThat(read(Radio.of("a", "a"), "\"a\"")).isEqualTo("a");
    }

    @Test
    void textsThatAreNoChoiceAreSentAsTheyAre() {
        assertThat(write(Radio.of("a"), "b")).isEqualTo("\"b\"");
    }

    @Test
    void schemaNamesTheChoices() {
        assertThat(Dropdown.of("a", "b").schema().json()).hasToString("{\"type\":\"string\",\"enum\":[\"a\",\"b\"]}");
        assertThat(Dropdown.of("a", "b").schema().example()).hasToString("\"a\"");
        assertThat(Dropdown.of(List.of(2, 3), String::valueOf).schema().json()).hasToString("{\"type\":\"integer\",\"enum\":[2,3]}");
        assertThat(Dropdown.of(List.of(2.5, 3.0), String::valueOf).schema().json().getString("type")).isEqualTo("number");
        assertThat(Dropdown.of("a").multiselect().schema().json()).hasToString("{\"type\":\"array\",\"items\":{\"type\":\"string\",\"enum\":[\"a\"]}}");
        assertThat(CheckboxGroup.of("a").schema().example()).hasToString("[\"a\"]");
    }

    @Test
    void aSessionsChoicesCountNotTheDefinitions() {
        var cities = new Dropdown<String>("City");
        var now = (Component<?, ?>) BlockAccess.with(cities, Map.copyOf(Dropdown.of("Lima").properties()));
        assertThat(read(now, "\"Lima\"")).isEqualTo("Lima");
        assertThatThrownBy(() -> read(cities, "\"Lima\"")).isInstanceOf(ValidationException.class);
    }

    private static Object read(Component<?, ?> component, String wire) {
        return BlockAccess.preprocess(component, json(wire), Help.NONE);
    }

    private static String write(Component<?, ?> component, Object value) {
        return BlockAccess.postprocess(component, value, Help.NONE).toString();
    }

    private static JsonValue json(String wire) {
        try (var reader = Json.createReader(new StringReader("[" + wire + "]"))) {
            return reader.readArray().getFirst();
        }
    }

    private abstract static class Help extends ComponentContract {
        private static final io.gradio4j.Conversion NONE = NO_HELP;
    }
}
