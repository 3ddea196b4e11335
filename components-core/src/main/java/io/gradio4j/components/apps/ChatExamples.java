package io.gradio4j.components.apps;

import io.gradio4j.Api;
import io.gradio4j.BlockAccess;
import io.gradio4j.ValidationException;
import io.gradio4j.components.chatbot.ChatMessage;
import io.gradio4j.components.chatbot.Role;
import io.gradio4j.components.multimodaltextbox.MultimodalValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The examples of a chat and, if they are kept, the conversations that they lead to. */
final class ChatExamples {

    private final ChatSettings settings;
    private final Map<Integer, List<ChatMessage>> answered = new ConcurrentHashMap<>();

    ChatExamples(ChatSettings settings) {
        this.settings = settings;
    }

    /** Whether an example's answer is the same for everybody. */
    boolean isCached() {
        var set = settings.cacheExamples;
        return set != null ? set : CacheSettings.isOn();
    }

    /**
     * Computes the answers to all examples, if that is to be done before they are chosen.
     *
     * @throws IllegalArgumentException if answers depend on more than the message
     * @throws IllegalStateException if the function fails
     */
    void prepare() {
        var alone = settings.additionalInputs.isEmpty();
        if (settings.cacheMode == CacheMode.EAGER && !alone) {
            throw new IllegalArgumentException("A chat with additional inputs has no answers before somebody asks; use cacheMode(CacheMode.LAZY)");
        }
        var mode = settings.cacheMode != null ? settings.cacheMode : CacheSettings.mode();
        if (isCached() && mode == CacheMode.EAGER && alone) {
            IntStream.range(0, settings.examples.size()).forEach(this::compute);
        }
    }

    private void compute(int index) {
        var message = message(index);
        var answer = new ApiSink(Api.of("Response", Object.class), List.of(), Optional.empty());
        try {
            settings.function.answer(message, List.of(), BlockAccess.values(List.of(), new Object[0]), answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the answer to the example \"" + message.text() + "\" was computed", e);
        } catch (Exception e) {
            throw new IllegalStateException("The chat's function failed for the example \"" + message.text() + "\": " + e.getMessage(), e);
        }
        var conversation = new ArrayList<>(List.of(ChatAnswers.message(Role.USER, message)));
        conversation.addAll(answer.messages());
        answered.put(index, List.copyOf(conversation));
    }

    /**
     * What an example says.
     *
     * @throws ValidationException if there is no such example
     */
    MultimodalValue message(int index) {
        if (index < 0 || index >= settings.examples.size()) {
            throw new ValidationException("The chat has no example " + index);
        }
        var example = settings.examples.get(index);
        return new MultimodalValue(example.text(), example.files());
    }

    /** The conversation that an example leads to, if it is known. */
    Optional<List<ChatMessage>> conversation(int index) {
        return isCached() ? Optional.ofNullable(answered.get(index)) : Optional.empty();
    }

    /** Remembers a conversation, if it begins as an example does. */
    void remember(List<ChatMessage> messages) {
        if (messages.size() > 1) {
            IntStream.range(0, settings.examples.size()).filter(i -> messages.getFirst().text().equals(ChatAnswers.message(Role.USER, message(i)).text()))
                    .findFirst().ifPresent(i -> answered.putIfAbsent(i, List.copyOf(messages)));
        }
    }
}
