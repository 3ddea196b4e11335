package io.gradio4j.components.chatbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gradio4j.BlockAccess;
import io.gradio4j.FileData;
import io.gradio4j.ToolbarButton;
import io.gradio4j.ValidationException;
import io.gradio4j.components.ComponentContract;
import io.gradio4j.components.Converting;
import io.gradio4j.components.label.Label;
import io.gradio4j.components.slider.Slider;
import jakarta.json.JsonValue;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChatbotTest extends ComponentContract {

    private static final String HI = "[{\"role\":\"user\",\"metadata\":null,\"content\":[{\"text\":\"Hi\",\"type\":\"text\"}],\"options\":null}]";

    @Override
    protected Chatbot fresh() {
        return new Chatbot();
    }

    @Override
    protected String config() {
        return """
                _undoable: false, _retryable: false, likeable: false, value: [], label: null, show_label: true, container: true, scale:
                null, min_width: 160, visible: true, elem_id: null, elem_classes: [], autoscroll: true, key: null, preserved_by_key:
                ["value"], height: 400, resizable: false, max_height: null, min_height: null, editable: null, latex_delimiters:
                [{"left":"$$","right":"$$","display":true}], rtl: false, buttons: ["share", "copy", "copy_all"], watermark: null,
                avatar_images: [null, null], sanitize_html: true, render_markdown: true, feedback_options: ["Like", "Dislike"],
                feedback_value: null, line_breaks: true, layout: null, placeholder: null, examples: null, allow_file_downloads: true,
                group_consecutive_messages: true, allow_tags: true, reasoning_tags: null, like_user_message: false
                """;
    }

    @Override
    protected List<String> events() {
        return List.of("change", "select", "like", "retry", "undo", "example_select", "option_select", "clear", "copy", "edit");
    }

    @Override
    protected List<String> unsettable() {
        return List.of("_undoable", "_retryable", "likeable");
    }

    /** The schema has a test of its own. */
    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry(fresh().schema().json().toString(), """
                [{"role": "user", "metadata": null, "content": [{"text": "Hello!", "type": "text"}], "options": null},
                 {"role": "assistant", "metadata": null, "content": [{"text": "How can I help you?", "type": "text"}], "options": null}]""");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of("[]", List.of(), HI, List.of(ChatMessage.user("Hi")),
                "[{\"role\":\"assistant\",\"metadata\":{\"title\":\"T\",\"id\":\"1\",\"parent_id\":\"0\",\"log\":\"l\",\"duration\":1.5,"
                        + "\"status\":\"done\"},\"content\":[{\"text\":\"a\",\"type\":\"text\"}],"
                        + "\"options\":[{\"value\":\"v\",\"label\":\"V\"}]}]",
                List.of(ChatMessage.assistant("a").title("T").id("1").parentId("0").log("l").duration(Duration.ofMillis(1500)).done()
                        .options(new ChatOption("v", "V"))),
                "[{\"role\":\"assistant\",\"metadata\":null,\"content\":[{\"file\":{\"path\":\"https://example.org/a.png\","
                        + "\"url\":\"https://example.org/a.png\",\"size\":null,\"orig_name\":null,\"mime_type\":\"image/png\","
                        + "\"is_stream\":false,\"meta\":{\"_type\":\"gradio.FileData\"}},\"alt_text\":null,\"type\":\"file\"}],\"options\":null}]",
                List.of(ChatMessage.assistant(URI.create("https://example.org/a.png"))));
    }

    @Override
    protected List<String> refused() {
        return List.of("\"Hi\"", "{\"role\":\"user\"}", "[\"Hi\"]", "[{\"role\":\"user\"}]", "[{\"content\":\"Hi\"}]",
                "[{\"role\":\"king\",\"content\":\"Hi\"}]", "[{\"role\":\"user\",\"content\":[{}]}]", "[{\"role\":\"user\",\"content\":3}]",
                "[{\"role\":\"user\",\"content\":\"\",\"options\":[{}]}]", "[{\"role\":\"user\",\"content\":\"\",\"metadata\":{\"title\":[]}}]");
    }

    private static List<ChatMessage> read(String json) {
        return ((List<?>) BlockAccess.preprocess(new Chatbot(), parse(json), NO_HELP)).stream().map(ChatMessage.class::cast).toList();
    }

    private static String written(Chatbot chatbot, ChatMessage... messages) {
        return BlockAccess.postprocess(chatbot, List.of(messages), NO_HELP).toString();
    }

    @Test
    void saysWhatIsWrongWithAMessage() {
        assertThatThrownBy(() -> read("[{\"role\":\"user\",\"content\":[{}]}]")).isInstanceOf(ValidationException.class)
                .hasMessageContaining("a part of a message is a text, a file or a component");
    }

    @Test
    void aHandlerMayChangeTheListItGets() {
        var list = BlockAccess.preprocess(fresh(), parse(HI), NO_HELP);
        assertThat(list).isInstanceOf(ArrayList.class);
        assertThat(BlockAccess.preprocess(fresh(), JsonValue.NULL, NO_HELP)).isEqualTo(List.of());
    }

    @Test
    void takesContentThatIsATextOrOnePart() {
        assertThat(read("[{\"role\":\"user\",\"content\":\"Hi\"}]")).containsExactly(ChatMessage.user("Hi"));
        assertThat(read("[{\"role\":\"user\",\"content\":{\"type\":\"text\",\"text\":\"Hi\"}}]")).containsExactly(ChatMessage.user("Hi"));
        assertThat(read("[{\"role\":\"assistant\",\"content\":\"\",\"metadata\":{\"title\":\"T\",\"id\":0}}]").getFirst().metadata().id())
                .isEqualTo("0");
    }

    @Test
    void aFileOfNeitherOursNorTheWebIsLookedFor() {
        assertThatThrownBy(() -> read("[{\"role\":\"user\",\"content\":[{\"file\":{\"path\":\"/etc/passwd\","
                + "\"meta\":{\"_type\":\"gradio.FileData\"}}}]}]")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void textLosesTheIndentationOfSourceCodeAndEmptyMessagesAreLeftOut() {
        assertThat(written(fresh(), ChatMessage.user("\n    Hi\n"), ChatMessage.of(Role.ASSISTANT))).isEqualTo(HI);
    }

    @Test
    void aComponentIsWrittenWithValueAndProperties() {
        var json = BlockAccess.postprocess(fresh(), List.of(ChatMessage.assistant(new Slider(0, 10, 5))), new Converting())
                .asJsonArray().getJsonObject(0).getJsonArray("content").getJsonObject(0);

        assertThat(json.getString("component")).isEqualTo("slider");
        assertThat(json.getInt("value")).isEqualTo(5);
        assertThat(json.getJsonObject("props")).containsEntry("maximum", parse("10.0")).containsEntry("show_label", JsonValue.TRUE)
                .doesNotContainKey("value");
        assertThat(json.getJsonObject("constructor_args")).containsOnlyKeys("minimum", "maximum");
        assertThat(read("[{\"role\":\"assistant\",\"content\":[" + json + "]}]").getFirst().content())
                .containsExactly(new Content.Shown(json));
    }

    @Test
    void aComponentWithoutValueHasItsEmptyOne() {
        assertThat(BlockAccess.postprocess(fresh(), List.of(ChatMessage.assistant(new Label("L"))), new Converting())
                .toString()).contains("\"component\":\"label\",\"value\":{}");
    }

    @Test
    void theLastTextMayGrow() {
        var value = BlockAccess.postprocess(fresh(), List.of(ChatMessage.user("a"), ChatMessage.assistant("b")), NO_HELP);

        assertThat(fresh().growingText(value)).contains(List.of(1, "content", 0, "text"));
        assertThat(fresh().growingText(JsonValue.EMPTY_JSON_ARRAY)).isEmpty();
        assertThat(fresh().growingText(JsonValue.NULL)).isEmpty();
        assertThat(fresh().growingText(BlockAccess.postprocess(fresh(), List.of(ChatMessage.assistant(URI.create("https://example.org/a.png"))),
                NO_HELP))).isEmpty();
    }

    @Test
    void thinkingBecomesThoughts() {
        var chatbot = new Chatbot().reasoningTags(new ReasoningTag("<think>", "</think>"), new ReasoningTag("[[", "]]"));

        assertThat(read(written(chatbot, ChatMessage.assistant("A<think>b</think>C [[d]] e").options("x")))).containsExactly(
                ChatMessage.assistant("A").options("x"), ChatMessage.assistant("b").title("Reasoning").done(),
                ChatMessage.assistant("C").options("x"), ChatMessage.assistant("d").title("Reasoning").done(),
                ChatMessage.assistant("e").options("x"));
        assertThat(read(written(chatbot, ChatMessage.assistant("<think>not yet")))).containsExactly(
                ChatMessage.assistant("not yet").title("Reasoning").pending());
        assertThat(read(written(chatbot, ChatMessage.assistant("no tags")))).containsExactly(ChatMessage.assistant("no tags"));
        assertThatThrownBy(() -> new ReasoningTag("", "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void listenersMakeButtons() {
        assertThat(BlockAccess.whenListened(fresh(), "undo")).containsExactly(Map.entry("_undoable", true));
        assertThat(BlockAccess.whenListened(fresh(), "retry")).containsExactly(Map.entry("_retryable", true));
        assertThat(BlockAccess.whenListened(fresh(), "like")).containsExactly(Map.entry("likeable", true));
        assertThat(BlockAccess.whenListened(fresh(), "edit")).containsExactly(Map.entry("editable", Editable.USER));
        assertThat(BlockAccess.whenListened(fresh(), "change")).isEmpty();
    }

    @Test
    void propertiesAreKeptAsThePageTakesThem() {
        var chatbot = new Chatbot("Talk").buttons(ToolbarButton.COPY_ALL).avatarImages(null, URI.create("https://example.org/b.png"))
                .examples(new ChatExample("Hi").displayText("Say hi").files(Path.of("a.txt"))).feedbackValue("Like", null)
                .reasoningTags(new ReasoningTag("<t>", "</t>")).allowTags("thinking").height("50vh");

        assertThat(chatbot.properties()).containsEntry("label", "Talk").containsEntry("buttons", List.of("copy_all"))
                .containsEntry("examples", List.of(Map.of("text", "Hi", "display_text", "Say hi", "files", List.of(Path.of("a.txt")))))
                .containsEntry("reasoning_tags", List.of(List.of("<t>", "</t>"))).containsEntry("allow_tags", List.of("thinking"))
                .containsEntry("height", "50vh");
        assertThat((List<?>) chatbot.properties().get("feedback_value")).hasSize(2).first().isEqualTo("Like");
        assertThat((List<?>) chatbot.properties().get("avatar_images")).first().isNull();
    }

    @Test
    void thePictureOfAnExampleIsOnTheDiskOrElsewhere() {
        var chatbot = new Chatbot().examples(new ChatExample("a").icon(Path.of("/pictures/a.png")), new ChatExample("b").icon(URI.create("https://example.org/b.png")));

        assertThat(chatbot.properties()).containsEntry("examples", List.of(Map.of("text", "a", "icon", Path.of("/pictures/a.png")),
                Map.of("text", "b", "icon", FileData.remote(URI.create("https://example.org/b.png")))));
    }

    @Test
    void anAddressOfAFileElsewhereIsOneOfTheWeb() {
        assertThatThrownBy(() -> ChatMessage.assistant(URI.create("file:///etc/passwd"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("file:///etc/passwd");
    }

    @Test
    void aMessageKnowsItsTextAndFiles() {
        var message = ChatMessage.user("Look").and(Content.file(Path.of("a.png"))).and(Content.text("again"));

        assertThat(message.text()).isEqualTo("Look\nagain");
        assertThat(message.files()).containsExactly(Path.of("a.png"));
        assertThat(message.role(Role.ASSISTANT).role()).isEqualTo(Role.ASSISTANT);
    }

    @Test
    void theSchemaNamesAllPartsOfAMessage() {
        var definitions = fresh().schema().json().getJsonObject("$defs");

        assertThat(definitions).containsOnlyKeys("ComponentMessage", "FileData", "FileDataMeta", "FileMessage", "Message", "MetadataDict",
                "OptionDict", "TextMessage");
        assertThat(definitions.getJsonObject("Message").getJsonArray("required").toString()).isEqualTo("[\"role\",\"content\"]");
        assertThat(definitions.getJsonObject("FileData")).doesNotContainKey("$defs");
    }
}
