package io.gradio4j.impl.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.impl.file.AppFiles;
import io.gradio4j.impl.file.FileSettings;
import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeepLinksTest {

    private static final JsonArray BLOCKS = Jsons.read("[{\"id\":1,\"type\":\"textbox\"},{\"id\":2,\"type\":\"slider\"}]").asJsonArray();

    @TempDir
    Path folder;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private DeepLinks links(JsonArray blocks, int count, long bytes) {
        var files = new AppFiles(new FileSettings(Optional.of(folder), List.of(), List.of(), OptionalLong.empty(), FileSettings.MAX_STREAMS), List.of(), List.of(), Optional.empty());
        return new DeepLinks(files, blocks, new DeepLinks.Limits(count, bytes, Duration.ofDays(30)), () -> now);
    }

    private DeepLinks links() {
        return links(BLOCKS, 100, 1_000_000);
    }

    private static Map<Integer, Map<String, JsonValue>> shown(String text) {
        return Map.of(1, Map.of("value", Jsons.string(text), "label", Jsons.string("Name")));
    }

    @Test
    void aLinkShowsWhatThePageShowed() {
        var id = links().save(shown("Ada")).orElseThrow();
        assertThat(id).matches("[A-Za-z0-9_-]{11}");
        assertThat(links().find(id)).hasValueSatisfying(saved -> assertThat(saved)
                .isEqualTo(Jsons.read("{\"1\":{\"label\":\"Name\",\"value\":\"Ada\"}}")));
    }

    @Test
    void theSameHasTheSameName() {
        var id = links().save(shown("Ada"));
        assertThat(links().save(shown("Ada"))).isEqualTo(id);
        assertThat(links().save(shown("Bob"))).isNotEqualTo(id);
        assertThat(links(BLOCKS, 100, 1_000_000).find(id.orElseThrow())).isPresent();
    }

    @Test
    void aNameCannotBeGuessedFromTheContent() throws IOException {
        var id = links().save(shown("Ada"));
        Files.delete(folder.resolve(".seed"));
        assertThat(links().save(shown("Ada"))).isNotEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAAAAAAAAA", "../.seed", "..", "AAAAAAAAAA/", "aaaaaaaaaaaaaaaa", "C:\\windows", "%2e%2e"})
    void anyOtherNameIsNone(String id) {
        assertThat(links().find(id)).isEmpty();
    }

    @Test
    void whatIsBrokenIsNone() throws IOException {
        var id = links().save(shown("Ada")).orElseThrow();
        Files.writeString(folder.resolve(".deep_links").resolve(id), "{\"blocks\":");
        assertThat(links().find(id)).isEmpty();
    }

    @Test
    void anAppWithOtherBlocksHasOtherLinks() {
        var id = links().save(shown("Ada")).orElseThrow();
        assertThat(links(Jsons.read("[{\"id\":1,\"type\":\"slider\"}]").asJsonArray(), 100, 1_000_000).find(id)).isEmpty();
    }

    @Test
    void linksGetOld() {
        var id = links().save(shown("Ada")).orElseThrow();
        now = now.plus(Duration.ofDays(29));
        assertThat(links().find(id)).isPresent();
        now = now.plus(Duration.ofDays(2));
        assertThat(links().find(id)).isEmpty();
        links().save(shown("Bob"));
        assertThat(folder.resolve(".deep_links").resolve(id)).doesNotExist();
    }

    @Test
    void theOldestMakeRoom() {
        var links = links(BLOCKS, 3, 1_000_000);
        var ids = new java.util.ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            now = now.plusSeconds(1);
            ids.add(links.save(shown("text " + i)).orElseThrow());
        }
        assertThat(ids).filteredOn(id -> links.find(id).isPresent()).isEqualTo(ids.subList(2, 5));
    }

    @Test
    void theirSizeIsBoundedToo() {
        var links = links(BLOCKS, 100, 2_500);
        var ids = new java.util.ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            now = now.plusSeconds(1);
            ids.add(links.save(shown(i + "x".repeat(1_000))).orElseThrow());
        }
        assertThat(ids).filteredOn(id -> links.find(id).isPresent()).isEqualTo(ids.subList(3, 5));
    }

    @Test
    void aPageThatIsTooLargeHasNoLink() {
        assertThat(links().save(shown("x".repeat(DeepLinks.LARGEST)))).isEmpty();
    }
}
