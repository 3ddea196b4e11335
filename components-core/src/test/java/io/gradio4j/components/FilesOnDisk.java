package io.gradio4j.components;

import io.gradio4j.Conversion;
import io.gradio4j.FileData;
import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Files whose opaque names are their places in a folder. */
public record FilesOnDisk(Path folder) implements Conversion {

    @Override
    public JsonValue toJson(@Nullable Object value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T fromJson(JsonValue json, Type type) {
        throw new UnsupportedOperationException();
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
