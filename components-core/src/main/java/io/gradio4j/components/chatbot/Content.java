package io.gradio4j.components.chatbot;

import io.gradio4j.Component;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One part of a message: text, a file, or a component. */
public sealed interface Content {

    /**
     * Text in Markdown.
     *
     * @param text the text
     */
    record Text(String text) implements Content {
    }

    /**
     * A file of this server's disk: a picture, sound or film is shown, anything else is offered to be downloaded.
     *
     * @param path the file
     * @param altText what it shows, for who cannot see it; {@code null} for nothing
     */
    record Local(Path path, @Nullable String altText) implements Content {
    }

    /**
     * A file elsewhere, which browsers load from there.
     *
     * @param url an {@code http} or {@code https} URL
     * @param altText what it shows, for who cannot see it; {@code null} for nothing
     * @throws IllegalArgumentException if the URL has another scheme
     */
    record Remote(URI url, @Nullable String altText) implements Content {

        /** Checks the scheme. */
        public Remote {
            var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https")) {
                throw new IllegalArgumentException("A file elsewhere needs an http or https URL, not " + url);
            }
        }
    }

    /**
     * A component with its value, which stands in no tree.
     *
     * @param component what is shown
     */
    record Embedded(Component<?, ?> component) implements Content {
    }

    /**
     * A component that the page shows already, as a client sent it back.
     *
     * @param json its name, value and properties
     */
    record Shown(JsonObject json) implements Content {
    }

    /**
     * Text in Markdown.
     *
     * @param text the text
     * @return the part
     */
    static Content text(String text) {
        return new Text(text);
    }

    /**
     * A file of this server's disk.
     *
     * @param path the file
     * @return the part
     */
    static Content file(Path path) {
        return new Local(path, null);
    }

    /**
     * A file elsewhere, which browsers load from there.
     *
     * @param url an {@code http} or {@code https} URL
     * @return the part
     */
    static Content file(URI url) {
        return new Remote(url, null);
    }

    /**
     * A component with its value.
     *
     * @param component it must stand in no tree
     * @return the part
     */
    static Content component(Component<?, ?> component) {
        return new Embedded(component);
    }
}
