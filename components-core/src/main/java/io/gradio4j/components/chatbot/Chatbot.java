package io.gradio4j.components.chatbot;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.FileData;
import io.gradio4j.HasChange;
import io.gradio4j.HasClear;
import io.gradio4j.HasCopy;
import io.gradio4j.HasEdit;
import io.gradio4j.HasExampleSelect;
import io.gradio4j.HasGrowingText;
import io.gradio4j.HasLike;
import io.gradio4j.HasOptionSelect;
import io.gradio4j.HasRetry;
import io.gradio4j.HasSelect;
import io.gradio4j.HasUndo;
import io.gradio4j.Schema;
import io.gradio4j.ToolbarItem;
import io.gradio4j.components.markdown.LatexDelimiter;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A conversation: messages with formatted text, files and components, thoughts that can be folded, and answers to choose from.
 *
 * <p>What a person may do with messages follows from the listeners: with {@link #onRetry}, {@link #onUndo}, {@link #onLike} or
 * {@link #onEdit} the messages have the buttons for it. A handler that streams a long answer sends only its pieces:
 *
 * {@snippet :
 * ask.onSubmit().inputs(ask, chatbot).outputs(chatbot).emit((question, history, out) -> {
 *     history.add(ChatMessage.user(question));
 *     history.add(ChatMessage.assistant(""));
 *     out.next(history);
 *     for (var token : model.tokens(history)) {
 *         out.append(token);
 *     }
 * });
 * }
 *
 * <p>The list that a handler gets is its own: it may change it.
 */
public final class Chatbot extends Component<List<ChatMessage>, Chatbot> implements HasChange, HasSelect, HasLike, HasRetry, HasUndo,
        HasExampleSelect, HasOptionSelect, HasClear, HasCopy, HasEdit, HasGrowingText {

    private static final Defaults DEFAULTS = Defaults.of("_undoable", false, "_retryable", false, "likeable", false, "value", List.of(),
            "label", null, "show_label", true, "container", true, "scale", null, "min_width", 160, "visible", true, "elem_id", null,
            "elem_classes", List.of(), "autoscroll", true, "key", null, "preserved_by_key", List.of("value"), "height", 400, "resizable",
            false, "max_height", null, "min_height", null, "editable", null, "latex_delimiters",
            LatexDelimiter.json(new LatexDelimiter("$$", "$$", true)), "rtl", false, "buttons", List.of("share", "copy", "copy_all"),
            "watermark", null, "avatar_images", Arrays.asList(null, null), "sanitize_html", true, "render_markdown", true,
            "feedback_options", List.of("Like", "Dislike"), "feedback_value", null, "line_breaks", true, "layout", null, "placeholder",
            null, "examples", null, "allow_file_downloads", true, "group_consecutive_messages", true, "allow_tags", true, "reasoning_tags",
            null, "like_user_message", false);

    /** Makes a conversation without messages; it says "Chatbot". */
    public Chatbot() {
        super("chatbot");
    }

    /**
     * Makes a conversation without messages.
     *
     * @param label the text in its corner
     */
    public Chatbot(String label) {
        this();
        label(label);
    }

    @Override
    protected List<ChatMessage> preprocess(JsonValue payload, Conversion conversion) {
        if (payload == JsonValue.NULL) {
            return new ArrayList<>();
        }
        if (!(payload instanceof JsonArray messages)) {
            throw expected("a list of messages", payload);
        }
        var reader = new MessageReader(conversion);
        var read = new ArrayList<ChatMessage>(messages.size());
        for (var message : messages) {
            try {
                read.add(reader.read(message));
            } catch (MessageReader.BadMessageException e) {
                throw expected("a list of messages (" + e.getMessage() + ")", payload);
            }
        }
        return read;
    }

    @Override
    protected JsonValue postprocess(List<ChatMessage> value, Conversion conversion) {
        var writer = new MessageJson(conversion);
        var tags = reasoning();
        var json = Conversion.JSON.createArrayBuilder();
        value.stream().filter(message -> !message.content().isEmpty()).flatMap(message -> ReasoningTag.split(message, tags).stream())
                .forEach(message -> json.add(writer.write(message)));
        return json.build();
    }

    private List<ReasoningTag> reasoning() {
        return property("reasoning_tags").orElse(List.of()) instanceof List<?> pairs
                ? pairs.stream().map(pair -> new ReasoningTag((String) ((List<?>) pair).getFirst(), (String) ((List<?>) pair).getLast())).toList()
                : List.of();
    }

    @Override
    public Optional<List<Object>> growingText(JsonValue value) {
        if (value instanceof JsonArray messages && !messages.isEmpty() && messages.getLast() instanceof JsonObject message
                && message.get("content") instanceof JsonArray parts && !parts.isEmpty() && parts.getLast() instanceof JsonObject part
                && part.get("text") instanceof JsonString) {
            return Optional.of(List.of(messages.size() - 1, "content", parts.size() - 1, "text"));
        }
        return Optional.empty();
    }

    @Override
    public JsonValue emptyPayload() {
        return JsonValue.EMPTY_JSON_ARRAY;
    }

    @Override
    public Schema schema() {
        return ChatSchema.INSTANCE;
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    @Override
    protected boolean embedsComponents() {
        return true;
    }

    @Override
    protected Map<String, Object> whenListened(String event) {
        return switch (event) {
            case "undo" -> Map.of("_undoable", true);
            case "retry" -> Map.of("_retryable", true);
            case "like" -> Map.of("likeable", true);
            case "edit" -> Map.of("editable", Editable.USER);
            default -> Map.of();
        };
    }

    /**
     * The first messages.
     *
     * @param messages default: none
     * @return this component
     */
    public Chatbot value(ChatMessage... messages) {
        return value(List.of(messages));
    }

    /**
     * How high it is; more messages scroll.
     *
     * @param pixels default: 400 pixels
     * @return this component
     */
    public Chatbot height(int pixels) {
        return set("height", pixels);
    }

    /**
     * How high it is; more messages scroll.
     *
     * @param height any CSS length; default: 400 pixels
     * @return this component
     */
    public Chatbot height(String height) {
        return set("height", height);
    }

    /**
     * How high it may be; it is lower while it has less to show. Without effect where {@link #height(int) height} is less.
     *
     * @param pixels default: none
     * @return this component
     */
    public Chatbot maxHeight(int pixels) {
        return set("max_height", pixels);
    }

    /**
     * How high it may be; it is lower while it has less to show. Without effect where {@link #height(int) height} is less.
     *
     * @param height any CSS length; default: none
     * @return this component
     */
    public Chatbot maxHeight(String height) {
        return set("max_height", height);
    }

    /**
     * How high it is at least. Without effect where {@link #height(int) height} is more.
     *
     * @param pixels default: none
     * @return this component
     */
    public Chatbot minHeight(int pixels) {
        return set("min_height", pixels);
    }

    /**
     * How high it is at least. Without effect where {@link #height(int) height} is more.
     *
     * @param height any CSS length; default: none
     * @return this component
     */
    public Chatbot minHeight(String height) {
        return set("min_height", height);
    }

    /**
     * Whether it scrolls to new messages, unless the person has scrolled up.
     *
     * @param scroll default: true
     * @return this component
     */
    public Chatbot autoscroll(boolean scroll) {
        return set("autoscroll", scroll);
    }

    /**
     * Whether a person may drag its lower end.
     *
     * @param resizable default: false
     * @return this component
     */
    public Chatbot resizable(boolean resizable) {
        return set("resizable", resizable);
    }

    /**
     * Whether messages are written from right to left.
     *
     * @param rtl default: false
     * @return this component
     */
    public Chatbot rtl(boolean rtl) {
        return set("rtl", rtl);
    }

    /**
     * Whether HTML in messages is cleaned of all that is not plain formatting.
     *
     * @param sanitize default: true; with false, forms, frames and styles are kept, but still nothing runs
     * @return this component
     */
    public Chatbot sanitizeHtml(boolean sanitize) {
        return set("sanitize_html", sanitize);
    }

    /**
     * Whether messages are Markdown.
     *
     * @param render default: true; with false they are shown as they are
     * @return this component
     */
    public Chatbot renderMarkdown(boolean render) {
        return set("render_markdown", render);
    }

    /**
     * Whether a single line break in a message is one on the page.
     *
     * @param breaks default: true
     * @return this component
     */
    public Chatbot lineBreaks(boolean breaks) {
        return set("line_breaks", breaks);
    }

    /**
     * Whether pictures, sounds and films can be downloaded by a button below the message.
     *
     * @param allow default: true
     * @return this component
     */
    public Chatbot allowFileDownloads(boolean allow) {
        return set("allow_file_downloads", allow);
    }

    /**
     * Whether messages of the same side that follow each other share a bubble.
     *
     * @param group default: true
     * @return this component
     */
    public Chatbot groupConsecutiveMessages(boolean group) {
        return set("group_consecutive_messages", group);
    }

    /**
     * Whether a person can like their own messages too, where {@link #onLike} has a listener.
     *
     * @param like default: false
     * @return this component
     */
    public Chatbot likeUserMessage(boolean like) {
        return set("like_user_message", like);
    }

    /**
     * Whose texts a person may edit, see {@link #onEdit}.
     *
     * @param editable default: nobody's, or their own where {@link #onEdit} has a listener
     * @return this component
     */
    public Chatbot editable(Editable editable) {
        return set("editable", editable);
    }

    /**
     * What stands around a formula.
     *
     * @param delimiters none for no formulas; default: {@code $$} on both sides, for formulas on lines of their own
     * @return this component
     */
    public Chatbot latexDelimiters(LatexDelimiter... delimiters) {
        return set("latex_delimiters", LatexDelimiter.json(delimiters));
    }

    /**
     * The toolbar and the buttons of messages: {@link io.gradio4j.ToolbarButton#SHARE SHARE}, {@code COPY} (each message),
     * {@code COPY_ALL} (the conversation), and buttons of the app's own.
     *
     * @param buttons default: all three
     * @return this component
     */
    public Chatbot buttons(ToolbarItem... buttons) {
        return set("buttons", ToolbarItem.toProperty(buttons));
    }

    /**
     * What is added to texts that are copied.
     *
     * @param watermark default: nothing
     * @return this component
     */
    public Chatbot watermark(String watermark) {
        return set("watermark", watermark);
    }

    /**
     * Pictures beside the messages, of this server's disk.
     *
     * @param user the person's; {@code null} for none
     * @param assistant the app's; {@code null} for none
     * @return this component
     */
    public Chatbot avatarImages(@Nullable Path user, @Nullable Path assistant) {
        return avatars(user, assistant);
    }

    /**
     * Pictures beside the messages, from elsewhere.
     *
     * @param user the person's, {@code http} or {@code https}; {@code null} for none
     * @param assistant the app's; {@code null} for none
     * @return this component
     */
    public Chatbot avatarImages(@Nullable URI user, @Nullable URI assistant) {
        return avatars(user == null ? null : FileData.remote(user), assistant == null ? null : FileData.remote(assistant));
    }

    private Chatbot avatars(@Nullable Object user, @Nullable Object assistant) {
        return set("avatar_images", Collections.unmodifiableList(Arrays.asList(user, assistant)));
    }

    /**
     * The marks that a person may give, where {@link #onLike} has a listener. {@code Like} and {@code Dislike} are thumbs, all others
     * stand in a menu.
     *
     * @param options default: {@code Like} and {@code Dislike}
     * @return this component
     */
    public Chatbot feedbackOptions(String... options) {
        return set("feedback_options", List.of(options));
    }

    /**
     * The marks that the answers have: one for each group of the app's messages, in order.
     *
     * @param marks one of the {@link #feedbackOptions}, or {@code null} for none; default: none
     * @return this component
     */
    public Chatbot feedbackValue(@Nullable String... marks) {
        return set("feedback_value", Collections.unmodifiableList(Arrays.asList(marks.clone())));
    }

    /**
     * How messages are arranged.
     *
     * @param layout default: {@link ChatLayout#BUBBLE}
     * @return this component
     */
    public Chatbot layout(ChatLayout layout) {
        return set("layout", layout);
    }

    /**
     * What stands there while it is empty.
     *
     * @param markdown default: nothing
     * @return this component
     */
    public Chatbot placeholder(String markdown) {
        return set("placeholder", markdown);
    }

    /**
     * What to begin with, offered while it is empty, see {@link #onExampleSelect}.
     *
     * @param examples default: nothing
     * @return this component
     */
    public Chatbot examples(ChatExample... examples) {
        return set("examples", Stream.of(examples).map(ChatExample::property).toList());
    }

    /**
     * What to begin with, offered while it is empty, see {@link #onExampleSelect}.
     *
     * @param texts default: nothing
     * @return this component
     */
    public Chatbot examples(String... texts) {
        return examples(Stream.of(texts).map(ChatExample::new).toArray(ChatExample[]::new));
    }

    /**
     * Whether tags that HTML does not know, such as {@code <thinking>}, are shown as text.
     *
     * @param show default: true; with false they are taken away
     * @return this component
     */
    public Chatbot allowTags(boolean show) {
        return set("allow_tags", show);
    }

    /**
     * Which tags that HTML does not know are shown as text; all others are taken away.
     *
     * @param tags names without brackets; default: all
     * @return this component
     */
    public Chatbot allowTags(String... tags) {
        return set("allow_tags", List.of(tags));
    }

    /**
     * What models write around their thinking: it becomes thoughts with the title "Reasoning". A text with such tags changes as a whole,
     * so {@link io.gradio4j.Sink#next next} has to be used for it, not {@code append}.
     *
     * @param tags default: none
     * @return this component
     */
    public Chatbot reasoningTags(ReasoningTag... tags) {
        return set("reasoning_tags", Stream.of(tags).map(tag -> List.of(tag.open(), tag.close())).toList());
    }
}
