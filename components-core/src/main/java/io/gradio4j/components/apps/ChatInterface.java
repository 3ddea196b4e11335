package io.gradio4j.components.apps;

import io.gradio4j.ApiVisibility;
import io.gradio4j.Blocks;
import io.gradio4j.Component;
import io.gradio4j.Functions.Emit2;
import io.gradio4j.Functions.Emit3;
import io.gradio4j.Functions.Fn2;
import io.gradio4j.Functions.Fn3;
import io.gradio4j.GradioApp;
import io.gradio4j.LaunchOptions;
import io.gradio4j.LikeData;
import io.gradio4j.RunningApp;
import io.gradio4j.ShowProgress;
import io.gradio4j.Sink;
import io.gradio4j.Value;
import io.gradio4j.Values;
import io.gradio4j.components.chatbot.ChatExample;
import io.gradio4j.components.chatbot.ChatMessage;
import io.gradio4j.components.chatbot.Chatbot;
import io.gradio4j.components.flagging.ChatCsvLogger;
import io.gradio4j.components.flagging.FlaggingMode;
import io.gradio4j.components.multimodaltextbox.MultimodalTextbox;
import io.gradio4j.components.multimodaltextbox.MultimodalValue;
import io.gradio4j.components.textbox.Textbox;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A chat around a function: a conversation, a field to write in, and buttons to ask again, take back and stop.
 *
 * {@snippet :
 * ChatInterface.of((message, history) -> "You said: " + message).examples("Hello", "Hola").launch();
 *
 * var system = new Textbox("System prompt");
 * ChatInterface.streaming((message, history, more) -> model.stream(more.get(system), history, message)).additionalInputs(system).launch();
 *
 * ChatInterface.multimodal().of((message, history) -> message.files().size() + " files").launch();
 * }
 *
 * <p>The page is made when it is first asked for; from then on a setting throws {@link IllegalStateException}. API clients have the
 * endpoint {@code /chat}, which remembers what was said in their session.
 */
public final class ChatInterface implements GradioApp {

    private static final Start<String> TEXT = new Start<>(MultimodalValue::text, false);

    private final ChatSettings settings;
    private @Nullable ChatPage made;
    private @Nullable Blocks page;

    private ChatInterface(ChatSettings settings) {
        this.settings = settings;
    }

    /**
     * The start of a chat in which a person may add files: its message has text and files.
     *
     * @return to be ended with the function
     */
    public static Start<MultimodalValue> multimodal() {
        return new Start<>(value -> value, true);
    }

    /**
     * A chat whose function returns the answer: text, a {@link ChatMessage}, a file ({@code Path} or {@code URI}), a component, a
     * {@link ChatReply}, or a list of these.
     *
     * @param function gets the message and what was said before
     * @return the chat
     */
    public static ChatInterface of(Fn2<String, List<ChatMessage>, ?> function) {
        return TEXT.of(function);
    }

    /**
     * A chat whose function returns the answer: text, a {@link ChatMessage}, a file ({@code Path} or {@code URI}), a component, a
     * {@link ChatReply}, or a list of these. The function also takes the values of the {@linkplain #additionalInputs additional inputs}.
     *
     * @param function gets the message, what was said before, and the values
     * @return the chat
     */
    public static ChatInterface of(Fn3<String, List<ChatMessage>, Values, ?> function) {
        return TEXT.of(function);
    }

    /**
     * A chat whose function returns a stream of answers: each replaces the one before. Of texts that grow only what is added is sent.
     *
     * @param function gets the message and what was said before
     * @return the chat
     */
    public static ChatInterface streaming(Fn2<String, List<ChatMessage>, ? extends Stream<?>> function) {
        return TEXT.streaming(function);
    }

    /**
     * A chat whose function returns a stream of answers: each replaces the one before. Of texts that grow only what is added is sent. The function also takes the values of the {@linkplain #additionalInputs additional inputs}.
     *
     * @param function gets the message, what was said before, and the values
     * @return the chat
     */
    public static ChatInterface streaming(Fn3<String, List<ChatMessage>, Values, ? extends Stream<?>> function) {
        return TEXT.streaming(function);
    }

    /**
     * A chat whose function pushes its answer: {@link Sink#append} adds to its text, {@link Sink#next} replaces it.
     *
     * @param function gets the message and what was said before
     * @return the chat
     */
    public static ChatInterface emitting(Emit2<String, List<ChatMessage>, @Nullable Object> function) {
        return TEXT.emitting(function);
    }

    /**
     * A chat whose function pushes its answer: {@link Sink#append} adds to its text, {@link Sink#next} replaces it. The function also takes the values of the {@linkplain #additionalInputs additional inputs}.
     *
     * @param function gets the message, what was said before, and the values
     * @return the chat
     */
    public static ChatInterface emitting(Emit3<String, List<ChatMessage>, Values, @Nullable Object> function) {
        return TEXT.emitting(function);
    }

    /**
     * The start of a chat, to be ended with its function in one of three styles.
     *
     * @param <M> what a message is
     */
    public static final class Start<M> {

        private final Function<MultimodalValue, M> message;
        private final boolean multimodal;

        private Start(Function<MultimodalValue, M> message, boolean multimodal) {
            this.message = message;
            this.multimodal = multimodal;
        }

        private ChatInterface chat(boolean streams, ChatFunction function) {
            return new ChatInterface(new ChatSettings(function, streams, multimodal));
        }

        /**
         * A chat whose function returns the answer: text, a {@link ChatMessage}, a file ({@code Path} or {@code URI}), a component, a
         * {@link ChatReply}, or a list of these.
         *
         * @param function gets the message and what was said before
         * @return the chat
         */
        public ChatInterface of(Fn2<M, List<ChatMessage>, ?> function) {
            return chat(false, (said, history, more, out) -> out.next(function.apply(message.apply(said), history)));
        }

        /**
         * A chat whose function returns the answer: text, a {@link ChatMessage}, a file ({@code Path} or {@code URI}), a component, a
         * {@link ChatReply}, or a list of these. The function also takes the values of the additional inputs.
         *
         * @param function gets the message and what was said before
         * @return the chat
         */
        public ChatInterface of(Fn3<M, List<ChatMessage>, Values, ?> function) {
            return chat(false, (said, history, more, out) -> out.next(function.apply(message.apply(said), history, more)));
        }

        /**
         * A chat whose function returns a stream of answers: each replaces the one before. Of texts that grow only what is added is sent.
         *
         * @param function gets the message and what was said before
         * @return the chat
         */
        public ChatInterface streaming(Fn2<M, List<ChatMessage>, ? extends Stream<?>> function) {
            return chat(true, (said, history, more, out) -> each(function.apply(message.apply(said), history), out));
        }

        /**
         * A chat whose function returns a stream of answers: each replaces the one before. Of texts that grow only what is added is sent. The function also takes the values of the additional inputs.
         *
         * @param function gets the message and what was said before
         * @return the chat
         */
        public ChatInterface streaming(Fn3<M, List<ChatMessage>, Values, ? extends Stream<?>> function) {
            return chat(true, (said, history, more, out) -> each(function.apply(message.apply(said), history, more), out));
        }

        /**
         * A chat whose function pushes its answer: {@link Sink#append} adds to its text, {@link Sink#next} replaces it.
         *
         * @param function gets the message and what was said before
         * @return the chat
         */
        public ChatInterface emitting(Emit2<M, List<ChatMessage>, @Nullable Object> function) {
            return chat(true, (said, history, more, out) -> function.accept(message.apply(said), history, out));
        }

        /**
         * A chat whose function pushes its answer: {@link Sink#append} adds to its text, {@link Sink#next} replaces it. The function also takes the values of the additional inputs.
         *
         * @param function gets the message and what was said before
         * @return the chat
         */
        public ChatInterface emitting(Emit3<M, List<ChatMessage>, Values, @Nullable Object> function) {
            return chat(true, (said, history, more, out) -> function.accept(message.apply(said), history, more, out));
        }

        private static void each(Stream<?> answers, Sink<@Nullable Object> out) {
            try (answers) {
                answers.forEach(out::next);
            }
        }
    }

    /**
     * The component that shows the conversation.
     *
     * @param chatbot it stands in no tree; default: one that fills the window
     * @return this chat
     */
    public ChatInterface chatbot(Chatbot chatbot) {
        return set(s -> s.chatbot = chatbot);
    }

    /**
     * The field in which a person writes.
     *
     * @param textbox it stands in no tree; its label is not shown, and buttons that it has set count more than the chat's. Default: one with the hint
     *        "Type a message..." in the reader's language
     * @return this chat
     */
    public ChatInterface textbox(Textbox textbox) {
        return set(s -> {
            if (s.multimodal) {
                throw new IllegalArgumentException("A multimodal chat needs a MultimodalTextbox, not " + textbox.describe());
            }
            s.textbox = textbox;
        });
    }

    /**
     * The field in which a person writes and adds files, of a {@linkplain #multimodal() chat with files}.
     *
     * @param textbox it stands in no tree; its label is not shown, and buttons that it has set count more than the chat's. Default: one with the hint
     *        "Type a message..." in the reader's language
     * @return this chat
     */
    public ChatInterface textbox(MultimodalTextbox textbox) {
        return set(s -> {
            if (!s.multimodal) {
                throw new IllegalArgumentException("A chat for text alone needs a Textbox, not " + textbox.describe()
                        + "; see ChatInterface.multimodal()");
            }
            s.multimodalTextbox = textbox;
        });
    }

    /**
     * What the function gets besides the message: components, which stand in an accordion below the chat (see {@link #placeAdditionalInputs}), and what is injected.
     *
     * @param inputs the function asks its {@link Values} for each one; default: none
     * @return this chat
     */
    public ChatInterface additionalInputs(Value<?>... inputs) {
        return set(s -> s.additionalInputs.addAll(List.of(inputs)));
    }

    /**
     * The accordion of the additional inputs.
     *
     * @param label default: "Additional inputs" in the reader's language
     * @param open whether it is open at first; default: false
     * @return this chat
     */
    public ChatInterface additionalInputsAccordion(String label, boolean open) {
        return set(s -> {
            s.accordionLabel = label;
            s.accordionOpen = open;
        });
    }

    /**
     * Whether the additional inputs stand in an accordion below the chat; else the app places them elsewhere on the page, such as in a sidebar.
     *
     * @param place default: true
     * @return this chat
     */
    public ChatInterface placeAdditionalInputs(boolean place) {
        return set(s -> s.placesInputs = place);
    }

    /**
     * Other components that an answer may change, see {@link ChatReply}. They stand elsewhere on the page.
     *
     * @param outputs default: none
     * @return this chat
     */
    public ChatInterface additionalOutputs(Component<?, ?>... outputs) {
        return set(s -> s.additionalOutputs.addAll(List.of(outputs)));
    }

    /**
     * Whether a person may edit what they said: the conversation goes on from there.
     *
     * @param editable default: false
     * @return this chat
     */
    public ChatInterface editable(boolean editable) {
        return set(s -> s.editable = editable);
    }

    /**
     * Whether conversations are kept in the person's browser: they stand beside the chat and can be gone on with. They never leave the
     * browser; whoever uses the same browser can read them.
     *
     * @param save default: false
     * @return this chat
     */
    public ChatInterface saveHistory(boolean save) {
        return set(s -> s.saveHistory = save);
    }

    /**
     * What to begin with, offered while nothing was said.
     *
     * @param texts default: nothing
     * @return this chat
     */
    public ChatInterface examples(String... texts) {
        return set(s -> s.examples.addAll(Stream.of(texts).map(ChatExample::new).toList()));
    }

    /**
     * What to begin with, offered while nothing was said: with other captions, pictures and files.
     *
     * @param examples default: nothing
     * @return this chat
     */
    public ChatInterface examples(ChatExample... examples) {
        return set(s -> s.examples.addAll(List.of(examples)));
    }

    /**
     * One more example, with values of the {@linkplain #additionalInputs additional inputs}. Such examples stand in a table below the chat.
     *
     * @param text what the person says
     * @param values one for each additional input that is a component, as the function sees it; numbers of any kind; {@code null} leaves an input as
     *        it is. Missing ones count as {@code null}
     * @return this chat
     */
    public ChatInterface row(String text, @Nullable Object... values) {
        return row(new MultimodalValue(text), values);
    }

    /**
     * One more example, with values of the {@linkplain #additionalInputs additional inputs}. Such examples stand in a table below the chat.
     *
     * @param message what the person says
     * @param values one for each additional input that is a component, as the function sees it; numbers of any kind; {@code null} leaves an input as
     *        it is. Missing ones count as {@code null}
     * @return this chat
     */
    public ChatInterface row(MultimodalValue message, @Nullable Object... values) {
        return set(s -> s.rows.add(new ChatSettings.ChatRow(message, Collections.unmodifiableList(Arrays.asList(values)))));
    }

    /**
     * Whether an example is answered at once.
     *
     * @param run default: true; with false it only stands in the field
     * @return this chat
     */
    public ChatInterface runExamplesOnClick(boolean run) {
        return set(s -> s.runExamplesOnClick = run);
    }

    /**
     * Whether the answer to an example is computed once and is the same for everybody. One with values of additional inputs, see {@link #row}, is answered each
     * time.
     *
     * @param cache default: false, or what the environment variable {@code GRADIO_CACHE_EXAMPLES} says ({@code true}, {@code lazy})
     * @return this chat
     */
    public ChatInterface cacheExamples(boolean cache) {
        return set(s -> s.cacheExamples = cache);
    }

    /**
     * When the answers to examples are computed, if they are kept: {@link CacheMode#EAGER} asks the function for all of them, without anything
     * said before, when the page is made.
     *
     * @param mode default: {@link CacheMode#LAZY} with additional inputs, on which answers depend; else {@link CacheMode#EAGER}, or what the environment variable
     *        {@code GRADIO_CACHE_MODE} says
     * @return this chat
     */
    public ChatInterface cacheMode(CacheMode mode) {
        return set(s -> s.cacheMode = mode);
    }

    /**
     * The heading, and the title of the browser's tab.
     *
     * @param title Markdown; default: no heading, and {@code Gradio} in the tab
     * @return this chat
     */
    public ChatInterface title(String title) {
        return set(s -> s.title = title);
    }

    /**
     * What stands below the heading.
     *
     * @param markdown default: nothing
     * @return this chat
     */
    public ChatInterface description(String markdown) {
        return set(s -> s.description = markdown);
    }

    /**
     * Whether people may mark answers: the answers have buttons for it.
     *
     * @param mode {@code MANUAL} or {@code NEVER}; default: {@code GRADIO_CHAT_FLAGGING_MODE}, else {@code NEVER}
     * @return this chat
     */
    public ChatInterface flaggingMode(FlaggingMode mode) {
        return set(s -> s.flaggingMode = mode);
    }

    /**
     * Where marks are written down, see {@link ChatCsvLogger}.
     *
     * @param folder default: {@code .gradio/flagged}
     * @return this chat
     */
    public ChatInterface flaggingDir(Path folder) {
        return set(s -> s.flaggingDir = folder);
    }

    /**
     * What becomes of the marks that people give answers; the answers have buttons for it.
     *
     * @param callback gets the mark and the whole conversation; default: a {@link ChatCsvLogger}
     * @return this chat
     */
    public ChatInterface flagging(BiConsumer<LikeData, List<ChatMessage>> callback) {
        return set(s -> s.flagging = callback);
    }

    /**
     * The marks that people may give, see {@link #flagging}.
     *
     * @param options default: {@code Like} and {@code Dislike}
     * @return this chat
     */
    public ChatInterface flaggingOptions(String... options) {
        return set(s -> s.flaggingOptions = List.of(options));
    }

    /**
     * Whether the field has the focus when the page opens.
     *
     * @param focus default: true
     * @return this chat
     */
    public ChatInterface autofocus(boolean focus) {
        return set(s -> s.autofocus = focus);
    }

    /**
     * Whether the conversation scrolls to new messages.
     *
     * @param scroll default: true
     * @return this chat
     */
    public ChatInterface autoscroll(boolean scroll) {
        return set(s -> s.autoscroll = scroll);
    }

    /**
     * Whether a button sends the message.
     *
     * @param shown default: true
     * @return this chat
     */
    public ChatInterface submitBtn(boolean shown) {
        return set(s -> s.submitBtn = shown);
    }

    /**
     * The button that sends the message.
     *
     * @param caption its text, instead of an icon
     * @return this chat
     */
    public ChatInterface submitBtn(String caption) {
        return set(s -> s.submitBtn = caption);
    }

    /**
     * Whether a button stops the answer while it comes.
     *
     * @param shown default: true
     * @return this chat
     */
    public ChatInterface stopBtn(boolean shown) {
        return set(s -> s.stopBtn = shown);
    }

    /**
     * The button that stops the answer while it comes.
     *
     * @param caption its text, instead of an icon
     * @return this chat
     */
    public ChatInterface stopBtn(String caption) {
        return set(s -> s.stopBtn = caption);
    }

    /**
     * How many answers are made at the same time.
     *
     * @param atMost 1 or more; default: the app's
     * @return this chat
     */
    public ChatInterface concurrencyLimit(int atMost) {
        return set(s -> s.concurrencyLimit = OptionalInt.of(atMost));
    }

    /**
     * How an answer that is on its way shows.
     *
     * @param show default: {@link ShowProgress#MINIMAL}
     * @return this chat
     */
    public ChatInterface showProgress(ShowProgress show) {
        return set(s -> s.showProgress = show);
    }

    /**
     * Whether the conversation fills the height of the window.
     *
     * @param fill default: true
     * @return this chat
     */
    public ChatInterface fillHeight(boolean fill) {
        return set(s -> s.fillHeight = fill);
    }

    /**
     * Whether the page is as wide as the window.
     *
     * @param fill default: false, which keeps lines at a readable length
     * @return this chat
     */
    public ChatInterface fillWidth(boolean fill) {
        return set(s -> s.fillWidth = fill);
    }

    /**
     * The endpoint's name for API clients.
     *
     * @param name letters, digits, {@code _} and {@code -}; default: {@code chat}
     * @return this chat
     */
    public ChatInterface apiName(String name) {
        return set(s -> s.apiName = name);
    }

    /**
     * What the endpoint does, for API clients.
     *
     * @param text default: nothing
     * @return this chat
     */
    public ChatInterface apiDescription(String text) {
        return set(s -> s.apiDescription = text);
    }

    /**
     * Who sees the endpoint.
     *
     * @param visibility default: {@link ApiVisibility#PUBLIC}
     * @return this chat
     */
    public ChatInterface apiVisibility(ApiVisibility visibility) {
        return set(s -> s.apiVisibility = visibility);
    }

    /**
     * A rule for the text of messages: one that breaks it is not sent.
     *
     * @param rule true if the text is fine
     * @param message what the person reads otherwise
     * @return this chat
     */
    public ChatInterface validate(Predicate<String> rule, String message) {
        return set(s -> {
            s.validator = rule;
            s.invalid = message;
        });
    }

    /**
     * All that can be said of a page: {@code page(p -> p.theme("soft").css("…"))}.
     *
     * @param changes is called once, when the page is made
     * @return this chat
     */
    public ChatInterface page(Consumer<Blocks> changes) {
        return set(s -> s.page = s.page.andThen(changes));
    }

    private ChatInterface set(Consumer<ChatSettings> change) {
        if (page != null) {
            throw new IllegalStateException("The page of this ChatInterface was made already; set it up before");
        }
        change.accept(settings);
        return this;
    }

    /**
     * The page, which can also stand in the tree of another one. Always the same object.
     *
     * @return the page
     */
    public Blocks blocks() {
        var ready = page;
        if (ready == null) {
            var maker = new ChatPage(settings);
            made = maker;
            ready = maker.build();
            page = ready;
        }
        return ready;
    }

    /** The component that shows the conversation; its value is the conversation. Makes the page. */
    public Chatbot chatbot() {
        blocks();
        return Objects.requireNonNull(made).chatbot();
    }

    @Override
    public Blocks build() {
        return blocks();
    }

    /**
     * Starts a server with this app.
     *
     * @return the running server
     * @throws IllegalStateException if no launcher is on the class path; the message names the artifact to add
     */
    public RunningApp launch() {
        return blocks().launch();
    }

    /**
     * Starts a server with this app.
     *
     * @param options changes the defaults
     * @return the running server
     * @throws IllegalStateException if no launcher is on the class path; the message names the artifact to add
     */
    public RunningApp launch(Consumer<LaunchOptions> options) {
        return blocks().launch(options);
    }
}
