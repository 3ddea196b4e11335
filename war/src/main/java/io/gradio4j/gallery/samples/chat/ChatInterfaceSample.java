package io.gradio4j.gallery.samples.chat;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.components.apps.ChatInterface;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;

/** An echo that counts. */
@ApplicationScoped
@AppPath("/components/chatinterface")
public class ChatInterfaceSample extends Sample {

    @Override
    protected String about() {
        return "A chat around one function of a message and what was said before.";
    }

    @Override
    protected Block live() {
        return ChatInterface.of((message, history) -> "You said: *" + message + "*, after " + history.size() + " messages.")
                .examples("Hello", "How are you?")
                .blocks();
    }
}
