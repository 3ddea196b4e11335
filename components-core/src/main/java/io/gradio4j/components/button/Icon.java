package io.gradio4j.components.button;

import io.gradio4j.FileData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;

/** Pictures on buttons, as the property {@code icon} keeps them. */
public final class Icon {

    private Icon() {
    }

    /**
     * A picture that browsers load by themselves.
     *
     * @param image an absolute or relative URL, or one with the picture in it
     * @return the property
     */
    public static FileData at(URI image) {
        return new FileData(image.toString(), image.toString(), null, null, null, false);
    }

    /**
     * A picture of the server.
     *
     * @param image a file that may leave the server
     * @return the property: the file itself, or an SVG image with all that is in it, which would be served as a download
     */
    public static Object of(Path image) {
        try {
            return image.toString().toLowerCase(Locale.ROOT).endsWith(".svg") ? svg(Files.readAllBytes(image)) : image;
        } catch (IOException e) {
            throw new UncheckedIOException("The icon " + image + " cannot be read", e);
        }
    }

    /** A picture of this package. */
    static FileData of(String name) {
        try (var in = Objects.requireNonNull(Icon.class.getResourceAsStream(name), name)) {
            return svg(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    private static FileData svg(byte[] content) {
        return at(URI.create("data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(content)));
    }
}
