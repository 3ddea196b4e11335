package io.gradio4j.war;

import static io.gradio4j.war.Program.TARGET;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A WAR to whose {@code WEB-INF/lib} somebody added jars, started by {@code java -jar}. */
class PluginsInWarIT implements PluginContract {

    @TempDir
    static Path folder;
    @AutoClose
    private static Program program;
    @AutoClose
    private static Caller server;

    @BeforeAll
    static void start() throws Exception {
        var war = Files.copy(TARGET.resolve("gradio4j.war"), folder.resolve("mine.war"));
        try (var zip = FileSystems.newFileSystem(war)) {
            for (var jar : PluginContract.jars().toList()) {
                Files.copy(jar, zip.getPath("WEB-INF/lib", jar.getFileName().toString()));
            }
        }
        program = Program.start(List.of("-jar", war.toString()), Map.of("XDG_CACHE_HOME", folder.toString()));
        server = new Caller(program.url());
    }

    @Test
    void whatIsWrongIsSaidOnceWithTheNameOfTheJar() {
        PluginContract.assertComplaints(program.log());
    }

    @Override
    public Caller server() {
        return server;
    }
}
