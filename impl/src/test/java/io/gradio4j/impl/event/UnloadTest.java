package io.gradio4j.impl.event;

import static io.gradio4j.Gradio.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.Blocks;
import io.gradio4j.impl.app.Settings;
import io.gradio4j.impl.fixtures.Apps;
import io.gradio4j.impl.fixtures.Field;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnloadTest {

    private final Queue<String> ended = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @ValueSource(strings = {"ada", ""})
    void whoseEndItIsIsKnown(String user) throws InterruptedException {
        var page = Blocks.of(new Field("Name"));
        page.onUnload().inputs(request()).run(r -> {
            ended.add(r.sessionHash() + " of " + r.username());
        });
        try (var runtime = new AppRuntime(Apps.of(page), Apps.plugins(), Settings.defaults())) {
            var session = runtime.sessions().open("page");
            session.belongsTo(user);
            for (var thread : runtime.pageClosed(session)) {
                thread.join();
            }
        }
        assertThat(ended).containsExactly("page of " + user);
    }
}
