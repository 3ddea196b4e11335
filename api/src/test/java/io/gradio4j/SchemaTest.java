package io.gradio4j;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;

class SchemaTest {

    @Test
    void plainTypesHaveAnExample() {
        assertThat(Schema.string().json()).hasToString("{\"type\":\"string\"}");
        assertThat(Schema.string().example()).hasToString("\"Hello!!\"");
        assertThat(Schema.number().json()).hasToString("{\"type\":\"number\"}");
        assertThat(Schema.number().example()).hasToString("3");
        assertThat(Schema.integer().json()).hasToString("{\"type\":\"integer\"}");
        assertThat(Schema.bool().json()).hasToString("{\"type\":\"boolean\"}");
        assertThat(Schema.bool().example()).isEqualTo(JsonValue.TRUE);
    }

    @Test
    void limitsMoveTheExampleIntoTheRange() {
        assertThat(Schema.integer().min(10).example()).hasToString("10");
        assertThat(Schema.integer().max(1).example()).hasToString("1");
        assertThat(Schema.integer().min(0).max(5).example()).hasToString("3");
    }

    @Test
    void limitsAndDescriptionAreWritten() {
        assertThat(Schema.integer().min(0).max(5).description("stars").json())
                .hasToString("{\"type\":\"integer\",\"minimum\":0,\"maximum\":5,\"description\":\"stars\"}");
    }

    @Test
    void aSchemaIsNotChangedByNarrowingIt() {
        var any = Schema.integer();
        any.min(10);

        assertThat(any.json()).hasToString("{\"type\":\"integer\"}");
        assertThat(any.example()).hasToString("3");
    }

    @Test
    void anExampleCanBeReplaced() {
        assertThat(Schema.string().example(Json.createValue("Ada")).example()).hasToString("\"Ada\"");
    }

    @Test
    void anySchemaCanBeGiven() {
        var schema = Schema.of(Json.createObjectBuilder().add("enum", Json.createArrayBuilder().add("a")).build(), Json.createValue("a"));

        assertThat(schema.json()).hasToString("{\"enum\":[\"a\"]}");
        assertThat(schema.example()).hasToString("\"a\"");
    }
}
