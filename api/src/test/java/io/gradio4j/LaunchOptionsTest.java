package io.gradio4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchOptionsTest {

    @ParameterizedTest
    @CsvSource({"1b, 1", "20mb, 20971520", "5KB, 5120", "5 kb, 5120", "' 3 GB ', 3221225472", "2tb, 2199023255552", "0001Mb, 1048576"})
    void sizesOfFilesAreCountedIn1024s(String text, long bytes) {
        assertThat(new LaunchOptions().maxFileSize(text).get("max_file_size", Long.class)).contains(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20", "mb", "20 m", "1.5mb", "-1mb", "20mib", "20mb;", "1e3kb", "0b", "0mb", "9999999999999tb", "99999999999999999999b",
        "٣mb"})
    void otherSizesAreRefusedWithTheText(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new LaunchOptions().maxFileSize(text)).withMessageContaining("maxFileSize");
    }

    @Test
    void pathsAreKeptByTheirNames() {
        var options = new LaunchOptions().allowedPaths(Path.of("a"), Path.of("b")).blockedPaths(Path.of("b/c"));

        assertThat(options.all()).containsEntry("allowed_paths", List.of(Path.of("a"), Path.of("b")))
                .containsEntry("blocked_paths", List.of(Path.of("b/c")));
    }

    @Test
    void staticPathsOfAPageAddUp() {
        var page = Blocks.of().staticPaths(Path.of("a")).staticPaths(Path.of("b"), Path.of("c"));

        assertThat(page.properties()).containsEntry("static_paths", List.of(Path.of("a"), Path.of("b"), Path.of("c")));
    }

    @Test
    void cacheIsDeletedAfterPositiveTimes() {
        assertThat(Blocks.of().deleteCache(Duration.ofMinutes(1), Duration.ofHours(1)).properties())
                .containsEntry("delete_cache", new DeleteCache(Duration.ofMinutes(1), Duration.ofHours(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Blocks.of().deleteCache(Duration.ZERO, Duration.ofHours(1)))
                .withMessageContaining("PT0S");
    }
}
