package io.gradio4j.components.apps;

import io.gradio4j.Sink;
import io.gradio4j.Values;
import io.gradio4j.components.chatbot.ChatMessage;
import io.gradio4j.components.multimodaltextbox.MultimodalValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chat's function in any of its styles. */
@FunctionalInterface
interface ChatFunction {

    /**
     * Answers a message.
     *
     * @param message what the person says
     * @param history what was said before
     * @param more the values of the additional inputs
     * @param out takes the answer: each one replaces the one before, and texts may grow
     * @throws Exception anything the app throws
     */
    void answer(MultimodalValue message, List<ChatMessage> history, Values more, Sink<@Nullable Object> out) throws Exception;
}
