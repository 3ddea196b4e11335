package io.gradio4j.components.apps;

import io.gradio4j.Api;
import io.gradio4j.Component;
import io.gradio4j.HasGrowingText;
import io.gradio4j.Sink;
import io.gradio4j.Updates;
import io.gradio4j.components.chatbot.ChatMessage;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gives an answer to an API client, who reads texts. */
final class ApiSink implements Sink<@Nullable Object> {

    private final Api<Object> response;
    private final Consumer<Updates> out;
    private @Nullable Object answer;
    private final StringBuilder grown = new StringBuilder();

    /**
     * Collects an answer.
     *
     * @param response what shows it
     * @param out is told whenever there is more of it
     */
    ApiSink(Api<Object> response, Consumer<Updates> out) {
        this.response = response;
        this.out = out;
    }

    @Override
    public void next(@Nullable Object next) {
        answer = next instanceof ChatReply reply ? reply.answer() : next;
        grown.setLength(0);
        if (answer instanceof String text) {
            grown.append(text);
        }
        out.accept(Updates.of(response, plain()));
    }

    @Override
    public void append(String text) {
        grown.append(text);
        answer = grown.toString();
        out.accept(Updates.of(response, answer));
    }

    @Override
    public void append(Component<String, ?> output, String text) {
        // a client of the endpoint sees the answer alone
    }

    @Override
    public void append(HasGrowingText output, String text) {
        // a client of the endpoint sees the answer alone
    }

    Object plain() {
        return ChatAnswers.plain(answer);
    }

    List<ChatMessage> messages() {
        return ChatAnswers.messages(answer);
    }
}
