package io.gradio4j.war;

import static io.gradio4j.war.Caller.newSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Connections that break without a word. The servers have a time of grace of 3 s. */
interface FaultContract extends Served {

    /** How many results a handler gives. */
    int RESULTS = 200;
    /** After how many messages the connection breaks, again and again. */
    int BREAK = 30;

    private static boolean isLast(JsonObject message) {
        return message.getString("msg").equals("process_completed");
    }

    /** Each message came once, in order, and the last one has it all. */
    private static void assertComplete(List<JsonObject> seen) {
        assertThat(seen).hasSizeGreaterThan(RESULTS).extracting(m -> m.getInt("seq")).isEqualTo(IntStream.rangeClosed(1, seen.size()).boxed().toList());
        assertThat(seen.getLast().getJsonObject("output").getJsonArray("data").getString(0)).isEqualTo("ab".repeat(RESULTS));
    }

    @Test
    default void socketThatBreaksAgainAndAgainLosesAndDoublesNothing() throws Exception {
        var session = newSession();
        var seen = new ArrayList<JsonObject>();
        var page = LeanPage.open(app().base(), session, "");
        page.join("a", app().function("growing"), RESULTS);
        do {
            seen.add(page.next());
            if (seen.size() % BREAK == 0) {
                page.drop();
                page = LeanPage.open(app().base(), session, "&last_seq=" + seen.size());
            }
        } while (!isLast(seen.getLast()));
        page.close();
        assertComplete(seen);
    }

    @Test
    default void eventStreamThatBreaksAgainAndAgainLosesAndDoublesNothing() throws Exception {
        var session = newSession();
        var seen = new ArrayList<JsonObject>();
        app().join(session, "growing", RESULTS);
        do {
            var stream = LeanStream.open(app().base(), "queue/data?session_hash=" + session + "&last_seq=" + seen.size());
            do {
                seen.add(Caller.json(stream.await("\"seq\":").substring("data: ".length())).asJsonObject());
            } while (seen.size() % BREAK != 0 && !isLast(seen.getLast()));
            stream.drop();
        } while (!isLast(seen.getLast()));
        assertComplete(seen);
    }

    @Test
    default void eventsOfAPageThatIsGoneEndAfterTheTimeOfGrace() throws Exception {
        var session = newSession();
        var page = LeanPage.open(app().base(), session, "");
        page.join("a", app().function("hold"), session);
        page.await("process_starts");
        page.drop();
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(5)).until(() -> fate(session).equals("running"));
        await().atMost(Duration.ofSeconds(20)).until(() -> fate(session).equals("interrupted"));
    }

    private String fate(String name) throws Exception {
        return ((JsonString) app().run("fate", name)).getString();
    }
}
