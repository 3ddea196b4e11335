package io.gradio4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToastTest {

    @Test
    void aToastLastsTenSecondsAndIsTitledByItsLevel() {
        assertThat(Toast.of(Toast.Level.WARNING, "hot"))
                .isEqualTo(new Toast(Toast.Level.WARNING, "hot", "Warning", Optional.of(Duration.ofSeconds(10)), true));
    }

    @Test
    void zeroSecondsMeanUntilItIsClosed() {
        assertThat(Toast.of(Toast.Level.INFO, "x").withDuration(Duration.ZERO).duration()).isEmpty();
    }

    @Test
    void aToastMayBeForProgramsOnly() {
        assertThat(Toast.of(Toast.Level.INFO, "x").visible()).isTrue();
        assertThat(Toast.of(Toast.Level.INFO, "x").withVisible(false).visible()).isFalse();
    }

    @Test
    void theReceiverGetsTheThreadsToasts() {
        var seen = new ArrayList<Toast>();

        try (var receiving = Toast.receive(seen::add)) {
            Toast.info("a");
            Toast.success("b");
            Toast.warning("c");
        }

        assertThat(seen).extracting(Toast::level, Toast::message).containsExactly(
                org.assertj.core.groups.Tuple.tuple(Toast.Level.INFO, "a"), org.assertj.core.groups.Tuple.tuple(Toast.Level.SUCCESS, "b"),
                org.assertj.core.groups.Tuple.tuple(Toast.Level.WARNING, "c"));
    }

    @Test
    void anInnerReceiverGivesBackToTheOuterOne() {
        var outer = new ArrayList<String>();
        var inner = new ArrayList<String>();

        try (var first = Toast.receive(t -> outer.add(t.message()))) {
            try (var second = Toast.receive(t -> inner.add(t.message()))) {
                Toast.info("inner");
            }
            Toast.info("outer");
        }
        Toast.info("nobody");

        assertThat(inner).containsExactly("inner");
        assertThat(outer).containsExactly("outer");
    }

    @Test
    void threadsThatAHandlerStartsToastForItsPage() throws InterruptedException {
        var seen = new ArrayList<String>();

        try (var receiving = Toast.receive(t -> seen.add(t.message()))) {
            Thread.ofVirtual().start(() -> Toast.info("from a child")).join();
        }

        assertThat(seen).containsExactly("from a child");
    }

    @Test
    void anErrorIsTitledErrorAndLastsTenSeconds() {
        var error = new GradioException("No file");

        assertThat(error).hasMessage("No file");
        assertThat(error.title()).isEqualTo("Error");
        assertThat(error.duration()).contains(Duration.ofSeconds(10));
        assertThat(error.visible()).isTrue();
        assertThat(error.logged()).isTrue();
    }

    @Test
    void anErrorsToastCanBeChanged() {
        var error = new GradioException("No file", new IllegalStateException("disk")).title("Oops").duration(2.5).visible(false).logged(false);

        assertThat(error).hasCauseInstanceOf(IllegalStateException.class);
        assertThat(error.title()).isEqualTo("Oops");
        assertThat(error.duration()).contains(Duration.ofMillis(2500));
        assertThat(error.visible()).isFalse();
        assertThat(error.logged()).isFalse();
        assertThat(error.duration(0).duration()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void anErrorsTimeIsZeroOrMoreSeconds(double seconds) {
        assertThatIllegalArgumentException().isThrownBy(() -> new GradioException("x").duration(seconds))
                .withMessage("duration must be 0 or more seconds, not " + seconds);
    }

    @Test
    void noToastLastsLessThanNothing() {
        var negative = Duration.ofMillis(-1);

        assertThatIllegalArgumentException().isThrownBy(() -> new GradioException("x").duration(negative)).withMessageContaining("PT-0.001S");
        assertThatIllegalArgumentException().isThrownBy(() -> Toast.of(Toast.Level.INFO, "x").withDuration(negative))
                .withMessageContaining("PT-0.001S");
    }

    @Test
    void aWrongValueIsShownButNotLogged() {
        var wrong = new ValidationException("too short");

        assertThat(wrong.visible()).isTrue();
        assertThat(wrong.logged()).isFalse();
    }
}
