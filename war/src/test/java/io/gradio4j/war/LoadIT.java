package io.gradio4j.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As many open pages as one small server has to bear: each stays open, and each is served. */
class LoadIT {

    private static final int FEW = 1_000;
    private static final int PAGES = 4_000;
    private static final int STREAMS = 1_000;
    private static final int TOGETHER = 32;
    private static final long MOST_PER_PAGE = 20 << 10;

    @TempDir
    static Path cache;
    @AutoClose
    private static FaultServer server;
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        server = FaultServer.start(cache, Map.of("GRADIO_HEARTBEAT_INTERVAL", "10"));
    }

    @AfterEach
    void leave() throws Exception {
        for (var connection : open) {
            connection.close();
        }
    }

    private static URI app() {
        return server.program().url();
    }

    private List<LeanPage> openPages(int from, int to) throws Exception {
        var pages = Crowd.all(from, to, TOGETHER, number -> LeanPage.open(app(), "page-" + number, ""));
        open.addAll(pages);
        return pages;
    }

    /** An old page: a heartbeat, and a stream of messages beside it. */
    private static List<LeanStream> openStreams(int number) throws Exception {
        return List.of(LeanStream.open(app(), "heartbeat/stream-" + number), LeanStream.open(app(), "queue/data?session_hash=stream-" + number + "&last_seq=0"));
    }

    @Test
    void fiveThousandOpenPagesAreAllServed() throws Exception {
        var echo = server.app().function("echo");
        var pages = new ArrayList<>(openPages(0, FEW));
        var few = server.program().heap();
        pages.addAll(openPages(FEW, PAGES));
        var many = server.program().heap();
        var perPage = (many - few) / (PAGES - FEW);
        System.getLogger("load").log(System.Logger.Level.INFO, "{0} bytes of live heap for each open page", perPage);
        assertThat(perPage).as("live heap for each open page").isLessThan(MOST_PER_PAGE);

        var streams = Crowd.all(0, STREAMS, TOGETHER, LoadIT::openStreams);
        streams.forEach(open::addAll);
        assertThat(server.gauge("gradio_sessions_connected")).isEqualTo(PAGES + STREAMS);

        Crowd.all(0, PAGES, PAGES, number -> {
            var page = pages.get(number);
            page.join("a", echo, "page " + number);
            return assertThat(page.await("process_completed").getJsonObject("output").getJsonArray("data").getString(0)).isEqualTo("page " + number);
        });
        Crowd.all(0, STREAMS, TOGETHER, number -> {
            server.app().post(Caller.API + "queue/join",
                    "{\"fn_index\":" + echo + ",\"session_hash\":\"stream-" + number + "\",\"data\":[\"stream " + number + "\"]}");
            return assertThat(streams.get(number).getLast().await("process_completed")).contains("\"data\":[\"stream " + number + "\"]");
        });
        assertThat(server.gauge("gradio_sessions_connected")).as("all are still there").isEqualTo(PAGES + STREAMS);
        server.assertWell();
    }
}
