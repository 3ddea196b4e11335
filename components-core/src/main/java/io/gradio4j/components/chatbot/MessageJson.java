package io.gradio4j.components.chatbot;

import static io.gradio4j.Conversion.JSON;

import io.gradio4j.BlockAccess;
import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.FileData;
import io.gradio4j.MediaTypes;
import io.gradio4j.components.markdown.Indentation;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes messages as a page gets them. */
final class MessageJson {

    private final Conversion conversion;

    MessageJson(Conversion conversion) {
        this.conversion = conversion;
    }

    JsonObject write(ChatMessage message) {
        var content = JSON.createArrayBuilder();
        message.content().forEach(part -> content.add(write(part)));
        return JSON.createObjectBuilder().add("role", lower(message.role())).add("metadata", write(message.metadata()))
                .add("content", content).add("options", options(message.options())).build();
    }

    private static JsonValue write(Metadata metadata) {
        if (metadata.equals(Metadata.NONE)) {
            return JsonValue.NULL;
        }
        var json = JSON.createObjectBuilder();
        add(json, "title", metadata.title());
        add(json, "id", metadata.id());
        add(json, "parent_id", metadata.parentId());
        add(json, "log", metadata.log());
        if (metadata.duration() != null) {
            json.add("duration", metadata.duration().toNanos() / 1e9);
        }
        if (metadata.status() != null) {
            json.add("status", lower(metadata.status()));
        }
        return json.build();
    }

    private static void add(JsonObjectBuilder json, String name, @Nullable String text) {
        if (text != null) {
            json.add(name, text);
        }
    }

    private static JsonValue options(List<ChatOption> options) {
        if (options.isEmpty()) {
            return JsonValue.NULL;
        }
        var array = JSON.createArrayBuilder();
        options.forEach(option -> array.add(JSON.createObjectBuilder().add("value", option.value()).add("label", option.label())));
        return array.build();
    }

    private JsonObject write(Content part) {
        return switch (part) {
            case Content.Text text -> JSON.createObjectBuilder().add("text", Indentation.trim(text.text())).add("type", "text").build();
            case Content.Local file -> file(typed(conversion.publish(file.path())), file.altText());
            case Content.Remote file -> file(typed(FileData.remote(file.url())), file.altText());
            case Content.Embedded(Component<?, ?> component) -> component(component);
            case Content.Shown(JsonObject json) -> json;
        };
    }

    private static FileData typed(FileData file) {
        return MediaTypes.of(file.name()).map(file::typed).orElse(file);
    }

    private static JsonObject file(FileData file, @Nullable String altText) {
        return JSON.createObjectBuilder().add("file", file.json()).add("alt_text", altText == null ? JsonValue.NULL : JSON.createValue(altText))
                .add("type", "file").build();
    }

    private JsonObject component(Component<?, ?> component) {
        var set = JSON.createObjectBuilder();
        var all = JSON.createObjectBuilder();
        var defaults = BlockAccess.defaults(component);
        defaults.names().stream().filter(name -> !name.equals("value")).forEach(name -> add(all, name, defaults.get(name)));
        component.properties().forEach((name, property) -> {
            if (!name.equals("value")) {
                add(set, name, property);
                add(all, name, property);
            }
        });
        return JSON.createObjectBuilder().add("component", component.type())
                .add("value", BlockAccess.postprocess(component, BlockAccess.raw(component, "value"), conversion))
                .add("constructor_args", set).add("props", all.add("name", BlockAccess.name(component))).add("type", "component").build();
    }

    private void add(JsonObjectBuilder json, String name, @Nullable Object property) {
        if (property != null) {
            json.add(name, conversion.toJson(property));
        }
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The text of a part on the wire, if it is one. */
    static @Nullable String text(JsonValue part) {
        return part instanceof JsonObject object && object.get("text") instanceof JsonString text ? text.getString() : null;
    }
}
