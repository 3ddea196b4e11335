package io.gradio4j.impl.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.FileData;
import io.gradio4j.impl.event.RefusedException;
import io.gradio4j.impl.file.AppFiles;
import io.gradio4j.impl.file.FileSettings;
import io.gradio4j.impl.json.BadJsonException;
import io.gradio4j.impl.json.Jsons;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {

    @TempDir
    private Path folder;

    private AppFiles files() {
        return new AppFiles(new FileSettings(Optional.of(folder), List.of(), List.of(), OptionalLong.of(10), FileSettings.MAX_STREAMS), List.of(),
                List.of(), Optional.empty());
    }

    private static ByteBuffer frame(String json, String content) {
        var head = json.getBytes(StandardCharsets.UTF_8);
        var body = content.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + head.length + body.length).putInt(head.length).put(head).put(body).flip();
    }

    @Test
    void filesTakeTheirPlacesAmongTheValuesLikeUploads() {
        var frame = Frame.of(frame("{\"data\":[null,\"é\",null],\"files\":[{\"index\":2,\"name\":\"../a.wav\",\"mime_type\":\"audio/wav\",\"size\":3},"
                + "{\"index\":0,\"size\":2}]}", "abcde"));
        var files = files();

        var data = frame.data(files).orElseThrow();

        assertThat(data.get(1)).isEqualTo(Jsons.string("é"));
        var first = FileData.from(data.get(2));
        assertThat(first).extracting(FileData::origName, FileData::mimeType, FileData::size, FileData::isStream)
                .containsExactly("../a.wav", "audio/wav", 3L, true);
        assertThat(files.conversion("").file(first)).hasFileName("a.wav").hasContent("abc");
        assertThat(files.conversion("").file(FileData.from(data.get(0)))).hasContent("de");
    }

    @Test
    void framesWithoutValuesHaveNone() {
        assertThat(Frame.of("{\"type\":\"stream\"}").data(files())).isEmpty();
        assertThat(Frame.of("{\"data\":[1]}").data(files())).contains(Jsons.read("[1]").asJsonArray());
    }

    @Test
    void tooLargeFilesAreRefused() {
        var frame = Frame.of(frame("{\"data\":[null],\"files\":[{\"index\":0,\"size\":11}]}", "01234567890"));

        assertThatThrownBy(() -> frame.data(files())).isInstanceOf(RefusedException.class).hasMessageContaining("10 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{}", "{\"data\":[null]}", "{\"data\":{},\"files\":[]}", "{\"data\":[null],\"files\":{}}",
        "{\"data\":[null],\"files\":[7]}", "{\"data\":[null],\"files\":[{}]}", "{\"data\":[null],\"files\":[]}",
        "{\"data\":[null],\"files\":[{\"index\":0,\"size\":2}]}", "{\"data\":[null],\"files\":[{\"index\":0,\"size\":4}]}",
        "{\"data\":[null],\"files\":[{\"index\":1,\"size\":3}]}", "{\"data\":[null],\"files\":[{\"index\":-1,\"size\":3}]}",
        "{\"data\":[null],\"files\":[{\"index\":0,\"size\":-1}]}", "{\"data\":[null],\"files\":[{\"index\":0,\"size\":4294967299}]}",
        "{\"data\":[null],\"files\":[{\"index\":0.5,\"size\":3}]}", "{\"data\":[],\"files\":[{\"index\":0,\"size\":3}]}"})
    void whatDoesNotFitItsDescriptionIsBad(String json) {
        assertThatThrownBy(() -> Frame.of(frame(json, "abc"))).isInstanceOf(BadJsonException.class);
    }

    @Test
    void manyFilesAreBad() {
        var file = "{\"index\":0,\"size\":0}";

        assertThatThrownBy(() -> Frame.of(frame("{\"data\":[null],\"files\":[" + (file + ",").repeat(16) + file + "]}", "")))
                .isInstanceOf(BadJsonException.class);
    }

    @Test
    void lengthsThatLieAreBad() {
        for (var length : new int[] {Integer.MIN_VALUE, -1, 5, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> Frame.of(ByteBuffer.allocate(8).putInt(length).putInt(0).flip())).isInstanceOf(BadJsonException.class);
        }
        assertThatThrownBy(() -> Frame.of(ByteBuffer.allocate(3))).isInstanceOf(BadJsonException.class);
        assertThatThrownBy(() -> Frame.of(ByteBuffer.allocate(6).putInt(2).put((byte) 0xc3).put((byte) 0x28).flip()))
                .isInstanceOf(BadJsonException.class);
    }
}
