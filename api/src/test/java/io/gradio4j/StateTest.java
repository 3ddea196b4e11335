package io.gradio4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateTest {

    @Test
    void eachPageGetsACopyOfTheFirstValue() {
        var state = State.of(new ArrayList<>(List.of("a")));

        state.initial().add("b");

        assertThat(state.initial()).containsExactly("a");
    }

    @Test
    void theFirstValueIsCopiedWhenTheStateIsMade() {
        var list = new ArrayList<>(List.of("a"));
        var state = State.of(list);

        list.add("later");

        assertThat(state.initial()).containsExactly("a");
    }

    @Test
    void aSupplierMakesEachFirstValueAnew() {
        var state = State.of(() -> new ArrayList<String>());

        assertThat(state.initial()).isNotSameAs(state.initial());
    }

    @Test
    void immutableValuesAreSharedAsTheyAre() {
        var text = new String("x");

        assertThat(State.of(text).initial()).isSameAs(text);
        assertThat(State.of(3).initial()).isEqualTo(3);
        assertThat(State.of(Position.LEFT).initial()).isSameAs(Position.LEFT);
    }

    @Test
    void aValueThatCannotBeCopiedIsRefusedWithTheFix() {
        assertThatIllegalArgumentException().isThrownBy(() -> State.of(new Thread()))
                .withMessageContaining("java.lang.Thread").withMessageContaining("State.of(() -> …)");
    }

    @Test
    void aSerializableValueWithSomethingElseInsideIsRefusedToo() {
        var list = new ArrayList<Object>(List.of(new Thread()));

        assertThatIllegalArgumentException().isThrownBy(() -> State.of(list)).withMessageContaining("java.util.ArrayList");
    }

    @Test
    void timeToLiveIsWrittenInSeconds() {
        var state = State.of(1).timeToLive(Duration.ofMillis(1500));

        assertThat(state.properties()).containsEntry("time_to_live", 1.5);
        assertThat(state.timeToLive()).contains(Duration.ofMillis(1500));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void timeToLiveIsPositive(long seconds) {
        assertThatIllegalArgumentException().isThrownBy(() -> State.of(1).timeToLive(Duration.ofSeconds(seconds)))
                .withMessageContaining("timeToLive must be positive");
    }

    @Test
    void theCallbackGetsTheDeletedValue() {
        var deleted = new ArrayList<String>();
        var state = State.of("x").onDelete(deleted::add);

        state.deleted("gone");

        assertThat(deleted).containsExactly("gone");
    }

    @Test
    void aFrozenStateStaysAsItIs() {
        var deleted = new ArrayList<String>();
        var state = State.of("x").onDelete(deleted::add);
        BlockAccess.freeze(state);

        assertThatIllegalStateException().isThrownBy(() -> state.timeToLive(Duration.ofHours(1))).withMessageContaining("'time_to_live'");
        assertThatIllegalStateException().isThrownBy(() -> state.onDelete(v -> { })).withMessageContaining("'onDelete'");
        assertThat(state.timeToLive()).isEmpty();
        state.deleted("x");
        assertThat(deleted).containsExactly("x");
    }

    @Test
    void stateIsNotPartOfTheApi() {
        assertThat(BlockAccess.skipApi(State.of(1))).isTrue();
    }
}
