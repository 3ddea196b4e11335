package io.gradio4j.impl.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gradio4j.impl.web.Multipart.MalformedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {

    private static final String TYPE = "multipart/form-data; boundary=xx";

    private static String file(String name, String content) {
        return "--xx\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name + "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n";
    }

    private static List<String> read(String type, InputStream body, long mostOfFile, long most) {
        var parts = new Multipart(type, body, most);
        var all = new ArrayList<String>();
        for (var part = parts.next(); part != null; part = parts.next()) {
            var content = new ByteArrayOutputStream();
            parts.copy(mostOfFile, content::write);
            all.add(part.field() + part.fileName().map(name -> "/" + name).orElse("") + "=" + content.toString(StandardCharsets.UTF_8));
        }
        return all;
    }

    private static List<String> read(String type, String body) {
        return read(type, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), 100_000, 10_000_000);
    }

    private static List<String> read(String body) {
        return read(TYPE, body);
    }

    @Test
    void partsComeInTheirOrder() {
        assertThat(read(file("a.txt", "hello") + file("b.txt", "") + "--xx\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nfield\r\n--xx--\r\n"))
                .containsExactly("files/a.txt=hello", "files/b.txt=", "x=field");
    }

    @Test
    void contentMayLookLikeABoundary() {
        var content = "--x\r\n--xy\r\r\n\n--\r\n-\r\n--x\r\n";

        assertThat(read(file("a", content) + "--xx--")).containsExactly("files/a=" + content);
    }

    @Test
    void everySizeAroundTheBufferIsReadAsItWasSent() throws IOException {
        for (var size = (128 << 10) - 40; size < (128 << 10) + 40; size += 7) {
            var bytes = new byte[size];
            new Random(size).nextBytes(bytes);
            var body = new ByteArrayOutputStream();
            var head = file("a", "").getBytes(StandardCharsets.UTF_8);
            body.write(head, 0, head.length - 2);
            body.write(bytes);
            body.write("\r\n--xx--".getBytes(StandardCharsets.UTF_8));
            var parts = new Multipart(TYPE, new ByteArrayInputStream(body.toByteArray()), Long.MAX_VALUE);
            parts.next();
            var content = new ByteArrayOutputStream();
            parts.copy(Long.MAX_VALUE, content::write);

            assertThat(content.toByteArray()).isEqualTo(bytes);
            assertThat(parts.next()).isNull();
        }
    }

    @Test
    void emptyBodyHasNoParts() {
        assertThat(read("")).isEmpty();
        assertThat(read("--xx--\r\n")).isEmpty();
        assertThat(read("what comes before is for nobody\r\n" + file("a", "x") + "--xx--what comes after, too")).containsExactly("files/a=x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '¤', textBlock = """
            filename="a file é.txt"              | a file é.txt
            filename="a%22b.txt"                 | a%22b.txt
            filename=plain.txt                   | plain.txt
            filename*=utf-8''a%20%C3%A9.txt      | a é.txt
            filename="../../etc/passwd"          | ../../etc/passwd
            FileName="x"                         | x
            """)
    void fileNameIsReadAsItIs(String parameter, String name) {
        assertThat(read("--xx\r\ncontent-disposition: form-data; name=\"files\"; " + parameter + "\r\n\r\nx\r\n--xx--")).containsExactly("files/" + name + "=x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\"", "multipart/form-data; charset=utf-8"})
    void bodyWithoutABoundaryIsRefused(String type) {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> read(type, "")).withMessage("Missing boundary in multipart.")
                .satisfies(e -> assertThat(e.status()).isEqualTo(400));
    }

    @Test
    void boundaryHasALength() {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> read("multipart/form-data; boundary=" + "x".repeat(201), ""))
                .withMessageContaining("longer than 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--xx\r\n", "--xx\r\nContent-Disposition: form-data; name=\"files\"", "--xx\r\nContent-Disposition: form-data; name=\"files\"\r\n\r\n",
        "--xx\r\nContent-Disposition: form-data; name=\"files\"\r\n\r\nno end", "--xx\r\nContent-Disposition: form-data; name=\"files\"\r\n\r\nx\r\n--xxyz",
        "--xx\r\n\r\nno name\r\n--xx--", "--xx\r\nContent-Disposition: attachment; filename=\"a\"\r\n\r\nx\r\n--xx--", "--xx\r\nnonsense\r\n\r\nx\r\n--xx--"})
    void malformedBodyIsRefused(String body) {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> read(body)).satisfies(e -> assertThat(e.status()).isEqualTo(400));
    }

    @Test
    void largeFileIsRefusedAsSoonAsItIsTooLarge() {
        var taken = new int[1];
        var endless = new InputStream() {
            private final byte[] head = file("a", "").getBytes(StandardCharsets.UTF_8);

            @Override
            public int read() {
                return taken[0] < head.length - 2 ? head[taken[0]++] : 'x';
            }

            @Override
            public int read(byte[] bytes, int from, int count) {
                for (var i = 0; i < count; i++) {
                    bytes[from + i] = (byte) read();
                }
                taken[0] += count;
                return count;
            }
        };

        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> read(TYPE, endless, 10_240, Long.MAX_VALUE))
                .withMessage("File size exceeded maximum allowed size of 10240 bytes.").satisfies(e -> assertThat(e.status()).isEqualTo(413));
        assertThat(taken[0]).isLessThan(1 << 20);
    }

    @Test
    void wholeBodyHasASize() {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> read(TYPE, new ByteArrayInputStream("x".repeat(5_000).getBytes()), 10, 4_000))
                .withMessageContaining("4000 bytes").satisfies(e -> assertThat(e.status()).isEqualTo(413));
    }

    @Test
    void headersHaveALength() {
        var long1 = "--xx\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + "a".repeat(8_192) + "\"\r\n\r\nx\r\n--xx--";

        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> read(long1)).withMessageContaining("exceeded maximum allowed size of 8192 bytes")
                .satisfies(e -> assertThat(e.status()).isEqualTo(413));
        assertThat(read("--xx\r\nX: " + "a".repeat(8_000) + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a\"\r\n\r\nx\r\n--xx--")).hasSize(1);
    }

    @Test
    void thereAreAtMostAThousandFilesAndFields() {
        assertThat(read(file("a", "x").repeat(1_000) + "--xx--")).hasSize(1_000);
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> read(file("a", "x").repeat(1_001) + "--xx--"))
                .withMessage("Too many files. Maximum number of files is 1000.").satisfies(e -> assertThat(e.status()).isEqualTo(400));
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> read("--xx\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nx\r\n".repeat(1_001) + "--xx--"))
                .withMessage("Too many fields. Maximum number of fields is 1000.");
    }

    @Test
    void lostConnectionIsNoMistakeOfTheBody() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> read(TYPE, broken, 10, 10));
    }
}
