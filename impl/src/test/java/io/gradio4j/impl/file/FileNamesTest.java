package io.gradio4j.impl.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '¤', textBlock = """
            a file é.txt               | a file é.txt
            hello                      | hello
            /etc/passwd                | passwd
            ../../up.txt               | up.txt
            C:\\fakepath\\photo.jpg    | photo.jpg
            ..\\..\\up.txt             | up.txt
            a<b>c:d"e?f*g.txt          | abcdefg.txt
            a`b$c!d{e}f.txt            | abcdef.txt
            100% sure #1;2.txt         | 100 sure 12.txt
            plot[1]^2.png              | plot12.png
            a&b+c=d,e(f)'g'@h~i.txt    | a&b+c=d,e(f)'g'@h~i.txt
            $$$.txt                    | file.txt
            .gitignore                 | .gitignore
            ?                          | file
            con                        | _con
            CON.txt                    | _CON.txt
            nul.tar.gz                 | _nul.tar.gz
            com1.png                   | _com1.png
            console.txt                | console.txt
            trailing.txt...            | trailing.txt
            dots . . .                 | dots
            日本語.png                 | 日本語.png
            archive.tar.gz             | archive.tar.gz
            """)
    void nameIsKeptAsFarAsItIsHarmlessEverywhere(String client, String kept) {
        assertThat(FileNames.clean(client)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "...", "a/..", "a\\..", "/.", ". .", "..\u0000"})
    void nameOfNothingButDotsIsNone(String client) {
        assertThat(FileNames.clean(client)).isEmpty();
    }

    @Test
    void missingNameIsMadeUp() {
        assertThat(FileNames.clean("").orElseThrow()).matches("tmp[0-9a-f]{10}");
        assertThat(FileNames.clean("folder/").orElseThrow()).matches("tmp[0-9a-f]{10}");
    }

    @Test
    void charactersThatHideTheEndOfANameAreDropped() {
        assertThat(FileNames.clean("photo\u202egpj.exe")).contains("photogpj.exe");
        assertThat(FileNames.clean("a\u0000b\u200b\u2028\ud800c.txt")).contains("abc.txt");
    }

    @Test
    void longNameIsShortenedWithoutItsEnd() {
        var name = FileNames.clean("é".repeat(300) + ".tar.png").orElseThrow();

        assertThat(name).startsWith("éé").endsWith(".png");
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(200).hasSizeGreaterThan(195);
        assertThat(FileNames.clean("a." + "b".repeat(300)).orElseThrow()).hasSize(200);
        assertThat(FileNames.clean("😀".repeat(100) + ".txt").orElseThrow().getBytes(StandardCharsets.UTF_8)).hasSize(200);
    }

    static Stream<String> hostile() {
        return Hostile.names();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileNameBecomesOneHarmlessPartOrNone(String hostile) {
        FileNames.clean(hostile).ifPresent(name -> {
            assertThat(FileNames.isRelative(name)).isTrue();
            assertThat(Path.of(name).getNameCount()).isEqualTo(1);
            assertThat(Path.of("cache").resolve(name).normalize()).hasParentRaw(Path.of("cache"));
            assertThat(name).doesNotContain("/", "\\", ":", "\0", "%", "#", "?", ";");
            assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(200);
            assertThat(FileNames.clean(name)).contains(name);
        });
    }
}
