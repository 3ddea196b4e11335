package io.gradio4j.components.chatbot;

import io.gradio4j.FileData;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something to begin a conversation with, offered while it is empty. Immutable.
 *
 * @param text what the person would say
 * @param displayText what stands there instead of it; {@code null} for the text itself
 * @param icon the address of a picture: {@code http}, {@code https}, or {@code file} for one of this server's disk; {@code null} for none
 * @param files what comes with it
 */
public record ChatExample(String text, @Nullable String displayText, @Nullable URI icon, List<Path> files) {

    /** Copies the list. */
    public ChatExample {
        files = List.copyOf(files);
    }

    /**
     * An example that is a text.
     *
     * @param text what the person would say
     */
    public ChatExample(String text) {
        this(text, null, null, List.of());
    }

    /**
     * The same under another text.
     *
     * @param text what stands there
     * @return the example
     */
    public ChatExample displayText(String text) {
        return new ChatExample(this.text, text, icon, files);
    }

    /**
     * The same with a picture.
     *
     * @param image where the browser finds it: {@code http} or {@code https}
     * @return the example
     */
    public ChatExample icon(URI image) {
        return new ChatExample(text, displayText, image, files);
    }

    /**
     * The same with a picture of this server's disk.
     *
     * @param image a file of a picture
     * @return the example
     */
    public ChatExample icon(Path image) {
        return icon(image.toUri());
    }

    /**
     * The same with files.
     *
     * @param more files of this server's disk
     * @return the example
     */
    public ChatExample files(Path... more) {
        return new ChatExample(text, displayText, icon, Stream.concat(files.stream(), Stream.of(more)).toList());
    }

    /** As a property, whose files are published with the config. */
    Map<String, Object> property() {
        var property = new LinkedHashMap<String, Object>();
        property.put("text", text);
        if (displayText != null) {
            property.put("display_text", displayText);
        }
        if (icon != null) {
            property.put("icon", "file".equals(icon.getScheme()) ? Path.of(icon) : FileData.remote(icon));
        }
        if (!files.isEmpty()) {
            property.put("files", files);
        }
        return property;
    }
}
