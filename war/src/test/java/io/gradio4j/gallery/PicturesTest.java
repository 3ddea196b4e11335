package io.gradio4j.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.gradio4j.AppPath;
import io.gradio4j.GradioInterface;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pictures of the gallery's index. */
class PicturesTest {

    private static final Path FOLDER = Path.of("src/main/resources").resolve(Picture.FOLDER);
    private static final int MOST_BYTES = 1_500_000;

    @Test
    void everyPageHasOneInLightAndInDarkAndNoOtherIsThere() throws IOException {
        var expected = pages().flatMap(page -> Stream.of(page + ".light.webp", page + ".dark.webp")).collect(Collectors.toCollection(TreeSet::new));
        assertThat(expected).hasSizeGreaterThan(100);
        assertThat(files()).as("bin/pictures takes what is missing").isEqualTo(expected);
        pages().forEach(page -> assertThat(Picture.of(page)).get().extracting(Picture::light, Picture::dark).doesNotHaveDuplicates());
    }

    @Test
    void theyAreWebPAndSmallTogether() throws IOException {
        long bytes = 0;
        for (var file : files()) {
            var picture = Files.readAllBytes(FOLDER.resolve(file));
            assertThat(new String(picture, 8, 4, StandardCharsets.US_ASCII)).as(file).isEqualTo("WEBP");
            bytes += picture.length;
        }
        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    private static Set<String> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** The last names of the paths of all apps that the index leads to. */
    private static Stream<String> pages() {
        return new ClassFileImporter().importPackages("io.gradio4j.gallery").stream()
                .flatMap(type -> Stream.concat(
                        type.tryGetAnnotationOfType(AppPath.class).map(AppPath::value).stream(),
                        type.getMethods().stream().flatMap(m -> m.tryGetAnnotationOfType(GradioInterface.class).map(GradioInterface::path).stream())))
                .filter(path -> !path.equals("/")).map(path -> path.substring(path.lastIndexOf('/') + 1));
    }
}
