package io.gradio4j.components.chatbot;

import io.gradio4j.Component;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One message of a conversation: who says it, and its parts. Immutable.
 *
 * {@snippet :
 * ChatMessage.assistant("It will be **sunny**.").options("Tomorrow?", "Thanks");
 * ChatMessage.assistant("22 °C in Paris").title("Used the tool Weather").duration(Duration.ofMillis(300)).done();
 * }
 *
 * @param role who says it
 * @param content its parts, shown below each other
 * @param metadata what is said about it; with a title it is a thought
 * @param options answers that it offers
 */
public record ChatMessage(Role role, List<Content> content, Metadata metadata, List<ChatOption> options) {

    /** Copies the lists. */
    public ChatMessage {
        content = List.copyOf(content);
        options = List.copyOf(options);
    }

    /**
     * A message of some parts.
     *
     * @param role who says it
     * @param content its parts
     * @return the message
     */
    public static ChatMessage of(Role role, Content... content) {
        return new ChatMessage(role, List.of(content), Metadata.NONE, List.of());
    }

    /**
     * What the person says.
     *
     * @param markdown the text
     * @return the message
     */
    public static ChatMessage user(String markdown) {
        return of(Role.USER, Content.text(markdown));
    }

    /**
     * What the app says.
     *
     * @param markdown the text
     * @return the message
     */
    public static ChatMessage assistant(String markdown) {
        return of(Role.ASSISTANT, Content.text(markdown));
    }

    /**
     * A file of this server that the app shows.
     *
     * @param file a picture, sound or film is shown, anything else is offered to be downloaded
     * @return the message
     */
    public static ChatMessage assistant(Path file) {
        return of(Role.ASSISTANT, Content.file(file));
    }

    /**
     * A file elsewhere that the app shows.
     *
     * @param file an {@code http} or {@code https} URL
     * @return the message
     */
    public static ChatMessage assistant(URI file) {
        return of(Role.ASSISTANT, Content.file(file));
    }

    /**
     * A component that the app shows.
     *
     * @param component with its value; it must stand in no tree
     * @return the message
     */
    public static ChatMessage assistant(Component<?, ?> component) {
        return of(Role.ASSISTANT, Content.component(component));
    }

    /**
     * What the app's author tells the model; it is not shown.
     *
     * @param text the text
     * @return the message
     */
    public static ChatMessage system(String text) {
        return of(Role.SYSTEM, Content.text(text));
    }

    /** All its text; empty when it has none. */
    public String text() {
        return content.stream().flatMap(part -> part instanceof Content.Text t ? Stream.of(t.text()) : Stream.empty())
                .collect(Collectors.joining("\n"));
    }

    /** Its files that are on this server's disk. */
    public List<Path> files() {
        return content.stream().flatMap(part -> part instanceof Content.Local file ? Stream.of(file.path()) : Stream.empty()).toList();
    }

    /**
     * The same message with one more part.
     *
     * @param part the part
     * @return the message
     */
    public ChatMessage and(Content part) {
        return new ChatMessage(role, Stream.concat(content.stream(), Stream.of(part)).toList(), metadata, options);
    }

    /**
     * The same message with other parts.
     *
     * @param content all its parts
     * @return the message
     */
    public ChatMessage content(Content... content) {
        return new ChatMessage(role, List.of(content), metadata, options);
    }

    /**
     * The same message of somebody else.
     *
     * @param role who says it
     * @return the message
     */
    public ChatMessage role(Role role) {
        return new ChatMessage(role, content, metadata, options);
    }

    /**
     * The same message as a thought: in a box that can be folded.
     *
     * @param markdown the heading of the box
     * @return the message
     */
    public ChatMessage title(String markdown) {
        return with(new Metadata(markdown, metadata.id(), metadata.parentId(), metadata.log(), metadata.duration(), metadata.status()));
    }

    /**
     * The same message under a name, so that other thoughts can be put into this one.
     *
     * @param id unique in the conversation
     * @return the message
     */
    public ChatMessage id(String id) {
        return with(new Metadata(metadata.title(), id, metadata.parentId(), metadata.log(), metadata.duration(), metadata.status()));
    }

    /**
     * The same message within another thought.
     *
     * @param parentId the {@linkplain #id name} of a thought that comes earlier
     * @return the message
     */
    public ChatMessage parentId(String parentId) {
        return with(new Metadata(metadata.title(), metadata.id(), parentId, metadata.log(), metadata.duration(), metadata.status()));
    }

    /**
     * The same message with small text after the title.
     *
     * @param log the text
     * @return the message
     */
    public ChatMessage log(String log) {
        return with(new Metadata(metadata.title(), metadata.id(), metadata.parentId(), log, metadata.duration(), metadata.status()));
    }

    /**
     * The same message with the time it took after the title.
     *
     * @param duration the time
     * @return the message
     */
    public ChatMessage duration(Duration duration) {
        return with(new Metadata(metadata.title(), metadata.id(), metadata.parentId(), metadata.log(), duration, metadata.status()));
    }

    /** The same thought as one that goes on: something turns beside the title. */
    public ChatMessage pending() {
        return status(Metadata.Status.PENDING);
    }

    /** The same thought as one that is over: its box is folded. */
    public ChatMessage done() {
        return status(Metadata.Status.DONE);
    }

    private ChatMessage status(Metadata.Status status) {
        return with(new Metadata(metadata.title(), metadata.id(), metadata.parentId(), metadata.log(), metadata.duration(), status));
    }

    private ChatMessage with(Metadata other) {
        return new ChatMessage(role, content, other, options);
    }

    /**
     * The same message with answers that it offers.
     *
     * @param values what the buttons say and the event {@code option_select} carries
     * @return the message
     */
    public ChatMessage options(String... values) {
        return options(Stream.of(values).map(ChatOption::new).toArray(ChatOption[]::new));
    }

    /**
     * The same message with answers that it offers.
     *
     * @param options the answers
     * @return the message
     */
    public ChatMessage options(ChatOption... options) {
        return new ChatMessage(role, content, metadata, List.of(options));
    }
}
