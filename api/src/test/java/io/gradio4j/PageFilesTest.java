package io.gradio4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFilesTest {

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void styleSheetsOfFilesFollowThatOfTheApp() throws IOException {
        var page = Blocks.of().cssPaths(file("a.css", "a {}"), file("b.css", "b {}")).css("c {}");

        assertThat(page.property("css")).contains("c {}\na {}\nb {}");
    }

    @Test
    void headIsJoinedFromFilesToo() throws IOException {
        assertThat(Blocks.of().head("<meta name=\"x\">").headPaths(file("h.html", "<link rel=\"me\">")).property("head"))
                .contains("<meta name=\"x\">\n<link rel=\"me\">");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> Blocks.of().cssPaths(folder.resolve("none.css")))
                .withMessageContaining("none.css");
    }
}
