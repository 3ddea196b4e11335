package io.gradio4j.client;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * What an app offers to its clients: a description of each endpoint. Its text is meant to be read.
 *
 * @param url the app's address
 * @param version the version of Gradio's API that the app has
 * @param endpoints the public and the undocumented ones, in the app's order
 */
public record Api(String url, String version, List<Endpoint> endpoints) {

    /**
     * An endpoint.
     *
     * @param name with a leading slash
     * @param description what it does; an empty string for none
     * @param documented whether the app shows it in its documentation
     * @param parameters what it takes, in order
     * @param returns what it gives, in order
     */
    public record Endpoint(String name, String description, boolean documented, List<Parameter> parameters, List<Return> returns) {

        /** The endpoint as a call, with what it takes and gives. */
        @Override
        public String toString() {
            return ApiText.of(this);
        }
    }

    /**
     * A value that an endpoint takes.
     *
     * @param name the name for {@link Arguments}
     * @param label what the page says
     * @param type the type in words
     * @param schema the type as JSON schema
     * @param component which kind of component it belongs to
     * @param byDefault what is sent when nothing is given; empty when a value must be given
     * @param example a value that fits
     */
    public record Parameter(String name, String label, String type, JsonObject schema, String component, Optional<JsonValue> byDefault,
            JsonValue example) {
    }

    /**
     * A value that an endpoint gives.
     *
     * @param label what the page says
     * @param type the type in words
     * @param schema the type as JSON schema
     * @param component which kind of component it belongs to
     */
    public record Return(String label, String type, JsonObject schema, String component) {
    }

    /**
     * An endpoint.
     *
     * @param name with or without the leading slash
     * @return its description
     */
    public Optional<Endpoint> endpoint(String name) {
        var full = name.startsWith("/") ? name : "/" + name;
        return endpoints.stream().filter(endpoint -> endpoint.name().equals(full)).findFirst();
    }

    /** The documented endpoints, one below the other. */
    @Override
    public String toString() {
        return ApiText.of(this);
    }
}
