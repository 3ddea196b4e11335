package io.gradio4j.components;

import io.gradio4j.FileData;
import io.gradio4j.testing.NoConversion;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts properties and files as a runtime does, without a cache: a file's name on the wire is its path. */
public final class Converting extends NoConversion {

    @Override
    public JsonValue toJson(@Nullable Object value) {
        return switch (value) {
            case null -> JsonValue.NULL;
            case JsonValue json -> json;
            case String text -> JSON.createValue(text);
            case Boolean bool -> bool ? JsonValue.TRUE : JsonValue.FALSE;
            case Integer number -> JSON.createValue(number);
            case Number number -> JSON.createValue(number.doubleValue());
            case Enum<?> constant -> JSON.createValue(constant.name().toLowerCase(Locale.ROOT));
            case Path path -> publish(path).json();
            case FileData file -> file.json();
            case Map<?, ?> map -> {
                var object = JSON.createObjectBuilder();
                map.forEach((key, item) -> object.add(String.valueOf(key), toJson(item)));
                yield object.build();
            }
            case Collection<?> items -> {
                var array = JSON.createArrayBuilder();
                items.forEach(item -> array.add(toJson(item)));
                yield array.build();
            }
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        };
    }

    @Override
    public Path file(FileData file) {
        return Path.of(file.path());
    }

    @Override
    public FileData publish(Path file) {
        return new FileData(file.toString(), "/gradio_api/file=" + file, 1L, String.valueOf(file.getFileName()), null, false);
    }

    @Override
    public FileData publish(byte[] content, String name) {
        return new FileData(name, "/gradio_api/file=" + name, (long) content.length, name, null, false);
    }
}
