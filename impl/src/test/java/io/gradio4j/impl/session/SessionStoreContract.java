package io.gradio4j.impl.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.spi.Form;
import io.gradio4j.spi.SessionStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of sessions does. */
public abstract class SessionStoreContract {

    /** Whole numbers. */
    private static final Form<Integer> NUMBER = new Form<>() {
        @Override
        public String write(Integer value) {
            if (value < 0) {
                throw new IllegalArgumentException("negative");
            }
            return String.valueOf(value);
        }

        @Override
        public Integer read(String text) {
            return Integer.valueOf(text);
        }
    };

    /** An empty store, the same one for all tests of an instance. */
    protected abstract SessionStore store();

    /** The same store as another node sees it. */
    protected abstract SessionStore elsewhere();

    @Test
    void aSessionIsThereFromItsOpeningToItsRemoval() {
        assertThat(store().find("a")).isEmpty();
        store().open("a");
        assertThat(elsewhere().find("a")).isPresent();
        assertThat(elsewhere().find("b")).isEmpty();
        elsewhere().remove("a");
        assertThat(store().find("a")).isEmpty();
    }

    @Test
    void aValueIsWhatWasGivenLast() {
        var kept = store().open("a");
        assertThat(kept.get("text", Form.TEXT)).isEmpty();
        assertThat(kept.update("text", Form.TEXT, before -> Optional.of("Grüße\n👋 1 2"))).contains("Grüße\n👋 1 2");
        assertThat(elsewhere().find("a").orElseThrow().get("text", Form.TEXT)).contains("Grüße\n👋 1 2");
        assertThat(kept.get("other", Form.TEXT)).isEmpty();
        assertThat(store().open("b").get("text", Form.TEXT)).isEmpty();
    }

    @Test
    void anEmptyTextIsAValue() {
        store().open("a").update("text", Form.TEXT, before -> Optional.of(""));
        assertThat(elsewhere().open("a").get("text", Form.TEXT)).contains("");
    }

    @Test
    void aChangeGetsTheValueAndCanTakeItAway() {
        var kept = store().open("a");
        kept.update("n", NUMBER, before -> Optional.of(before.orElse(40) + 1));
        assertThat(elsewhere().open("a").update("n", NUMBER, before -> before.map(n -> n + 1))).contains(42);
        assertThat(kept.update("n", NUMBER, before -> Optional.empty())).isEmpty();
        assertThat(elsewhere().open("a").get("n", NUMBER)).isEmpty();
        assertThat(kept.update("n", NUMBER, before -> before)).isEmpty();
    }

    @Test
    void openingAgainKeepsWhatThereIs() {
        store().open("a").update("n", NUMBER, before -> Optional.of(1));
        elsewhere().open("a");
        assertThat(store().open("a").get("n", NUMBER)).contains(1);
    }

    @Test
    void aRemovedSessionBeginsAnew() {
        store().open("a").update("n", NUMBER, before -> Optional.of(1));
        store().remove("a");
        assertThat(elsewhere().open("a").get("n", NUMBER)).isEmpty();
    }

    @Test
    void changesAtTheSameTimeAreAllMade() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 200).mapToObj(i -> threads.submit(() -> (i % 2 == 0 ? store() : elsewhere()).open("a")
                    .update("n", NUMBER, before -> Optional.of(before.orElse(0) + 1)))).toList();
            for (var one : all) {
                one.get();
            }
        }
        assertThat(store().open("a").get("n", NUMBER)).contains(200);
    }

    @Test
    void takingAwayAndGivingAgainIsNotMistakenForNothing() throws Exception {
        var kept = store().open("a");
        kept.update("n", NUMBER, before -> Optional.of(1));
        var seen = kept.update("n", NUMBER, new java.util.function.UnaryOperator<>() {
            private boolean disturbed = store() == elsewhere();

            @Override
            public Optional<Integer> apply(Optional<Integer> before) {
                if (!disturbed) {
                    disturbed = true;
                    elsewhere().open("a").update("n", NUMBER, n -> Optional.empty());
                    elsewhere().open("a").update("n", NUMBER, n -> Optional.of(10));
                    return before.map(n -> n + 1);
                }
                return before.map(n -> n + 1);
            }
        });
        assertThat(seen).isIn(List.of(Optional.of(2), Optional.of(11)));
        assertThat(seen.orElseThrow()).isEqualTo(store() == elsewhere() ? 2 : 11);
    }

    @Test
    void whatAllHaveInCommonIsMadeOnce() {
        assertThat(store().common("key", Form.TEXT, () -> "first")).isEqualTo("first");
        assertThat(elsewhere().common("key", Form.TEXT, () -> "second")).isEqualTo("first");
        assertThat(elsewhere().common("other", Form.TEXT, () -> "third")).isEqualTo("third");
    }
}
