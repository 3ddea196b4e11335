package io.gradio4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            picture.png          | picture.png
            Bericht für März.txt | Bericht für März.txt
            日本.txt              | 日本.txt
            ../../etc/passwd     | passwd
            /etc/passwd          | passwd
            C:\\Windows\\a.txt   | a.txt
            C:a.txt              | Ca.txt
            a:stream             | astream
            .bashrc              | bashrc
            ..                   | file
            .                    | file
            a/..                 | file
            a/                   | file
            con                  | _con
            NUL.tar.gz           | _NUL.tar.gz
            com1 .txt            | _com1 .txt
            x?*<>"y.png          | xy.png
            ends. .              | ends
            """)
    void namesAreMadeSafe(String name, String safe) {
        assertThat(FileNames.safe(name)).isEqualTo(safe);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "a\0b", "a\nb", "\u202egnp.exe", "\ud800", "..\\..\\x", "///", "\u0000/\u0000", "~"})
    void everyNameStaysInItsFolder(String name) {
        var folder = Path.of("folder").toAbsolutePath();
        assertThat(folder.resolve(FileNames.safe(name)).normalize()).hasParentRaw(folder);
    }

    @Test
    void longNamesKeepTheirEnding() {
        var name = FileNames.safe("ä".repeat(500) + ".png");
        assertThat(name).endsWith("ä.png");
        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isBetween(190, 200);
        assertThat(FileNames.safe("." + "x".repeat(300)).length()).isEqualTo(200);
    }

    @Test
    void numbersStandBeforeTheEnding() {
        assertThat(FileNames.numbered("a.tar.gz", 2)).isEqualTo("a.tar (2).gz");
        assertThat(FileNames.numbered("a", 2)).isEqualTo("a (2)");
    }
}
