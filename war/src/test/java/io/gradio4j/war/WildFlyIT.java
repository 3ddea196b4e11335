package io.gradio4j.war;

import static io.gradio4j.war.Program.TARGET;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The unchanged WAR on WildFly, a server of Jakarta EE 10, and not at the top of it, does what every server does. */
class WildFlyIT implements ServerContract, FilesContract, SecurityContract {

    private static final Path HOME = Path.of(System.getProperty("wildfly.home"));
    private static final String LISTENING = "Undertow HTTP listener default listening on (127\\.0\\.0\\.1:\\d+)";

    @TempDir
    static Path base;
    @AutoClose
    private static Program program;
    @AutoClose
    private static Caller app;
    @AutoClose
    private static Caller files;
    private static FileTree tree;

    @BeforeAll
    static void start() throws Exception {
        tree = FileTree.in(Files.createDirectory(base.resolve("tree")));
        copy(HOME.resolve("standalone/configuration"), base.resolve("configuration"));
        var settings = base.resolve("configuration/standalone.xml");
        // WildFly's own limit is less than ours: it would cut the connection before we can say why.
        Files.writeString(settings, Files.readString(settings).replace("<http-listener name=\"default\"",
                "<http-listener name=\"default\" max-post-size=\"33554432\""));
        Files.createDirectory(base.resolve("deployments"));
        Files.copy(TARGET.resolve("gradio4j.war"), base.resolve("deployments/gradio4j.war"));
        var plugins = base.resolve("plugins");
        copy(TARGET.resolve("fixtures"), plugins);
        Files.copy(TARGET.resolve("plugins/speaker.jar"), plugins.resolve("speaker.jar"));
        program = Program.start(List.of("-Xmx512m", "-Djboss.home.dir=" + HOME, "-Djboss.server.base.dir=" + base,
                "-Dorg.jboss.boot.log.file=" + base.resolve("boot.log"),
                "-Dlogging.configuration=" + base.resolve("configuration/logging.properties").toUri(), "-Djboss.http.port=0",
                "-Djboss.https.port=0", "-Djboss.management.http.port=0", "-jar", HOME.resolve("jboss-modules.jar").toString(),
                "-mp", HOME.resolve("modules").toString(), "org.jboss.as.standalone"),
                tree.and(Map.of("GRADIO_PLUGINS", plugins.toString(), "GRADIO_HEARTBEAT_INTERVAL", "1", "GRADIO_RECONNECT_GRACE", "3")), LISTENING, "WFLYSRV0025");
        app = new Caller(program.url().resolve("gradio4j/contract/"));
        files = new Caller(program.url().resolve("gradio4j/files/"));
    }

    /** Sound in pieces. */
    @Nested
    class Media implements MediaContract {

        @Override
        public Caller app() {
            return new Caller(program.url().resolve("gradio4j/speaker/"));
        }
    }

    private static void copy(Path from, Path to) throws Exception {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    @Override
    public Caller app() {
        return app;
    }

    @Override
    public Caller files() {
        return files;
    }

    @Override
    public FileTree tree() {
        return tree;
    }
}
