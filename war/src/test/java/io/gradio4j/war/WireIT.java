package io.gradio4j.war;

import static io.gradio4j.war.Program.TARGET;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The wire apps of the fixtures beside each other, started by {@code java -jar}. */
class WireIT implements WireContract {

    @TempDir
    static Path cache;
    @AutoClose
    private static Program program;

    @BeforeAll
    static void start() throws Exception {
        program = Program.start(List.of("-jar", TARGET.resolve("gradio4j.war").toString()), Map.of("XDG_CACHE_HOME", cache.toString(),
                "GRADIO_PLUGINS", TARGET.resolve("fixtures").toString()));
    }

    @Override
    public Caller app(String path) {
        return new Caller(program.url().resolve(path + "/"));
    }
}
