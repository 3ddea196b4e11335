package io.gradio4j.components.apps;

import io.gradio4j.Component;
import io.gradio4j.HasGrowingText;
import io.gradio4j.Sink;
import io.gradio4j.Updates;
import io.gradio4j.components.chatbot.ChatMessage;
import io.gradio4j.components.chatbot.Chatbot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows an answer below the messages of before. A text that grows costs what is added to it: neither what was said before nor the text
 * itself is sent or compared again.
 */
final class ChatSink implements Sink<@Nullable Object> {

    private final Chatbot chatbot;
    private final boolean grows;
    private final List<ChatMessage> before;
    private final Sink<Updates> out;
    private @Nullable StringBuilder text;

    /**
     * Shows an answer.
     *
     * @param before all messages up to the one that is answered
     * @param out the outputs of the event, of which the chatbot is one
     */
    ChatSink(Chatbot chatbot, List<ChatMessage> before, Sink<Updates> out) {
        this.chatbot = chatbot;
        this.before = before;
        this.out = out;
        // thinking becomes messages of its own, so the text is none that grows
        grows = chatbot.property("reasoning_tags").isEmpty();
    }

    @Override
    public void next(@Nullable Object answer) {
        if (!(answer instanceof String now) || !grows) {
            text = null;
            show(answer);
        } else if (text == null || text.length() > now.length() || CharSequence.compare(text, now.substring(0, text.length())) != 0) {
            begin();
            grow(now);
        } else {
            grow(now.substring(text.length()));
        }
    }

    @Override
    public void append(String more) {
        if (!grows) {
            var all = (text == null ? new StringBuilder() : text).append(more);
            show(all.toString());
            text = all;
            return;
        }
        if (text == null) {
            begin();
        }
        grow(more);
    }

    private void begin() {
        show("");
        text = new StringBuilder();
    }

    private void grow(String more) {
        if (text != null && !more.isEmpty()) {
            text.append(more);
            out.append(chatbot, more);
        }
    }

    private void show(@Nullable Object answer) {
        var reply = answer instanceof ChatReply of ? of : new ChatReply(answer == null ? List.of() : answer, Updates.none());
        var all = new ArrayList<>(before);
        all.addAll(ChatAnswers.messages(reply.answer()));
        var updates = Updates.of(chatbot, List.copyOf(all));
        for (var update : reply.others().all()) {
            updates = updates.and(update);
        }
        out.next(updates);
    }

    @Override
    public void append(Component<String, ?> output, String more) {
        out.append(output, more);
    }

    @Override
    public void append(HasGrowingText output, String more) {
        out.append(output, more);
    }
}
