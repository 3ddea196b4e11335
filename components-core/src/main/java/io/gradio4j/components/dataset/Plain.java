package io.gradio4j.components.dataset;

import io.gradio4j.BlockAccess;
import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.FileData;
import io.gradio4j.ValidationException;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sample values that are written in a simpler way than handlers see them: numbers of any kind, and texts of a file. */
public final class Plain {

    private static final Conversion NO_FILES = new Conversion() {
        @Override
        public JsonValue toJson(@Nullable Object value) {
            throw new ValidationException("not before the app has started");
        }

        @Override
        public <T> T fromJson(JsonValue json, Type type) {
            throw new ValidationException("not before the app has started");
        }

        @Override
        public Path file(FileData file) {
            throw new ValidationException("a sample names a file by its path");
        }

        @Override
        public FileData publish(Path file) {
            throw new ValidationException("a sample names a file by its path");
        }

        @Override
        public FileData publish(byte[] content, String name) {
            throw new ValidationException("a sample names a file by its path");
        }
    };

    private Plain() {
    }

    /**
     * A sample value as a component's handlers see it.
     *
     * @param component whose value it is
     * @param value a number of any class becomes what the component makes of numbers; anything else stays as it is
     * @return the value
     * @throws IllegalArgumentException if it is a number that is no value of the component; the message names both
     */
    public static @Nullable Object value(Component<?, ?> component, @Nullable Object value) {
        if (!(value instanceof Number number)) {
            return value;
        }
        try {
            return BlockAccess.preprocess(component, Conversion.JSON.createValue(new BigDecimal(number.toString())), NO_FILES);
        } catch (ValidationException e) {
            throw new IllegalArgumentException("The sample " + number + " is no value of " + component.describe() + ": " + e.getMessage(), e);
        }
    }

    /**
     * What a text says, as a component's handlers see it: the text itself, or the JSON it is.
     *
     * @param component whose value it is
     * @param text from a file
     * @return the value
     * @throws ValidationException if it is no value of the component, neither as text nor as JSON
     */
    public static @Nullable Object parse(Component<?, ?> component, String text) {
        try {
            return BlockAccess.preprocess(component, Conversion.JSON.createValue(text), NO_FILES);
        } catch (ValidationException refused) {
            return BlockAccess.preprocess(component, json(text).orElseThrow(() -> refused), NO_FILES);
        }
    }

    private static Optional<JsonValue> json(String text) {
        try (var reader = Json.createReader(new StringReader("[" + text + "]"))) {
            var values = reader.readArray();
            return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
        } catch (JsonException e) {
            return Optional.empty();
        }
    }
}
