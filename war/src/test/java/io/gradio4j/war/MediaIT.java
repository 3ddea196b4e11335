package io.gradio4j.war;

import static io.gradio4j.war.Program.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sound in pieces, started by {@code java -jar}. */
class MediaIT implements MediaContract {

    @TempDir
    static Path folder;
    @AutoClose
    private static Program program;

    @BeforeAll
    static void start() throws Exception {
        var plugins = Files.createDirectory(folder.resolve("plugins"));
        Files.copy(TARGET.resolve("plugins/speaker.jar"), plugins.resolve("speaker.jar"));
        program = start(Map.of());
    }

    private static Program start(Map<String, String> settings) throws Exception {
        var environment = new HashMap<>(settings);
        environment.putAll(Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString(), "GRADIO_TEMP_DIR", folder.resolve("files").toString(),
                "GRADIO_PLUGINS", folder.resolve("plugins").toString()));
        return Program.start(List.of("-jar", TARGET.resolve("gradio4j.war").toString()), environment);
    }

    @Test
    void streamsAreForTheirOwnersAlone() throws Exception {
        try (var closed = start(Map.of("GRADIO_AUTH", "ada:pw,bob:pw"))) {
            var url = closed.url().resolve("speaker/");
            var ada = new Visitor(url);
            var bob = new Visitor(url);
            ada.login("ada", "pw");
            bob.login("bob", "pw");
            var function = Caller.json(ada.get("config").body()).asJsonObject().getJsonArray("dependencies").getValuesAs(JsonObject.class).stream()
                    .filter(d -> d.getString("api_name").equals("breaks")).findFirst().orElseThrow().getInt("id");
            ada.post(Caller.API + "queue/join", "{\"data\":[],\"fn_index\":" + function + ",\"session_hash\":\"mine\"}");
            var address = Pattern.compile("stream/mine/[0-9]+/[0-9]+/").matcher(ada.get(Caller.API + "queue/data?session_hash=mine").body()).results()
                    .findFirst().orElseThrow().group();
            var playlist = ada.get(Caller.API + address + "playlist.m3u8");
            assertThat(playlist.statusCode()).isEqualTo(200);
            var piece = playlist.body().lines().filter(line -> line.endsWith(".wav")).findFirst().orElseThrow();
            assertThat(ada.get(Caller.API + address + piece).headers().allValues("Cache-Control")).containsExactly("no-store");
            for (var name : List.of("playlist.m3u8", piece, "playlist-file")) {
                assertThat(bob.get(Caller.API + address + name).statusCode()).isEqualTo(403);
                assertThat(new Visitor(url).get(Caller.API + address + name).statusCode()).isEqualTo(401);
            }
        }
    }

    @Override
    public Caller app() {
        return new Caller(program.url().resolve("speaker/"));
    }
}
