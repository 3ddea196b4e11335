package io.gradio4j.components.apps;

import io.gradio4j.Api;
import io.gradio4j.Component;
import io.gradio4j.HasGrowingText;
import io.gradio4j.Sink;
import io.gradio4j.Updates;
import io.gradio4j.components.chatbot.ChatMessage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives an answer to an API client, who reads texts, with the values of the additional outputs. */
final class ApiSink implements Sink<@Nullable Object> {

    private final Api<Object> response;
    private final List<Component<?, ?>> more;
    private final Optional<Sink<Updates>> out;
    private @Nullable Object answer;
    private Updates others = Updates.none();
    private final StringBuilder grown = new StringBuilder();

    /**
     * Begins without an answer.
     *
     * @param response what shows it
     * @param more the additional outputs
     * @param out where each state of it goes; empty for a client who wants the whole
     */
    ApiSink(Api<Object> response, List<Component<?, ?>> more, Optional<Sink<Updates>> out) {
        this.response = response;
        this.more = more;
        this.out = out;
    }

    @Override
    public void next(@Nullable Object next) {
        if (next instanceof ChatReply reply) {
            answer = reply.answer();
            others = reply.others();
        } else {
            answer = next;
        }
        grown.setLength(0);
        if (answer instanceof String text) {
            grown.append(text);
        }
        out.ifPresent(sink -> sink.next(updates()));
    }

    @Override
    public void append(String text) {
        grown.append(text);
        answer = grown.toString();
        out.ifPresent(sink -> sink.next(updates()));
    }

    @Override
    public void append(Component<String, ?> output, String text) {
        if (more.contains(output)) {
            out.ifPresent(sink -> sink.append(output, text));
        }
    }

    @Override
    public void append(HasGrowingText output, String text) {
        if (output instanceof Component<?, ?> component && more.contains(component)) {
            out.ifPresent(sink -> sink.append(output, text));
        }
    }

    /** The answer so far, and what was said last of the additional outputs. */
    Updates updates() {
        var updates = Updates.of(response, ChatAnswers.plain(answer));
        for (var update : others.all()) {
            updates = updates.and(update);
        }
        return updates;
    }

    List<ChatMessage> messages() {
        return ChatAnswers.messages(answer);
    }
}
