package io.gradio4j.impl.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.State;
import io.gradio4j.impl.json.JavaText;
import io.gradio4j.impl.message.WrittenMessages;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private final List<String> ended = new ArrayList<>();
    private final Sessions sessions = new Sessions(3, new LocalStore(), new LocalBus<>(WrittenMessages.FORM),
            new JavaText(SessionsTest.class.getClassLoader()), session -> ended.add(session.hash()));

    private void open(String... names) {
        for (var name : names) {
            sessions.open(name);
        }
    }

    @Test
    void theOneThatWasUsedLeastRecentlyGoesFirst() {
        open("a", "b", "c", "a", "d");

        assertThat(ended).containsExactly("b");
        assertThat(sessions.size()).isEqualTo(3);
    }

    @Test
    void anOpenPageStaysWhileThereAreOthersToGo() {
        sessions.open("page").connected();
        open("a", "b", "c", "d", "e");

        assertThat(ended).containsExactly("a", "b", "c");
        assertThat(sessions.find("page")).isPresent();
    }

    @Test
    void openPagesAreNoReasonToGrowForEver() {
        for (var name : List.of("a", "b", "c", "d")) {
            sessions.open(name).connected();
        }

        assertThat(ended).containsExactly("a");
    }

    @Test
    void whatIsRemovedHasEnded() {
        open("a");

        sessions.remove("a");
        sessions.remove("a");

        assertThat(ended).containsExactly("a");
    }

    @Test
    void aSessionInUseIsNotOver() {
        var session = sessions.open("a");
        session.pageClosed();
        sessions.removeIfOver(session);

        assertThat(ended).as("somebody has just asked for it").isEmpty();
    }

    @Test
    void endingDeletesTheValuesThatHandlersHaveSet() {
        var deleted = new ArrayList<String>();
        var state = State.of("first").onDelete(deleted::add);
        var session = sessions.open("a");
        session.state(1, state, "set");
        session.state(2, state);

        session.deleteStates();

        assertThat(deleted).containsExactly("set");
    }

    @Test
    void aSessionIsOpenedOnce() {
        assertThat(sessions.open("a")).isSameAs(sessions.open("a"));
        assertThat(sessions.find("b")).isEmpty();
        assertThat(sessions.all()).extracting(Session::hash).isEqualTo(List.of("a"));
    }
}
