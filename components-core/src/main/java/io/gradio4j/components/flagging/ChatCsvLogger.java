package io.gradio4j.components.flagging;

import static io.gradio4j.Conversion.JSON;

import io.gradio4j.LikeData;
import io.gradio4j.components.chatbot.ChatMessage;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Writes down what people think of a chat's answers: a line for each mark in the file {@code log.csv}, with the conversation, the position of
 * the answer, its content, the mark and the time. May be used by any thread.
 */
public final class ChatCsvLogger {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    private final Log log;

    /**
     * Writes into a folder.
     *
     * @param folder is made when the first mark comes
     */
    public ChatCsvLogger(Path folder) {
        log = new Log(folder.resolve("log.csv"));
    }

    /**
     * Writes a mark down.
     *
     * @param mark what a person thinks of an answer
     * @param conversation all messages
     * @throws IllegalStateException if the file has become too large
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public synchronized void flag(LikeData mark, List<ChatMessage> conversation) {
        if (log.lines() == 0) {
            log.append(List.of("conversation", "index", "value", "flag", "timestamp"));
        }
        var messages = JSON.createArrayBuilder();
        conversation.forEach(message -> messages.add(JSON.createObjectBuilder().add("role", message.role().name().toLowerCase(Locale.ROOT))
                .add("content", message.text())));
        log.append(Arrays.asList(messages.build().toString(), mark.index(), mark.value().toString(), Objects.requireNonNullElse(mark.mark(), ""),
                TIME.format(LocalDateTime.now())));
    }
}
