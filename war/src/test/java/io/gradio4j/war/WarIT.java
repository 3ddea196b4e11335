package io.gradio4j.war;

import static io.gradio4j.war.Program.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code java -jar gradio4j.war}. */
class WarIT {

    private static final String WAR = TARGET.resolve("gradio4j.war").toString();

    @TempDir
    static Path cache;
    private static Program program;

    @BeforeAll
    static void start() throws Exception {
        program = Program.start(List.of("-jar", WAR), Map.of("XDG_CACHE_HOME", cache.toString()));
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void galleryLinksToAPageForEachSampleWithItsSource() throws Exception {
        assertThat(program.get("").body()).contains("<title>Gradio4J</title>").contains("components/textbox/").contains("components/tabs/");
        assertThat(program.get("components/textbox/").body()).contains("public class TextboxSample extends Sample");
    }

    @Test
    void helloAppGreets() throws Exception {
        var answer = program.post("hello/gradio_api/run/greet", "{\"data\":[\"Ada\"]}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"data\":[\"Hello Ada!\"]");
    }

    @Test
    void languageAppFindsTheLanguage() throws Exception {
        var german = program.post("language/gradio_api/run/detect", "{\"data\":[\"Dies ist ohne jeden Zweifel ein deutscher Satz.\"]}");
        assertThat(german.body()).contains("\"label\":\"deu\"");
        var empty = program.post("language/gradio_api/run/detect", "{\"data\":[\"\"]}");
        assertThat(empty.statusCode()).isEqualTo(200);
        assertThat(empty.body()).doesNotContain("confidence\":");
    }

    @Test
    void annotatedMethodOfABeanIsAnApp() throws Exception {
        var answer = program.post("count/gradio_api/run/count", "{\"data\":[\"Banana\",\"a\"]}");
        assertThat(answer.body()).contains("\"data\":[3]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"META-INF/MANIFEST.MF", "META-INF/versions/9/io/gradio4j/launcher/Main.class", "io/gradio4j/launcher/Main.class",
        "META-INF/launcher/", "WEB-INF/lib/", "WEB-INF/web.xml"})
    void partsOfTheWarAreNotServed(String path) throws Exception {
        assertThat(program.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void secondStartFindsTheJarsUnpackedAndEndsWhenAsked() throws Exception {
        try (var second = Program.start(List.of("-jar", WAR), Map.of("XDG_CACHE_HOME", cache.toString()))) {
            assertThat(second.get("hello/").statusCode()).isEqualTo(200);
            assertThat(second.end()).isTrue();
        }
        try (var unpacked = Files.list(cache.resolve("gradio4j"))) {
            assertThat(unpacked).hasSize(1);
        }
    }

    @Test
    void appOfThePluginFolderIsServedAloneWhenChosen() throws Exception {
        try (var bench = Program.start(List.of("-jar", WAR), Map.of("XDG_CACHE_HOME", cache.toString(),
                "GRADIO_APP", "BenchApp", "GRADIO_PLUGINS", TARGET.resolve("fixtures").toString()))) {
            assertThat(bench.get("").body()).contains("<title>Bench</title>");
            assertThat(bench.post("gradio_api/run/noop_direct", "{\"data\":[\"x\"]}").body()).contains("\"data\":[\"x\"]");
            assertThat(bench.get("hello/").statusCode()).isEqualTo(404);
        }
    }
}
