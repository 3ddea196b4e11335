package io.gradio4j.gallery.samples.chat;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.chatbot.ChatMessage;
import io.gradio4j.components.chatbot.Chatbot;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** A conversation whose answers come word by word. */
@ApplicationScoped
@AppPath("/components/chatbot")
public class ChatbotSample extends Sample {

    @Override
    protected String about() {
        return "A conversation: formatted messages, files, components, thoughts and answers to choose from.";
    }

    @Override
    protected Block live() {
        var chat = new Chatbot().placeholder("Say something, and it comes back.").value(
                ChatMessage.user("What is the capital of France?"),
                ChatMessage.assistant("Looked at a map of Europe.").title("Thinking").duration(Duration.ofMillis(300)).done(),
                ChatMessage.assistant("**Paris**.").options("And of Peru?", "Thanks"));
        var ask = new Textbox("Message").submitBtn(true);

        ask.onSubmit().inputs(ask, chat).outputs(chat).emit((question, history, out) -> {
            history.add(ChatMessage.user(question));
            history.add(ChatMessage.assistant(""));
            out.next(history);
            for (var word : ("You said: *" + question + "*").split("(?= )")) {
                Thread.sleep(50);
                out.append(word);
            }
        });
        ask.onSubmit().outputs(ask).run(() -> "");
        return new Column(chat, ask);
    }
}
