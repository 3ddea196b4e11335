package io.gradio4j.components.apps;

import io.gradio4j.Conversion;
import io.gradio4j.GradioException;
import io.gradio4j.Nesting;
import io.gradio4j.Sink;
import io.gradio4j.components.chatbot.ChatMessage;
import io.gradio4j.components.chatbot.Role;
import io.gradio4j.components.multimodaltextbox.MultimodalTextbox;
import io.gradio4j.components.multimodaltextbox.MultimodalValue;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A chat with a language model on another server, by the protocol that most of them speak: OpenAI's {@code chat/completions}. The answer is
 * shown as it comes.
 *
 * {@snippet :
 * RemoteChat.of("http://localhost:11434/v1", "llama3.2").systemMessage("Answer in one sentence.").chat().launch();
 * }
 */
public final class RemoteChat {

    /** What people may attach to a message. */
    public enum Attachment {
        /** Files of text in UTF-8, which the model reads as part of the message; at most 1 MB each. */
        TEXT,
        /** Pictures, which the model sees; at most 20 MB each. */
        IMAGE
    }

    private static final String[] TEXTS = {"text", ".json", ".md", ".csv", ".xml", ".yaml", ".yml", ".toml", ".java", ".kt", ".py", ".js", ".ts",
        ".css", ".html", ".sh", ".sql"};
    private static final long MOST_TEXT = 1 << 20;
    private static final long MOST_IMAGE = 20 << 20;
    private static final int MOST_LEVELS = 64;
    private static final int MOST_REASON = 300;
    private static final String DATA = "data:";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private final URI endpoint;
    private final String model;
    private @Nullable String token;
    private @Nullable String systemMessage;
    private boolean streaming = true;
    private Set<Attachment> attachments = EnumSet.of(Attachment.TEXT);

    private RemoteChat(URI endpoint, String model) {
        this.endpoint = endpoint;
        this.model = model;
    }

    /**
     * A chat with a model.
     *
     * @param baseUrl the API's address, up to and without {@code /chat/completions}: {@code https://api.example.org/v1}
     * @param model its name there
     * @return the chat, to be set up and {@linkplain #chat made}
     * @throws IllegalArgumentException if it is no address of the web
     */
    public static RemoteChat of(String baseUrl, String model) {
        var endpoint = URI.create(baseUrl + (baseUrl.endsWith("/") ? "" : "/") + "chat/completions");
        if (!"http".equals(endpoint.getScheme()) && !"https".equals(endpoint.getScheme()) || endpoint.getHost() == null) {
            throw new IllegalArgumentException("The address of a model's API begins with http:// or https://, not " + baseUrl);
        }
        return new RemoteChat(endpoint, model);
    }

    /**
     * What the server knows us by, sent as a bearer token.
     *
     * @param token default: none
     * @return this chat
     */
    public RemoteChat token(String token) {
        this.token = token;
        return this;
    }

    /**
     * What the model is told before each conversation.
     *
     * @param text default: nothing
     * @return this chat
     */
    public RemoteChat systemMessage(String text) {
        systemMessage = text;
        return this;
    }

    /**
     * Whether answers are shown as they come, or when they are complete.
     *
     * @param stream default: true
     * @return this chat
     */
    public RemoteChat streaming(boolean stream) {
        streaming = stream;
        return this;
    }

    /**
     * What people may attach to their messages.
     *
     * @param kinds none for a plain text field; default: {@link Attachment#TEXT}
     * @return this chat
     */
    public RemoteChat fileTypes(Attachment... kinds) {
        attachments = kinds.length == 0 ? Set.of() : EnumSet.copyOf(List.of(kinds));
        return this;
    }

    /** Makes the chat. What else can be said of one, such as its title and examples, is said to the result. */
    public ChatInterface chat() {
        if (attachments.isEmpty()) {
            return ChatInterface.emitting((text, history, out) -> answer(new MultimodalValue(text), history, out));
        }
        var types = Stream.of(attachments.contains(Attachment.TEXT) ? TEXTS : new String[0],
                attachments.contains(Attachment.IMAGE) ? new String[] {"image"} : new String[0]).flatMap(Stream::of).toArray(String[]::new);
        return ChatInterface.multimodal().emitting(this::answer).textbox(new MultimodalTextbox("Message").placeholder(ChatField.HINT).scale(7).fileTypes(types));
    }

    private void answer(MultimodalValue message, List<ChatMessage> history, Sink<@Nullable Object> out) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(endpoint).timeout(PATIENCE).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body(message, history).toString()));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<Stream<String>> response;
        try {
            response = HTTP.send(request.build(), BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new GradioException("The model cannot be reached at " + endpoint.getAuthority(), e);
        }
        try (var lines = response.body()) {
            if (response.statusCode() / 100 != 2) {
                throw new GradioException("The model's server answers " + response.statusCode() + ": "
                        + reason(lines.limit(100).collect(Collectors.joining("\n"))));
            }
            if (streaming) {
                pieces(lines, out);
            } else {
                out.next(text(read(lines.collect(Collectors.joining("\n"))), "message").orElse(""));
            }
        }
    }

    private static void pieces(Stream<String> lines, Sink<@Nullable Object> out) {
        for (var line : (Iterable<String>) lines::iterator) {
            var data = line.startsWith(DATA) ? line.substring(DATA.length()).strip() : "";
            if (data.equals("[DONE]")) {
                return;
            }
            if (!data.isEmpty()) {
                var piece = read(data);
                if (piece.containsKey("error")) {
                    throw new GradioException("The model's server stops: " + reason(data));
                }
                text(piece, "delta").filter(text -> !text.isEmpty()).ifPresent(out::append);
            }
        }
    }

    private JsonObject body(MultimodalValue message, List<ChatMessage> history) {
        var messages = Conversion.JSON.createArrayBuilder();
        if (systemMessage != null) {
            messages.add(message("system", Conversion.JSON.createValue(systemMessage)));
        }
        for (var said : history) {
            // Thoughts are the model's own, and what an app shows as its answer besides text is nothing that a model has said.
            if (said.metadata().title() == null) {
                messages.add(message(said.role().name().toLowerCase(Locale.ROOT), content(said.text(), said.role() == Role.USER ? said.files() : List.of())));
            }
        }
        messages.add(message("user", content(message.text(), message.files())));
        return Conversion.JSON.createObjectBuilder().add("model", model).add("messages", messages).add("stream", streaming).build();
    }

    private static JsonObject message(String role, JsonValue content) {
        return Conversion.JSON.createObjectBuilder().add("role", role).add("content", content).build();
    }

    private JsonValue content(String text, List<Path> files) {
        var all = new StringBuilder(text);
        var images = new ArrayList<String>();
        for (var file : files) {
            var type = mediaType(file);
            if (type.startsWith("image/") && attachments.contains(Attachment.IMAGE)) {
                images.add("data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes(file, MOST_IMAGE)));
            } else if (!type.startsWith("image/") && attachments.contains(Attachment.TEXT)) {
                all.append("\n\n## ").append(file.getFileName()).append('\n').append(content(file));
            }
        }
        if (images.isEmpty()) {
            return Conversion.JSON.createValue(all.toString());
        }
        var parts = Conversion.JSON.createArrayBuilder().add(Conversion.JSON.createObjectBuilder().add("type", "text").add("text", all.toString()));
        images.forEach(url -> addImage(parts, url));
        return parts.build();
    }

    private static void addImage(JsonArrayBuilder parts, String url) {
        parts.add(Conversion.JSON.createObjectBuilder().add("type", "image_url").add("image_url", Conversion.JSON.createObjectBuilder().add("url", url)));
    }

    private static String mediaType(Path file) {
        try {
            return Optional.ofNullable(Files.probeContentType(file)).orElse("");
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static String content(Path file) {
        bytes(file, MOST_TEXT);
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new GradioException(file.getFileName() + " is no text in UTF-8");
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static byte[] bytes(Path file, long most) {
        try {
            if (Files.size(file) > most) {
                throw new GradioException(file.getFileName() + " has more than " + (most >> 20) + " MB, too much for the model");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static GradioException unreadable(Path file, IOException cause) {
        return new GradioException(file.getFileName() + " cannot be read", cause);
    }

    /** The text of an answer, or of a piece of one; empty for a piece that says something else. */
    private static Optional<String> text(JsonObject answer, String field) {
        return answer.get("choices") instanceof jakarta.json.JsonArray choices && !choices.isEmpty()
                && choices.getFirst() instanceof JsonObject choice && choice.get(field) instanceof JsonObject said
                && said.get("content") instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    private static JsonObject read(String json) {
        if (Nesting.depth(json) > MOST_LEVELS) {
            throw new GradioException("The model's server answers with JSON of more than " + MOST_LEVELS + " levels");
        }
        try (var reader = Conversion.JSON.createReader(new StringReader(json))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException e) {
            throw new GradioException("The model's server answers with something else than a chat: " + shortened(json), e);
        }
    }

    /** What a server says of an error: its message, else all of it. */
    private static String reason(String body) {
        try {
            return shortened(read(body).get("error") instanceof JsonObject error && error.get("message") instanceof JsonString text ? text.getString() : body);
        } catch (GradioException e) {
            return shortened(body);
        }
    }

    private static String shortened(String text) {
        return text.length() > MOST_REASON ? text.substring(0, MOST_REASON) + "…" : text;
    }
}
