package io.gradio4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventDataTest {

    private final Field source = new Field("Source");

    private EventData event(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return new EventData(source, reader.readValue());
        }
    }

    @Test
    void aSelectionOfOneHasItsPosition() {
        var selected = SelectData.from(event("{\"index\":2,\"value\":\"tea\",\"selected\":true}"));

        assertThat(selected.target()).isSameAs(source);
        assertThat(selected.index()).containsExactly(2);
        assertThat(selected.text()).isEqualTo("tea");
        assertThat(selected.selected()).isTrue();
    }

    @Test
    void aSelectionOfACellHasRowAndColumn() {
        assertThat(SelectData.from(event("{\"index\":[1,3],\"value\":4.5}")).index()).containsExactly(1, 3);
    }

    @Test
    void aValueThatIsNoTextIsReadAsJson() {
        assertThat(SelectData.from(event("{\"index\":0,\"value\":[1,true]}")).text()).isEqualTo("[1,true]");
    }

    @Test
    void aSelectionThatWasTakenBackIsNotSelected() {
        assertThat(SelectData.from(event("{\"index\":0,\"value\":\"a\",\"selected\":false}")).selected()).isFalse();
    }

    @Test
    void aFileThatIsDeletedOrDownloadedIsTheEventsPayload() {
        var json = "{\"path\":\"ab/x.txt\",\"url\":\"http://here/x.txt\",\"orig_name\":\"x.txt\",\"size\":2,\"meta\":{\"_type\":\"gradio.FileData\"}}";

        assertThat(EventReaders.of(DeletedFileData.class).orElseThrow().apply(event(json))).isEqualTo(DeletedFileData.from(event(json)));
        assertThat(DeletedFileData.from(event(json)).file().origName()).isEqualTo("x.txt");
        assertThat(DownloadData.from(event(json))).isEqualTo(new DownloadData(source, FileData.from(event(json).data())));
        assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> DownloadData.from(event("{\"path\":\"x\"}")));
    }

    @Test
    void whatASelectionLeavesOutIsEmpty() {
        assertThat(SelectData.from(event("{}"))).isEqualTo(new SelectData(source, List.of(), JsonValue.NULL, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"x\"", "3"})
    void aSelectionIsAnObject(String json) {
        assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> SelectData.from(event(json)))
                .withMessage("A select event carries an object, not " + json);
    }

    @Test
    void aCopyHasTheText() {
        assertThat(CopyData.from(event("{\"value\":\"abc\"}"))).isEqualTo(new CopyData(source, "abc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{\"value\":3}", "[\"abc\"]"})
    void aCopyWithoutTextIsRefused(String json) {
        assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> CopyData.from(event(json)))
                .withMessageContaining("copy event").withMessageEndingWith("not " + json);
    }

    @Test
    void aMarkSaysWhetherItIsALike() {
        assertThat(LikeData.from(event("{\"index\":1,\"value\":[\"hi\"],\"liked\":true}")))
                .returns(1, LikeData::index).returns(true, LikeData::liked).returns("Like", LikeData::mark);
        assertThat(LikeData.from(event("{\"index\":1,\"liked\":false}"))).returns(false, LikeData::liked).returns("Dislike", LikeData::mark);
        assertThat(LikeData.from(event("{\"index\":1,\"liked\":\"Spam\"}"))).returns(false, LikeData::liked).returns("Spam", LikeData::mark);
        assertThat(LikeData.from(event("{\"index\":1,\"liked\":\"\"}")).mark()).isNull();
    }

    @Test
    void retryAndUndoHaveTheMessage() {
        assertThat(RetryData.from(event("{\"index\":4,\"value\":\"hi\"}"))).isEqualTo(new RetryData(source, 4, Json.createValue("hi")));
        assertThat(UndoData.from(event("{\"index\":4}"))).isEqualTo(new UndoData(source, 4, JsonValue.NULL));
    }

    @Test
    void anEditHasBothTexts() {
        assertThat(EditData.from(event("{\"index\":0,\"value\":\"new\",\"previous_value\":\"old\"}")))
                .isEqualTo(new EditData(source, 0, "new", "old"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{\"index\":-1}", "{\"index\":1.5}", "{\"index\":\"1\"}", "[1]"})
    void whatHappensToAMessageHasItsPosition(String json) {
        for (var read : List.<java.util.function.Function<EventData, ?>>of(RetryData::from, UndoData::from, EditData::from)) {
            assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> read.apply(event(json))).withMessageEndingWith("not " + json);
        }
    }

    @Test
    void aRequestFindsHeadersInAnyCase() {
        var request = new Request(Map.of("accept", List.of("a", "b")), Map.of(), Map.of("q", List.of("1")), "", "", "", "");

        assertThat(request.header("Accept")).contains("a");
        assertThat(request.header("x-none")).isEmpty();
        assertThat(request.queryParameter("q")).contains("1");
        assertThat(request.queryParameter("Q")).isEmpty();
    }
}
