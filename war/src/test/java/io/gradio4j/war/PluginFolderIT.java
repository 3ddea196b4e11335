package io.gradio4j.war;

import static io.gradio4j.war.Program.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unchanged WAR with a folder of jars in {@code GRADIO_PLUGINS}. */
class PluginFolderIT implements PluginContract {

    @TempDir
    static Path cache;
    @AutoClose
    private static Program program;
    @AutoClose
    private static Caller server;

    @BeforeAll
    static void start() throws Exception {
        program = Program.start(List.of("-jar", TARGET.resolve("gradio4j.war").toString()), Map.of("XDG_CACHE_HOME", cache.toString(),
                "GRADIO_PLUGINS", TARGET.resolve("plugins").toString()));
        server = new Caller(program.url());
    }

    @Test
    void whatIsWrongIsSaidOnceWithTheNameOfTheJar() {
        PluginContract.assertComplaints(program.log());
        assertThat(program.log()).contains("twin.jar: the component type 'textbox' is already provided by gradio4j-components-core");
    }

    @Test
    void folderThatDoesNotExistIsNamed() throws Exception {
        try (var other = Program.start(List.of("-jar", TARGET.resolve("gradio4j.war").toString()), Map.of("XDG_CACHE_HOME", cache.toString(),
                "GRADIO_PLUGINS", "/nowhere/plugins"))) {
            assertThat(other.log()).contains("The plugin folder /nowhere/plugins does not exist");
            assertThat(other.get("hello/").statusCode()).isEqualTo(200);
        }
    }

    @Override
    public Caller server() {
        return server;
    }
}
