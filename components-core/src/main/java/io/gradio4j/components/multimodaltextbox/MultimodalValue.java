package io.gradio4j.components.multimodaltextbox;

import java.nio.file.Path;
import java.util.List;

/**
 * Text with files. Immutable.
 *
 * @param text the text; may be empty
 * @param files the files on this server's disk, to be read only
 */
public record MultimodalValue(String text, List<Path> files) {

    /** Copies the list. */
    public MultimodalValue {
        files = List.copyOf(files);
    }

    /**
     * Text without files.
     *
     * @param text the text
     */
    public MultimodalValue(String text) {
        this(text, List.of());
    }
}
