package io.gradio4j.components.apps;

import static io.gradio4j.Gradio.eventData;

import io.gradio4j.Accordion;
import io.gradio4j.Api;
import io.gradio4j.ApiVisibility;
import io.gradio4j.Block;
import io.gradio4j.BlockAccess;
import io.gradio4j.Blocks;
import io.gradio4j.Column;
import io.gradio4j.EditData;
import io.gradio4j.Event;
import io.gradio4j.Group;
import io.gradio4j.LikeData;
import io.gradio4j.Listener;
import io.gradio4j.Row;
import io.gradio4j.SelectData;
import io.gradio4j.Sink;
import io.gradio4j.State;
import io.gradio4j.Updates;
import io.gradio4j.Value;
import io.gradio4j.Values;
import io.gradio4j.components.chatbot.ChatExample;
import io.gradio4j.components.chatbot.ChatMessage;
import io.gradio4j.components.chatbot.Chatbot;
import io.gradio4j.components.chatbot.Role;
import io.gradio4j.components.markdown.Markdown;
import io.gradio4j.components.multimodaltextbox.MultimodalTextbox;
import io.gradio4j.components.multimodaltextbox.MultimodalValue;
import io.gradio4j.components.textbox.Textbox;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes the page of a {@link ChatInterface}. The conversation is the chatbot's value: each event gets it from the page, so a server that
 * starts anew, or another one, goes on where the person is.
 */
final class ChatPage {

    private static final Logger LOG = System.getLogger(ChatPage.class.getName());
    private static final String HEADING = "<h1 style='text-align: center; margin-bottom: 1rem'>%s</h1>";

    private final ChatSettings settings;
    private final Chatbot chatbot;
    private final ChatField field;
    private final ChatExamples examples;
    private final List<Listener> answering = new ArrayList<>();
    private final Optional<ChatSaved> saved;
    private final Optional<ChatRows> rows;

    ChatPage(ChatSettings settings) {
        this.settings = settings;
        examples = new ChatExamples(settings);
        chatbot = settings.chatbot != null ? settings.chatbot
                : BlockAccess.ownTexts(new Chatbot("Chatbot"), "label", "label.chatbot").scale(1).autoscroll(settings.autoscroll);
        field = ChatField.of(settings);
        rows = settings.rows.isEmpty() ? Optional.empty() : Optional.of(new ChatRows(settings, field.component()));
        saved = settings.saveHistory ? Optional.of(new ChatSaved(chatbot, settings.apiName)) : Optional.empty();
        if (!settings.examples.isEmpty()) {
            if (chatbot.properties().containsKey("examples")) {
                LOG.log(Level.WARNING, "{0} has examples of its own, which those of the ChatInterface replace: give them to one of the two", chatbot.describe());
            }
            chatbot.examples(settings.examples.toArray(ChatExample[]::new));
        }
    }

    Chatbot chatbot() {
        return chatbot;
    }

    Blocks build() {
        var page = tree();
        submit();
        again();
        examples();
        rows.ifPresent(this::rows);
        flagging();
        var all = answering.toArray(Listener[]::new);
        helper(chatbot.onClear()).cancels(all);
        if (settings.stopBtn != Boolean.FALSE) {
            var stopped = helper(field.onStop()).cancels(all).outputs(List.of(field.component())).run(() -> Updates.of(field.idle(settings.submitBtn)));
            saved.ifPresent(conversations -> conversations.saveAfter(stopped));
        }
        endpoint(page);
        saved.ifPresent(conversations -> conversations.listen(all));
        settings.page.accept(page);
        return page;
    }

    private Blocks tree() {
        var blocks = new ArrayList<Block>();
        if (settings.title != null) {
            blocks.add(new Markdown(HEADING.formatted(settings.title)));
        }
        if (settings.description != null) {
            blocks.add(new Markdown(settings.description));
        }
        var chat = new ArrayList<Block>(List.of(new Group(new Row(field.component()))));
        rows.ifPresent(table -> chat.add(table.dataset()));
        var more = settings.additionalInputs.stream().filter(Block.class::isInstance).map(Block.class::cast)
                .filter(block -> !(block instanceof State<?>)).toArray(Block[]::new);
        if (more.length > 0 && settings.placesInputs) {
            chat.add(new Accordion(settings.accordionLabel, more).open(settings.accordionOpen));
        }
        if (saved.isPresent()) {
            blocks.addAll(saved.get().around(chat.toArray(Block[]::new)));
        } else {
            blocks.add(chatbot);
            blocks.addAll(chat);
        }
        var page = Blocks.of(new Column(blocks)).mode("chat_interface").fillHeight(settings.fillHeight).fillWidth(settings.fillWidth);
        return settings.title == null ? page : page.title(settings.title);
    }

    private void submit() {
        answer(switch (field) {
            case ChatField.OfText(Textbox text) -> {
                var start = helper(text.onSubmit());
                if (settings.validator != null) {
                    start.validate(text, settings.validator, settings.invalid);
                }
                yield start.inputs(text, chatbot).outputs(text, chatbot).run((said, messages) -> said(new MultimodalValue(said), messages));
            }
            case ChatField.OfFiles(MultimodalTextbox files) -> {
                var start = helper(files.onSubmit());
                if (settings.validator != null) {
                    var validator = settings.validator;
                    start.validate(files, said -> validator.test(said.text()), settings.invalid);
                }
                yield start.inputs(files, chatbot).outputs(files, chatbot).run(this::said);
            }
        });
    }

    private Updates said(MultimodalValue said, List<ChatMessage> messages) {
        messages.add(ChatAnswers.message(Role.USER, said));
        return asking(messages);
    }

    /** The conversation ends with what the person says, and the field is closed until it is answered. */
    private Updates asking(List<ChatMessage> messages) {
        return Updates.of(chatbot, messages).and(field.busy(settings.stopBtn));
    }

    private static Event helper(Event event) {
        return event.queue(false).apiVisibility(ApiVisibility.UNDOCUMENTED);
    }

    /** After a listener that let the conversation end with what the person says, the function answers it. */
    private void answer(Listener asked) {
        var inputs = new ArrayList<Value<?>>(List.of(chatbot));
        inputs.addAll(settings.additionalInputs);
        var outputs = new ArrayList<Block>(List.of(chatbot));
        outputs.addAll(settings.additionalOutputs);
        var event = asked.onSuccess().apiVisibility(ApiVisibility.UNDOCUMENTED).showProgress(settings.showProgress)
                .concurrencyId("chat-" + System.identityHashCode(this));
        settings.concurrencyLimit.ifPresent(event::concurrencyLimit);
        var answered = event.inputs(inputs).outputs(outputs).emit((values, out) -> {
            var messages = values.get(chatbot);
            if (!messages.isEmpty() && messages.getLast().role() == Role.USER) {
                answer(messages, values, out);
            } else {
                out.next(Updates.of(chatbot, messages));
            }
        });
        answering.add(answered);
        helper(answered.then()).outputs(List.of(field.component())).run(() -> Updates.of(field.idle(settings.submitBtn)));
        saved.ifPresent(conversations -> {
            // what the person said stays, however it is answered
            conversations.saveAfter(asked);
            conversations.saveAfter(answered);
        });
    }

    private void answer(List<ChatMessage> messages, Values values, Sink<Updates> out) throws Exception {
        var last = messages.getLast();
        settings.function.answer(new MultimodalValue(last.text(), last.files()), List.copyOf(messages.subList(0, messages.size() - 1)), values,
                new ChatSink(chatbot, messages, out));
    }

    /** What a person does with messages of before: another answer, taking back, editing, choosing an offered one. */
    private void again() {
        answer(helper(chatbot.onRetry()).inputs(chatbot).outputs(chatbot, field.component())
                .run(messages -> asking(upToLastOf(messages, true))));
        var undone = helper(chatbot.onUndo()).inputs(chatbot).outputs(chatbot, field.component()).run(messages -> {
            var asked = upToLastOf(messages, true);
            return asked.isEmpty() ? Updates.of(chatbot, asked)
                    : Updates.of(chatbot, upToLastOf(messages, false)).and(field.filled(new MultimodalValue(asked.getLast().text(), asked.getLast().files())));
        });
        saved.ifPresent(conversations -> conversations.saveAfter(undone));
        answer(helper(chatbot.onOptionSelect()).inputs(chatbot, eventData(SelectData.class)).outputs(chatbot, field.component())
                .run((messages, option) -> said(new MultimodalValue(option.text()), messages)));
        if (settings.editable) {
            answer(helper(chatbot.onEdit()).inputs(chatbot, eventData(EditData.class)).outputs(chatbot, field.component()).run((messages, edit) -> {
                var before = new ArrayList<>(messages.subList(0, Math.min(edit.index(), messages.size())));
                return said(new MultimodalValue(edit.value()), before);
            }));
        }
    }

    /** The messages up to the person's last one, with it or without it. */
    private static List<ChatMessage> upToLastOf(List<ChatMessage> messages, boolean with) {
        var last = IntStream.range(0, messages.size()).filter(i -> messages.get(i).role() == Role.USER).max().orElse(-1);
        return new ArrayList<>(messages.subList(0, Math.max(0, with ? last + 1 : last)));
    }

    private void examples() {
        examples.prepare();
        if (settings.examples.isEmpty()) {
            return;
        }
        var chosen = chatbot.onExampleSelect();
        if (!settings.runExamplesOnClick && !examples.isCached()) {
            helper(chosen).inputs(eventData(SelectData.class)).outputs(List.of(field.component()))
                    .run(data -> Updates.of(field.filled(examples.message(index(data)))));
            return;
        }
        answer(helper(chosen).inputs(eventData(SelectData.class)).outputs(chatbot, field.component()).run(data -> examples.conversation(index(data))
                .map(conversation -> Updates.of(chatbot, conversation))
                .orElseGet(() -> asking(new ArrayList<>(List.of(ChatAnswers.message(Role.USER, examples.message(index(data)))))))));
        if (examples.isCached()) {
            helper(answering.getLast().onSuccess()).inputs(chatbot).run(examples::remember);
        }
    }

    private void rows(ChatRows table) {
        var outputs = new ArrayList<Block>(List.of(chatbot, field.component()));
        outputs.addAll(table.inputs());
        var chosen = helper(table.dataset().onClick()).inputs(table.dataset()).outputs(outputs);
        if (settings.runExamplesOnClick) {
            answer(chosen.run(sample -> sample == null ? Updates.none()
                    : table.fill(sample.index(), asking(new ArrayList<>(List.of(ChatAnswers.message(Role.USER, table.message(sample.index()))))))));
        } else {
            chosen.run(sample -> sample == null ? Updates.none() : table.fill(sample.index(), Updates.of(field.filled(table.message(sample.index())))));
        }
    }

    private static int index(SelectData data) {
        return data.index().isEmpty() ? -1 : data.index().getFirst();
    }

    private void flagging() {
        settings.flags().ifPresent(flags -> {
            chatbot.feedbackOptions(settings.flaggingOptions.toArray(String[]::new));
            chatbot.onLike().apiName("flag").inputs(eventData(LikeData.class), chatbot).run(flags::accept);
        });
    }

    /** For API clients: a message in, the answer out. What was said before is the session's. */
    private void endpoint(Blocks page) {
        var said = State.of("[]");
        var response = Api.of("Response", Object.class);
        var inputs = new ArrayList<Value<?>>(List.of((Value<?>) field.component(), said));
        inputs.addAll(settings.additionalInputs);
        var event = page.api(settings.apiName).apiVisibility(settings.apiVisibility);
        if (settings.apiDescription != null) {
            event.apiDescription(settings.apiDescription);
        }
        settings.concurrencyLimit.ifPresent(event::concurrencyLimit);
        var outputs = new ArrayList<Block>(List.of(response, said));
        outputs.addAll(settings.additionalOutputs);
        var call = event.inputs(inputs).outputs(outputs);
        if (settings.streams) {
            call.emit((values, out) -> out.next(answered(values, said, new ApiSink(response, settings.additionalOutputs, Optional.of(out)))));
        } else {
            call.run(values -> answered(values, said, new ApiSink(response, settings.additionalOutputs, Optional.empty())));
        }
    }

    private Updates answered(Values values, State<String> said, ApiSink answer) throws Exception {
        var history = ChatHistory.read(values.get(said));
        var message = ChatField.said(values.get((Value<?>) field.component()));
        settings.function.answer(message, history, values, answer);
        return answer.updates().and(said, ChatHistory.written(history, message, answer.messages()));
    }
}
