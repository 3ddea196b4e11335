package io.gradio4j.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import io.gradio4j.AppTester;
import io.gradio4j.components.apps.RemoteChat;
import io.gradio4j.components.apps.RemoteChat.Attachment;
import io.gradio4j.components.chatbot.ChatMessage;
import io.gradio4j.components.multimodaltextbox.MultimodalValue;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chat with a model on another server, which a small server plays here. */
class RemoteChatTest {

    private final List<JsonObject> requests = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String answer = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", exchange -> {
            try (var reader = Json.createReader(exchange.getRequestBody())) {
                requests.add(reader.readObject());
            }
            tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private RemoteChat chat() {
        return RemoteChat.of("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/", "small");
    }

    private static String stream(String... pieces) {
        var all = new StringBuilder(": a comment\n\ndata: {\"choices\":[{\"delta\":{\"role\":\"assistant\"}}]}\n\n");
        for (var piece : pieces) {
            all.append("data: {\"choices\":[{\"delta\":{\"content\":\"").append(piece).append("\"}}]}\n\n");
        }
        return all + "data: {\"choices\":[],\"usage\":{}}\n\ndata: [DONE]\n\n";
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static List<String> said(AppTester app) {
        return ((List<?>) app.value("Chatbot")).stream().map(ChatMessage.class::cast).map(m -> m.role() + ": " + m.text()).toList();
    }

    @Test
    void answersComeInPiecesAndTheConversationIsTold() {
        try (var app = AppTester.of(chat().token("t0ken").systemMessage("Be brief.").fileTypes().chat())) {
            answer = stream("Hel", "lo");
            app.set("Message", "Hi").submit("Message");
            answer = stream("Bye!");
            app.set("Message", "Go").submit("Message");

            assertThat(said(app)).containsExactly("USER: Hi", "ASSISTANT: Hello", "USER: Go", "ASSISTANT: Bye!");
        }
        assertThat(requests).last().isEqualTo(json("""
                {"model": "small", "messages": [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Hi"},
                {"role": "assistant", "content": "Hello"}, {"role": "user", "content": "Go"}], "stream": true}"""));
        assertThat(tokens).containsOnly("Bearer t0ken");
    }

    @Test
    void answersComeAsAWholeWithoutStreaming() {
        answer = "{\"choices\": [{\"message\": {\"role\": \"assistant\", \"content\": \"Hello\"}}]}";
        try (var app = AppTester.of(chat().streaming(false).fileTypes().chat())) {
            app.set("Message", "Hi").submit("Message");
            assertThat(said(app)).containsExactly("USER: Hi", "ASSISTANT: Hello");
        }
        assertThat(requests.getFirst().getBoolean("stream")).isFalse();
        assertThat(tokens).containsOnly("null");
    }

    @Test
    void filesArePartOfTheMessage(@TempDir Path folder) throws IOException {
        answer = stream("I see");
        var note = Files.writeString(folder.resolve("note.txt"), "remember");
        var picture = Files.write(folder.resolve("dot.png"), new byte[] {1, 2, 3});
        try (var app = AppTester.of(chat().fileTypes(Attachment.TEXT, Attachment.IMAGE).chat())) {
            app.set("Message", new MultimodalValue("Look", List.of(note, picture))).submit("Message");
            assertThat(said(app)).last().isEqualTo("ASSISTANT: I see");
        }
        assertThat(requests.getFirst().getJsonArray("messages").getJsonObject(0).getJsonArray("content")).isEqualTo(json("""
                {"c": [{"type": "text", "text": "Look\\n\\n## note.txt\\nremember"},
                {"type": "image_url", "image_url": {"url": "data:image/png;base64,AQID"}}]}""").getJsonArray("c"));
    }

    @Test
    void aRefusalIsShownWithItsReason() {
        status = 401;
        answer = "{\"error\": {\"message\": \"No such key\"}}";
        try (var app = AppTester.of(chat().fileTypes().chat())) {
            app.set("Message", "Hi").submit("Message");
            assertThat(app.messages()).last().isEqualTo("The model's server answers 401: No such key");
        }
    }

    @Test
    void anErrorInTheMiddleEndsTheAnswer() {
        answer = "data: {\"choices\":[{\"delta\":{\"content\":\"Hel\"}}]}\n\ndata: {\"error\": {\"message\": \"out of memory\"}}\n\n";
        try (var app = AppTester.of(chat().fileTypes().chat())) {
            app.set("Message", "Hi").submit("Message");
            assertThat(app.messages()).last().isEqualTo("The model's server stops: out of memory");
        }
    }

    @Test
    void aServerThatIsNotThereOrNoModelIsSaidSo() {
        answer = "data: hello\n\n";
        try (var app = AppTester.of(chat().fileTypes().chat())) {
            app.set("Message", "Hi").submit("Message");
            assertThat(app.messages()).last().isEqualTo("The model's server answers with something else than a chat: hello");
            server.stop(0);
            app.set("Message", "Hi").submit("Message");
            assertThat(app.messages()).last().asString().startsWith("The model cannot be reached at 127.0.0.1:");
        }
    }

    @Test
    void theAddressIsOneOfTheWeb() {
        assertThatIllegalArgumentException().isThrownBy(() -> RemoteChat.of("file:///etc", "m")).withMessageContaining("not file:///etc");
    }
}
