package io.gradio4j.impl.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gradio4j.State;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.message.Message;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final Duration NEARLY_NOTHING = Duration.ofNanos(1);

    private final Session session = new Session("abc");

    @Test
    void stateStartsWithItsFirstValue() {
        assertThat(session.state(1, State.of("first"))).isEqualTo("first");
    }

    @Test
    void stateIsWhatWasSetLast() {
        var state = State.of("first");
        session.state(1, state, "second");

        assertThat(session.state(1, state)).isEqualTo("second");
    }

    @Test
    void theFirstValueIsMadeOnce() {
        var state = State.of(() -> new ArrayList<String>());

        assertThat(session.state(1, state)).isSameAs(session.state(1, state));
    }

    @Test
    void sessionsDoNotShareState() {
        var state = State.of(() -> new ArrayList<String>());

        assertThat(session.state(1, state)).isNotSameAs(new Session("other").state(1, state));
    }

    @Test
    void aValueWhoseTimeIsOverIsDeletedAndStartsAnew() {
        var deleted = new ArrayList<String>();
        var state = State.of("first").timeToLive(NEARLY_NOTHING).onDelete(deleted::add);
        session.state(1, state, "second");

        await().until(() -> session.state(1, state).equals("first"));

        assertThat(deleted).containsExactly("second");
    }

    @Test
    void valuesAreDeletedWithoutAnybodyAsking() {
        var deleted = new ArrayList<String>();
        session.state(1, State.of("first").timeToLive(NEARLY_NOTHING).onDelete(deleted::add), "second");

        await().until(() -> {
            session.expireStates();
            return !deleted.isEmpty();
        });

        session.expireStates();
        assertThat(deleted).containsExactly("second");
    }

    @Test
    void aCallbackThatFailsKeepsNoOtherValueAlive() {
        var deleted = new ArrayList<String>();
        session.state(1, State.of("first").timeToLive(NEARLY_NOTHING).onDelete(v -> {
            throw new IllegalStateException("no database");
        }), "a");
        session.state(2, State.of("first").timeToLive(NEARLY_NOTHING).onDelete(deleted::add), "b");

        await().until(() -> {
            session.expireStates();
            return deleted.equals(List.of("b"));
        });
    }

    @Test
    void aFirstValueThatWasNeverSetDoesNotExpire() {
        var deleted = new ArrayList<Object>();
        var state = State.of(() -> new ArrayList<String>()).timeToLive(NEARLY_NOTHING).onDelete(deleted::add);
        var first = session.state(1, state);

        session.expireStates();

        assertThat(session.state(1, state)).isSameAs(first);
        assertThat(deleted).isEmpty();
    }

    @Test
    void aValueWithoutTimeToLiveStays() {
        var state = State.of("first");
        session.state(1, state, "second");
        session.pageClosed();

        session.expireStates();

        assertThat(session.state(1, state)).isEqualTo("second");
    }

    @Test
    void aBlockIsAsItWasDefinedUntilAHandlerChangesIt() {
        var defined = new Field("Name").lines(1);

        assertThat(session.block(3, defined)).isSameAs(defined);
    }

    @Test
    void changesOfABlockAddUp() {
        var defined = new Field("Name").lines(1);

        session.change(3, defined, Map.of("lines", 5));
        session.change(3, defined, Map.of("label", "Given name"));

        assertThat(session.block(3, defined).properties()).containsEntry("lines", 5).containsEntry("label", "Given name");
        assertThat(defined.properties()).containsEntry("lines", 1).containsEntry("label", "Name");
    }

    @Test
    void changesAreSeenByThisPageOnly() {
        var defined = new Field("Name");
        session.change(3, defined, Map.of("lines", 5));

        assertThat(new Session("other").block(3, defined).properties()).doesNotContainKey("lines");
    }

    @Test
    void theLastConnectionIsKnown() {
        session.connected();
        session.connected();

        assertThat(session.disconnected()).isFalse();
        assertThat(session.isConnected()).isTrue();
        assertThat(session.disconnected()).isTrue();
        assertThat(session.isConnected()).isFalse();
    }

    @Test
    void anAnswerToAJoinIsRememberedForAWhile() {
        for (var i = 0; i < 300; i++) {
            assertThat(session.claim("c" + i, new Message.Joined("c" + i, "e" + i))).isEmpty();
        }

        assertThat(session.claim("c299", new Message.Joined("c299", "again"))).contains(new Message.Joined("c299", "e299"));
        assertThat(session.claim("c0", new Message.Joined("c0", "again"))).isEmpty();
    }

    @Test
    void anAnswerToAJoinCanBeReplacedAndTakenBack() {
        var joined = new Message.Joined("a", "e");
        var rejected = new Message.Rejected("a", 503, JsonValue.NULL);
        session.claim("a", joined);

        session.answer("a", Optional.of(rejected));
        assertThat(session.claim("a", joined)).contains(rejected);

        session.answer("a", Optional.empty());
        assertThat(session.claim("a", joined)).isEmpty();
    }
}
