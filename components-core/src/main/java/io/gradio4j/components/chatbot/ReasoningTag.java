package io.gradio4j.components.chatbot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a model writes around its thinking, such as {@code <think>} and {@code </think>}.
 *
 * @param open before it
 * @param close after it
 */
public record ReasoningTag(String open, String close) {

    /**
     * Checks the tags.
     *
     * @throws IllegalArgumentException if one is empty
     */
    public ReasoningTag {
        if (open.isEmpty() || close.isEmpty()) {
            throw new IllegalArgumentException("A reasoning tag must not be empty: \"" + open + "\", \"" + close + "\"");
        }
    }

    /** A message in which the thinking of its texts became thoughts of their own; what is no text comes last. */
    static List<ChatMessage> split(ChatMessage message, List<ReasoningTag> tags) {
        if (tags.isEmpty() || message.content().stream().noneMatch(part -> part instanceof Content.Text text
                && tags.stream().anyMatch(tag -> text.text().contains(tag.open)))) {
            return List.of(message);
        }
        var split = new ArrayList<ChatMessage>();
        var others = new ArrayList<Content>();
        for (var part : message.content()) {
            if (part instanceof Content.Text(String text)) {
                split(message, text, tags, split);
            } else {
                others.add(part);
            }
        }
        if (!others.isEmpty()) {
            split.add(message.content(others.toArray(Content[]::new)));
        }
        return split;
    }

    private static void split(ChatMessage message, String text, List<ReasoningTag> tags, List<ChatMessage> split) {
        var from = 0;
        while (from < text.length()) {
            var start = from;
            var next = tags.stream().filter(tag -> text.indexOf(tag.open, start) >= 0)
                    .min((a, b) -> Integer.compare(text.indexOf(a.open, start), text.indexOf(b.open, start)));
            var at = next.map(tag -> text.indexOf(tag.open, start)).orElse(text.length());
            prose(message, text.substring(from, at)).forEach(split::add);
            if (next.isEmpty()) {
                return;
            }
            var inside = at + next.get().open.length();
            var end = text.indexOf(next.get().close, inside);
            var thought = ChatMessage.of(message.role(), Content.text(text.substring(inside, end < 0 ? text.length() : end).strip()))
                    .title("Reasoning");
            split.add(end < 0 ? thought.pending() : thought.done());
            from = end < 0 ? text.length() : end + next.get().close.length();
        }
    }

    private static Stream<ChatMessage> prose(ChatMessage message, String text) {
        return text.isBlank() ? Stream.empty() : Stream.of(message.content(Content.text(text.strip())));
    }
}
