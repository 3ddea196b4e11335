package io.gradio4j.components.chatbot;

import io.gradio4j.Conversion;
import io.gradio4j.FileData;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads messages that a client sent. */
final class MessageReader {

    private final Conversion conversion;

    MessageReader(Conversion conversion) {
        this.conversion = conversion;
    }

    /** Says what is wrong with a message; the caller knows which one it is. */
    static final class BadMessageException extends RuntimeException {
        private static final long serialVersionUID = 1;

        BadMessageException(String what) {
            super(what);
        }
    }

    ChatMessage read(JsonValue json) {
        var message = object(json, "a message");
        return new ChatMessage(constant(Role.values(), message, "role").orElseThrow(() -> new BadMessageException("a message needs a role")),
                content(message.getOrDefault("content", JsonValue.NULL)), metadata(message.getOrDefault("metadata", JsonValue.NULL)),
                options(message.getOrDefault("options", JsonValue.NULL)));
    }

    private List<Content> content(JsonValue json) {
        return switch (json) {
            case JsonString text -> List.of(Content.text(text.getString()));
            case JsonArray parts -> parts.stream().map(this::part).toList();
            case JsonObject part -> List.of(part(part));
            default -> throw new BadMessageException("a message needs content");
        };
    }

    private Content part(JsonValue json) {
        if (json instanceof JsonString text) {
            return Content.text(text.getString());
        }
        var part = object(json, "a part of a message");
        if (part.get("text") instanceof JsonString text) {
            return Content.text(text.getString());
        }
        if (part.containsKey("file")) {
            return file(FileData.from(part.get("file")), text(part, "alt_text"));
        }
        if (part.get("component") instanceof JsonString) {
            return new Content.Shown(part);
        }
        throw new BadMessageException("a part of a message is a text, a file or a component");
    }

    private Content file(FileData file, @Nullable String altText) {
        var place = file.path();
        if (!place.regionMatches(true, 0, "http://", 0, 7) && !place.regionMatches(true, 0, "https://", 0, 8)) {
            return new Content.Local(conversion.file(file), altText);
        }
        try {
            return new Content.Remote(URI.create(place), altText);
        } catch (IllegalArgumentException e) {
            throw new BadMessageException("the URL of a file is none");
        }
    }

    private static Metadata metadata(JsonValue json) {
        if (json == JsonValue.NULL) {
            return Metadata.NONE;
        }
        var metadata = object(json, "the metadata of a message");
        var duration = metadata.get("duration") instanceof JsonNumber seconds && Math.abs(seconds.doubleValue()) < 1e9
                ? Duration.ofNanos(Math.round(seconds.doubleValue() * 1e9)) : null;
        return new Metadata(text(metadata, "title"), text(metadata, "id"), text(metadata, "parent_id"), text(metadata, "log"), duration,
                constant(Metadata.Status.values(), metadata, "status").orElse(null));
    }

    private static List<ChatOption> options(JsonValue json) {
        if (json == JsonValue.NULL) {
            return List.of();
        }
        if (!(json instanceof JsonArray options)) {
            throw new BadMessageException("the options of a message are a list");
        }
        return options.stream().map(option -> {
            var object = object(option, "an option");
            var value = Optional.ofNullable(text(object, "value")).orElseThrow(() -> new BadMessageException("an option needs a value"));
            return new ChatOption(value, Optional.ofNullable(text(object, "label")).orElse(value));
        }).toList();
    }

    private static JsonObject object(JsonValue json, String what) {
        if (json instanceof JsonObject object) {
            return object;
        }
        throw new BadMessageException(what + " is an object");
    }

    /** A text; numbers are texts too, because Gradio's names of thoughts may be numbers. */
    private static @Nullable String text(JsonObject object, String field) {
        return switch (object.getOrDefault(field, JsonValue.NULL)) {
            case JsonString text -> text.getString();
            case JsonNumber number -> number.toString();
            case JsonValue none when none == JsonValue.NULL -> null;
            default -> throw new BadMessageException("the field " + field + " is a text");
        };
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] all, JsonObject object, String field) {
        var name = text(object, field);
        return name == null ? Optional.empty()
                : Optional.of(Stream.of(all).filter(constant -> MessageJson.lower(constant).equals(name)).findFirst()
                        .orElseThrow(() -> new BadMessageException("the field " + field + " has a value that is none")));
    }
}
