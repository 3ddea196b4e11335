package io.gradio4j.war;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonString;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Visitors come and go, and nothing of them stays. */
class SoakIT {

    private static final int FIRST = 1_000;
    private static final int ALL = 11_000;
    private static final int TOGETHER = 32;
    private static final long SPREAD = 2 << 20;

    @TempDir
    static Path cache;
    @AutoClose
    private static FaultServer server;

    @BeforeAll
    static void start() throws Exception {
        server = FaultServer.start(cache, Map.of("GRADIO_MONITORING", "false"));
    }

    /** A page that stores something and reads it back. Half of all pages are closed, the others vanish. */
    private static boolean visit(int number, int function) throws Exception {
        var page = LeanPage.open(server.program().url(), "visitor-" + number, "");
        for (var expected : new String[] {"nothing", "thing of " + number}) {
            page.join(expected, function, "thing of " + number, null);
            var last = page.await("process_completed");
            assertThat(last.getJsonObject("output").getJsonArray("data").getString(0)).isEqualTo(expected);
        }
        if (number % 2 == 0) {
            page.close();
        } else {
            page.drop();
        }
        return true;
    }

    /** Lets some come and go, and waits until the server has forgotten them; the memory that it takes then. */
    private static long visits(int from, int to) throws Exception {
        var function = server.app().function("remember");
        Crowd.all(from, to, TOGETHER, number -> visit(number, function));
        await().atMost(Duration.ofSeconds(30)).until(() -> server.gauge("gradio_sessions") == 0);
        assertThat(server.app().run("deleted")).as("each value was deleted, and its callback ran once")
                .isInstanceOfSatisfying(JsonString.class, n -> assertThat(n.getString()).isEqualTo(String.valueOf(to)));
        return server.program().heap();
    }

    @Test
    void tenThousandSessionsLeaveTheHeapAsItWas() throws Exception {
        var before = visits(0, FIRST);
        var after = visits(FIRST, ALL);
        System.getLogger("soak").log(System.Logger.Level.INFO, "live heap after {0} sessions {1} kB, after {2} {3} kB", FIRST, before >> 10, ALL, after >> 10);
        assertThat(after - before).as("more live heap after 10,000 more sessions").isLessThan(SPREAD);
        assertThat(server.gauge("gradio_sessions_connected") + server.gauge("gradio_outbox_messages")).isZero();
        server.assertWell();
    }
}
