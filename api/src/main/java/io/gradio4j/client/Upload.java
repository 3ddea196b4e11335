package io.gradio4j.client;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * A file to send as an argument. A {@link Path}, {@link File}, {@link InputStream} or byte array does as well; here the name is the
 * caller's choice, from whose ending apps tell the kind. The content is sent in pieces and never held in memory as a whole.
 */
public final class Upload {

    private static final String NAMELESS = "blob";

    private final String name;
    private final Supplier<BodyPublisher> content;
    private final OptionalLong size;

    private Upload(String name, Supplier<BodyPublisher> content, OptionalLong size) {
        this.name = name;
        this.content = content;
        this.size = size;
    }

    /**
     * A file of this machine.
     *
     * @param file where it is
     * @return the file under its own name
     * @throws IllegalArgumentException if there is no such file
     */
    public static Upload of(Path file) {
        var name = file.getFileName();
        return of(name == null ? NAMELESS : name.toString(), file);
    }

    /**
     * A file of this machine under another name.
     *
     * @param name the name for the app
     * @param file where it is
     * @return the file
     * @throws IllegalArgumentException if there is no such file
     */
    public static Upload of(String name, Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException("there is no file '" + file + "' to upload");
        }
        return new Upload(name, () -> publisher(file), OptionalLong.of(file.toFile().length()));
    }

    private static BodyPublisher publisher(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (FileNotFoundException e) {
            throw new IllegalArgumentException("there is no file '" + file + "' to upload", e);
        }
    }

    /**
     * The rest of a stream. It can be sent once, and is closed then.
     *
     * @param name the name for the app
     * @param content the bytes
     * @return the file
     */
    public static Upload of(String name, InputStream content) {
        return new Upload(name, () -> BodyPublishers.ofInputStream(() -> content), OptionalLong.empty());
    }

    /**
     * Bytes in memory.
     *
     * @param name the name for the app
     * @param content the bytes
     * @return the file
     */
    public static Upload of(String name, byte[] content) {
        return new Upload(name, () -> BodyPublishers.ofByteArray(content), OptionalLong.of(content.length));
    }

    static Upload nameless(InputStream content) {
        return of(NAMELESS, content);
    }

    static Upload nameless(byte[] content) {
        return of(NAMELESS, new ByteArrayInputStream(content));
    }

    String name() {
        return name;
    }

    BodyPublisher content() {
        return content.get();
    }

    OptionalLong size() {
        return size;
    }
}
