package io.gradio4j.impl.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetsTest {

    private static ApiInfo.Parameter parameter(String name, String json) {
        return new ApiInfo.Parameter(name, Jsons.read(json), false, JsonValue.NULL, 0);
    }

    private static JsonObject snippets(ApiInfo.Parameter... parameters) {
        return Snippets.json("http://localhost:7860", "/greet", List.of(parameters)).build();
    }

    @Test
    void pythonSaysValuesInPython() {
        assertThat(snippets(parameter("a", "[true,null,1.5,{\"k\":false}]"), parameter("b", "\"x\\\"y\"")).getString("python")).isEqualTo("""
                from gradio_client import Client

                client = Client("http://localhost:7860")
                result = client.predict(
                \ta=[True, None, 1.5, {"k": False}],
                \tb="x\\"y",
                \tapi_name="/greet",
                )
                print(result)""");
    }

    @Test
    void javaScriptNamesParameters() {
        assertThat(snippets(parameter("name", "\"Ada\"")).getString("javascript")).isEqualTo("""
                import { Client } from "@gradio/client";

                const client = await Client.connect("http://localhost:7860");
                const result = await client.predict("/greet", {
                \t\tname: "Ada",
                });

                console.log(result.data);""");
    }

    @Test
    void bashPostsAndThenListens() {
        assertThat(snippets(parameter("name", "\"Ada\"")).getString("bash")).isEqualTo("""
                EVENT_ID=$(curl -X POST http://localhost:7860/gradio_api/call/v2/greet -s -H "Content-Type: application/json" \\
                  -d '{"name": "Ada"}' \\
                  | awk -F'"' '{ print $4}')
                curl -N http://localhost:7860/gradio_api/call/greet/$EVENT_ID""");
    }

    @Test
    void javaScriptHasSpacesBehindCommasAndColons() {
        assertThat(snippets(parameter("a", "[1,{\"k\":null}]")).getString("javascript")).contains("a: [1, {\"k\": null}],");
    }

    @Test
    void theCommandLineGetsEachValueOnALineOfItsOwn() {
        assertThat(snippets(parameter("a", "[\"x\",{\"k\":{}}]"), parameter("b", "[]")).getString("cli")).isEqualTo("""
                {command} predict http://localhost:7860 /greet '{
                  "a": [
                    "x",
                    {
                      "k": {}
                    }
                  ],
                  "b": []
                }'
                """);
        assertThat(snippets().getString("cli")).isEqualTo("{command} predict http://localhost:7860 /greet '{}'\n");
    }

    @Test
    void anApostropheDoesNotEndAShellsQuotes() {
        var snippets = snippets(parameter("name", "\"it's $(rm)\""));

        assertThat(snippets.getString("bash")).contains("'{\"name\": \"it'\\''s $(rm)\"}'");
        assertThat(snippets.getString("cli")).contains("\"it'\\''s $(rm)\"");
    }

    @Test
    void theDefaultIsShownBeforeTheExample() {
        var parameter = new ApiInfo.Parameter("name", Jsons.string("example"), true, Jsons.string("default"), 0);

        assertThat(snippets(parameter).getString("python")).contains("name=\"default\"").doesNotContain("example");
    }
}
