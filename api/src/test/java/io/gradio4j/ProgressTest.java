package io.gradio4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gradio4j.Progress.Unit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {

    private final List<List<Unit>> reported = new ArrayList<>();
    private final Progress progress = new Progress(reported::add);

    private static Unit steps(long index, @Nullable Long length, String description) {
        return new Unit(index, length, "steps", null, description);
    }

    @Test
    void aFractionIsReportedAsItIs() {
        progress.report(0, "none");
        progress.report(1, "all");

        assertThat(reported).containsExactly(List.of(new Unit(null, null, "steps", 0.0, "none")),
                List.of(new Unit(null, null, "steps", 1.0, "all")));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.NEGATIVE_INFINITY})
    void aBadFractionIsRefused(double fraction) {
        assertThatIllegalArgumentException().isThrownBy(() -> progress.report(fraction, "x"))
                .withMessage("progress must be within 0 and 1, not " + fraction);
        assertThat(reported).isEmpty();
    }

    @Test
    void stepsAreReportedWithTheirNumber() {
        progress.report(3, 10, "Loading");

        assertThat(reported).containsExactly(List.of(steps(3, 10L, "Loading")));
    }

    @Test
    void whatWasReportedCanBeTakenAway() {
        for (var item : progress.track(List.of("a", "b"), "Packing")) {
            progress.hide();
        }

        assertThat(reported).containsExactly(List.of(steps(0, 2L, "Packing")), List.of(), List.of(steps(1, 2L, "Packing")), List.of());
    }

    @Test
    void aBarIsReportedAsItIsBelowTheLoops() {
        var bar = new Unit(3L, null, "files", null, null);
        progress.report(bar);
        progress.track(List.of("a"), "loop", "it").forEach(item -> progress.report(bar));

        assertThat(reported).startsWith(List.of(bar)).endsWith(List.of(new Unit(1L, 1L, "it", null, "loop"), bar));
    }

    @Test
    void aLoopReportsEachStep() {
        var seen = new ArrayList<String>();
        for (var item : progress.track(List.of("a", "b"), "Packing")) {
            seen.add(item);
        }

        assertThat(seen).containsExactly("a", "b");
        assertThat(reported).containsExactly(List.of(steps(0, 2L, "Packing")), List.of(steps(1, 2L, "Packing")));
    }

    @Test
    void aLoopOfUnknownLengthHasNone() {
        Iterable<String> unknown = () -> List.of("a").iterator();
        for (var item : progress.track(unknown, "x")) {
            assertThat(item).isEqualTo("a");
        }

        assertThat(reported).last().isEqualTo(List.of(steps(0, null, "x")));
    }

    @Test
    void anInnerLoopComesBehindTheOuterOne() {
        for (var outer : progress.track(List.of(1, 2), "outer")) {
            for (var inner : progress.track(List.of(1), "inner " + outer)) {
                assertThat(inner).isOne();
            }
        }

        assertThat(reported).containsExactly(
                List.of(steps(0, 2L, "outer")),
                List.of(steps(1, 2L, "outer"), steps(0, 1L, "inner 1")),
                List.of(steps(1, 2L, "outer")),
                List.of(steps(2, 2L, "outer"), steps(0, 1L, "inner 2")));
    }

    @Test
    void anInnerLoopThatWasLeftDisappearsAtTheNextOuterStep() {
        for (var outer : progress.track(List.of(1, 2), "outer")) {
            for (var inner : progress.track(List.of(1, 2, 3), "inner")) {
                break;
            }
        }

        assertThat(reported).contains(List.of(steps(1, 2L, "outer")));
    }

    @Test
    void aReportWithinALoopComesBehindIt() {
        for (var item : progress.track(List.of("a"), "loop")) {
            progress.report(0.5, item);
        }

        assertThat(reported).last().isEqualTo(List.of(steps(1, 1L, "loop"), new Unit(null, null, "steps", 0.5, "a")));
    }

    @Test
    void nothingIsLeftOfALoopThatEnded() {
        progress.track(List.of("a"), "loop").forEach(item -> { });
        progress.report(0.5, "after");

        assertThat(reported).last().isEqualTo(List.of(new Unit(null, null, "steps", 0.5, "after")));
    }
}
