package io.gradio4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

import io.gradio4j.testing.NoConversion;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlockTest {

    private static final Conversion NONE = new NoConversion();

    @Test
    void onlyWhatWasSetIsKept() {
        var field = new Field("Name").lines(3).visible(false);

        assertThat(field.properties()).containsExactly(entry("label", "Name"), entry("lines", 3), entry("visible", false));
    }

    @Test
    void aPropertyThatWasNotSetHasItsDefault() {
        var field = new Field("Name");

        assertThat(field.property("min_width")).contains(160);
        assertThat(field.property("info")).isEmpty();
        assertThat(field.properties()).doesNotContainKey("min_width");
    }

    @Test
    void theThirdVisibilityIsAWord() {
        assertThat(new Field("a").visible(Visibility.HIDDEN).properties()).containsEntry("visible", "hidden");
        assertThat(new Field("a").visible(Visibility.REMOVED).properties()).containsEntry("visible", false);
        assertThat(new Field("a").visible(Visibility.SHOWN).properties()).containsEntry("visible", true);
    }

    @Test
    void classesAreSplitAtWhiteSpace() {
        assertThat(new Field("a").elemClasses(" big  red", "", "bold").properties())
                .containsEntry("elem_classes", List.of("big", "red", "bold"));
    }

    @Test
    void propertiesCannotBeChangedFromOutside() {
        var properties = new Field("Name").properties();

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> properties.put("label", "x"));
    }

    @Test
    void aFrozenBlockNamesThePropertyAndTheFix() {
        var field = new Field("Name");
        BlockAccess.freeze(field);

        assertThatIllegalStateException().isThrownBy(() -> field.lines(2))
                .withMessageContaining("Field \"Name\"").withMessageContaining("'lines'").withMessageContaining("new Field(…).lines(…).as(…)");
        assertThat(field.properties()).doesNotContainKey("lines");
    }

    @Test
    void aFrozenComponentTakesNoOtherSourceOfItsValue() {
        var field = new Field("Name");
        BlockAccess.freeze(field);

        assertThatIllegalStateException().isThrownBy(() -> field.value(() -> "now")).withMessageContaining("'value'");
        assertThat(field.valueSource()).isNull();
    }

    @Test
    void aFrozenBlockTakesNoListeners() {
        var field = new Field("Name");
        BlockAccess.freeze(field);

        assertThatIllegalStateException().isThrownBy(() -> field.onClick().run(() -> { }))
                .withMessageContaining("Field \"Name\"").withMessageContaining("no listener");
    }

    @Test
    void anUpdateHasJustWhatWasSet() {
        var shown = new Field("Name").lines(9).value("x");

        var update = new Field("New name").lines(2).as(shown);

        assertThat(update.target()).isSameAs(shown);
        assertThat(((Update.OfProperties) update).properties()).isEqualTo(Map.of("label", "New name", "lines", 2));
    }

    @Test
    void updatesAreImmutable() {
        var field = new Field("Name");
        var one = Updates.of(field, "a");

        assertThat(one.and(new Field("b").as(field)).all()).hasSize(2);
        assertThat(one.all()).containsExactly(new Update.OfValue(field, "a"));
        assertThat(Updates.none().all()).isEmpty();
    }

    @Test
    void aCopyForASessionLeavesTheDefinitionAlone() {
        var field = new Field("Name").lines(1);
        BlockAccess.freeze(field);

        var copy = BlockAccess.with(field, Map.of("lines", 5));

        assertThat(copy.property("lines")).contains(5);
        assertThat(copy.property("label")).contains("Name");
        assertThat(field.property("lines")).contains(1);
    }

    @Test
    void anInitialValueIsNotNull() {
        assertThatIllegalArgumentException().isThrownBy(() -> setNull(new Field("Name"))).withMessageContaining("Field \"Name\"");
    }

    @SuppressWarnings("NullAway")
    private static void setNull(Field field) {
        field.value((String) null);
    }

    @Test
    void aComputedValueIsNoProperty() {
        var field = new Field("Name").value(() -> "now");

        assertThat(field.valueSource()).isNotNull();
        assertThat(field.properties()).doesNotContainKey("value");
    }

    @Test
    void aWrongPayloadIsNamed() {
        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> BlockAccess.preprocess(new Field("Name"), Json.createValue(7), NONE))
                .withMessage("Field \"Name\" takes a string, not 7");
    }

    @Test
    void aLongWrongPayloadIsCut() {
        var long1 = Json.createArrayBuilder().add("x".repeat(1000)).build();

        assertThatExceptionOfType(ValidationException.class)
                .isThrownBy(() -> BlockAccess.preprocess(new Field("Name"), long1, NONE))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(150).endsWith("…"));
    }

    @Test
    void noValueIsWrittenAsTheEmptyPayload() {
        assertThat(BlockAccess.postprocess(new Field("Name"), null, NONE)).isEqualTo(JsonValue.NULL);
    }

    @Test
    void childrenOfALayoutAreKeptInOrder() {
        var one = new Field("1");
        var two = new Field("2");

        assertThat(new Row(one, two).children()).containsExactly(one, two);
        assertThat(new Row().properties()).isEmpty();
    }

    @Test
    void blocksAreDescribedByClassAndLabel() {
        assertThat(new Field("Name")).hasToString("Field \"Name\"");
        assertThat(new Row()).hasToString("Row");
        assertThat(new Tab("Data")).hasToString("Tab \"Data\"");
    }
}
