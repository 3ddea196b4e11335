package io.gradio4j.testing;

import io.gradio4j.Conversion;
import io.gradio4j.FileData;
import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A conversion that nobody may ask for help; a test overrides what its component may. */
public class NoConversion implements Conversion {

    /** Refuses everything. */
    public NoConversion() {
    }

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
        throw new UnsupportedOperationException();
    }

    @Override
    public FileData publish(Path file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileData publish(byte[] content, String name) {
        throw new UnsupportedOperationException();
    }
}
