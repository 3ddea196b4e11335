package io.gradio4j.components;

import io.gradio4j.FileData;
import io.gradio4j.testing.NoConversion;
import java.nio.file.Path;

/** Files whose opaque names are their places in a folder. */
public final class FilesOnDisk extends NoConversion {

    private final Path folder;

    /** Files of a folder. */
    public FilesOnDisk(Path folder) {
        this.folder = folder;
    }

    @Override
    public Path file(FileData file) {
        return folder.resolve(file.name());
    }

    @Override
    public FileData publish(Path file) {
        return new FileData(file.getFileName().toString(), null, null, null, null, false);
    }

    @Override
    public FileData publish(byte[] content, String name) {
        return new FileData(name + content.length, null, null, name, null, false);
    }

    /** A file as {@link #publish(Path)} gives it. */
    public static String json(String name) {
        return "{\"path\":\"" + name + "\",\"url\":null,\"size\":null,\"orig_name\":null,\"mime_type\":null,\"is_stream\":false,"
                + "\"meta\":{\"_type\":\"gradio.FileData\"}}";
    }
}
