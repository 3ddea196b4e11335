package io.gradio4j.components.chatbot;

import io.gradio4j.Conversion;
import io.gradio4j.Schema;
import jakarta.json.JsonValue;
import java.io.StringReader;

/** The schema of a conversation. */
final class ChatSchema {

    private static final String DEFINITIONS = """
            {
              "ComponentMessage": {"properties": {"component": {"title": "Component", "type": "string"}, "value": {"title": "Value"},
                "constructor_args": {"additionalProperties": true, "title": "Constructor Args", "type": "object"},
                "props": {"additionalProperties": true, "title": "Props", "type": "object"},
                "type": {"const": "component", "default": "component", "title": "Type", "type": "string"}},
                "required": ["component", "value", "constructor_args", "props"], "title": "ComponentMessage", "type": "object"},
              "FileMessage": {"properties": {"file": {"$ref": "#/$defs/FileData"},
                "alt_text": {"anyOf": [{"type": "string"}, {"type": "null"}], "default": null, "title": "Alt Text"},
                "type": {"const": "file", "default": "file", "title": "Type", "type": "string"}},
                "required": ["file"], "title": "FileMessage", "type": "object"},
              "Message": {"properties": {"role": {"title": "Role", "type": "string"},
                "metadata": {"anyOf": [{"$ref": "#/$defs/MetadataDict"}, {"type": "null"}], "default": null},
                "content": {"items": {"anyOf": [{"$ref": "#/$defs/TextMessage"}, {"$ref": "#/$defs/FileMessage"},
                  {"$ref": "#/$defs/ComponentMessage"}]}, "title": "Content", "type": "array"},
                "options": {"anyOf": [{"items": {"$ref": "#/$defs/OptionDict"}, "type": "array"}, {"type": "null"}], "default": null,
                  "title": "Options"}},
                "required": ["role", "content"], "title": "Message", "type": "object"},
              "MetadataDict": {"description": "What is said about a message; with a title it is a thought.",
                "properties": {"title": {"title": "Title", "type": "string"},
                "id": {"anyOf": [{"type": "integer"}, {"type": "string"}], "title": "Id"},
                "parent_id": {"anyOf": [{"type": "integer"}, {"type": "string"}], "title": "Parent Id"},
                "log": {"title": "Log", "type": "string"}, "duration": {"title": "Duration", "type": "number"},
                "status": {"enum": ["pending", "done"], "title": "Status", "type": "string"}}, "title": "MetadataDict", "type": "object"},
              "OptionDict": {"description": "An answer that a message offers.", "properties": {"value": {"title": "Value", "type": "string"},
                "label": {"title": "Label", "type": "string"}}, "required": ["value"], "title": "OptionDict", "type": "object"},
              "TextMessage": {"properties": {"text": {"title": "Text", "type": "string"},
                "type": {"const": "text", "default": "text", "title": "Type", "type": "string"}},
                "required": ["text"], "title": "TextMessage", "type": "object"}
            }""";

    private static final String EXAMPLE = """
            [{"role": "user", "metadata": null, "content": [{"text": "Hello!", "type": "text"}], "options": null},
             {"role": "assistant", "metadata": null, "content": [{"text": "How can I help you?", "type": "text"}], "options": null}]""";

    static final Schema INSTANCE = make();

    private ChatSchema() {
    }

    private static Schema make() {
        var json = Conversion.JSON;
        var file = Schema.file().json();
        var definitions = json.createObjectBuilder(read(DEFINITIONS).asJsonObject());
        file.getJsonObject("$defs").forEach(definitions::add);
        definitions.add("FileData", json.createObjectBuilder(file).remove("$defs"));
        return Schema.of(json.createObjectBuilder().add("$defs", definitions)
                .add("items", json.createObjectBuilder().add("$ref", "#/$defs/Message")).add("title", "ChatbotDataMessages")
                .add("type", "array").addNull("additional_description").build(), read(EXAMPLE));
    }

    private static JsonValue read(String text) {
        try (var reader = Conversion.JSON.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
