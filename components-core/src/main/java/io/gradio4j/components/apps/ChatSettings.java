package io.gradio4j.components.apps;

import io.gradio4j.ApiVisibility;
import io.gradio4j.Blocks;
import io.gradio4j.Component;
import io.gradio4j.I18n;
import io.gradio4j.LikeData;
import io.gradio4j.ShowProgress;
import io.gradio4j.Value;
import io.gradio4j.components.chatbot.ChatExample;
import io.gradio4j.components.chatbot.ChatMessage;
import io.gradio4j.components.chatbot.Chatbot;
import io.gradio4j.components.flagging.ChatCsvLogger;
import io.gradio4j.components.flagging.FlaggingMode;
import io.gradio4j.components.multimodaltextbox.MultimodalTextbox;
import io.gradio4j.components.multimodaltextbox.MultimodalValue;
import io.gradio4j.components.textbox.Textbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All that was said of a {@link ChatInterface}. */
final class ChatSettings {

    final ChatFunction function;
    final boolean streams;
    final boolean multimodal;
    @Nullable Chatbot chatbot;
    @Nullable Textbox textbox;
    @Nullable MultimodalTextbox multimodalTextbox;
    final List<Value<?>> additionalInputs = new ArrayList<>();
    final List<Component<?, ?>> additionalOutputs = new ArrayList<>();
    String accordionLabel = words("additional_inputs");
    boolean accordionOpen;
    boolean placesInputs = true;
    boolean editable;
    boolean saveHistory;
    final List<ChatExample> examples = new ArrayList<>();
    final List<ChatRow> rows = new ArrayList<>();
    boolean runExamplesOnClick = true;
    @Nullable Boolean cacheExamples;
    @Nullable CacheMode cacheMode;
    @Nullable String title;
    @Nullable String description;
    List<String> flaggingOptions = List.of("Like", "Dislike");
    @Nullable BiConsumer<LikeData, List<ChatMessage>> flagging;
    @Nullable FlaggingMode flaggingMode;
    Path flaggingDir = Path.of(".gradio", "flagged");
    boolean autofocus = true;
    boolean autoscroll = true;
    Object submitBtn = true;
    Object stopBtn = true;
    OptionalInt concurrencyLimit = OptionalInt.empty();
    ShowProgress showProgress = ShowProgress.MINIMAL;
    boolean fillHeight = true;
    boolean fillWidth;
    String apiName = "chat";
    @Nullable String apiDescription;
    ApiVisibility apiVisibility = ApiVisibility.PUBLIC;
    @Nullable Predicate<String> validator;
    String invalid = "";
    Consumer<Blocks> page = blocks -> {
    };

    /**
     * Nothing was said yet.
     *
     * @param streams whether an answer may come in several states
     */
    ChatSettings(ChatFunction function, boolean streams, boolean multimodal) {
        this.function = function;
        this.streams = streams;
        this.multimodal = multimodal;
    }

    /** A text of the page about chats, in each reader's language. */
    static String words(String key) {
        return new I18n().text("chat_interface." + key);
    }

    /** What becomes of marks; empty when none are wanted. */
    Optional<BiConsumer<LikeData, List<ChatMessage>>> flags() {
        var mode = flaggingMode != null ? flaggingMode : flagging != null ? FlaggingMode.MANUAL
                : FlaggingMode.valueOf(Optional.ofNullable(System.getProperty("GRADIO_CHAT_FLAGGING_MODE", System.getenv("GRADIO_CHAT_FLAGGING_MODE")))
                        .orElse("never").toUpperCase(Locale.ROOT));
        return switch (mode) {
            case NEVER -> Optional.empty();
            case MANUAL -> Optional.of(flagging != null ? flagging : new ChatCsvLogger(flaggingDir)::flag);
            case AUTO -> throw new IllegalArgumentException("A chat is flagged by hand or never: the mode AUTO is for an Interface");
        };
    }

    /**
     * An example with values of the additional inputs.
     *
     * @param message what the person says
     * @param values one for each additional input; {@code null} leaves it as it is
     */
    record ChatRow(MultimodalValue message, List<@Nullable Object> values) {
    }

    /** What a field of the app's own says of its buttons counts. */
    void takeButtonsOf(Component<?, ?> field) {
        submitBtn = field.properties().getOrDefault("submit_btn", submitBtn);
        stopBtn = field.properties().getOrDefault("stop_btn", stopBtn);
    }

    /** Sets a button that is shown or not, or has a caption. */
    void submit(Consumer<Boolean> shown, Consumer<String> caption) {
        if (submitBtn instanceof String text) {
            caption.accept(text);
        } else {
            shown.accept((Boolean) submitBtn);
        }
    }
}
