package io.gradio4j.components.remote;

import io.gradio4j.Accordion;
import io.gradio4j.Block;
import io.gradio4j.Blocks;
import io.gradio4j.Conversion;
import io.gradio4j.Nesting;
import io.gradio4j.components.apps.Interface;
import io.gradio4j.components.flagging.FlaggingMode;
import io.gradio4j.components.json.JSON;
import io.gradio4j.components.markdown.Markdown;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * An app for the operations of an HTTP API, as an OpenAPI 3 document in JSON describes them: each has fields for its parameters and its body, a
 * button, and the answer; each is an endpoint here, too.
 *
 * {@snippet :
 * OpenApiApp.of(Path.of("petstore.json"), "https://petstore3.swagger.io/api/v3").methods("get").app().launch();
 * }
 *
 * <p>The server calls the API, at the given address alone: the servers that the document names are not asked. A choice of values is a drop-down
 * list, a file is uploaded, and lists and objects are written as JSON, but for the fields of a body, which are fields here. An answer that is JSON
 * is shown as such and text as text; of anything else, its kind and size. Any other status than 2xx is an error with that status and the
 * beginning of the answer.
 */
public final class OpenApiApp {

    private static final int LARGEST_DOCUMENT = 16 << 20;
    private static final int DEEPEST = 200;

    private final JsonObject document;
    private final ApiServer server;
    private List<Pattern> paths = List.of();
    private List<Pattern> excluded = List.of();
    private List<String> methods = ApiDocument.METHODS;
    private Consumer<Interface> each = operation -> {
    };

    private OpenApiApp(JsonObject document, String baseUrl) {
        this.document = document;
        server = new ApiServer(baseUrl);
    }

    /**
     * The API of a document.
     *
     * @param document an OpenAPI 3 document
     * @param baseUrl where the API is: what stands before the document's paths
     * @return the app, to be set up and {@linkplain #app made}
     * @throws IllegalArgumentException if the address is none of the web
     */
    public static OpenApiApp of(JsonObject document, String baseUrl) {
        return new OpenApiApp(document, baseUrl);
    }

    /**
     * The API of a document in a file.
     *
     * @param document an OpenAPI 3 document in JSON
     * @param baseUrl where the API is: what stands before the document's paths
     * @return the app, to be set up and {@linkplain #app made}
     * @throws IllegalArgumentException if it is no JSON, or the address is none of the web
     * @throws UncheckedIOException if the file cannot be read
     */
    public static OpenApiApp of(Path document, String baseUrl) {
        try {
            return new OpenApiApp(read(Files.readString(document), document.toString()), baseUrl);
        } catch (IOException e) {
            throw new UncheckedIOException("The OpenAPI document " + document + " cannot be read", e);
        }
    }

    /**
     * The API of a document on the web, which is read once, now, without a token.
     *
     * @param document where an OpenAPI 3 document in JSON is
     * @param baseUrl where the API is: what stands before the document's paths
     * @return the app, to be set up and {@linkplain #app made}
     * @throws IllegalArgumentException if it is no JSON, or one of the addresses is none of the web
     * @throws UncheckedIOException if the document cannot be read
     */
    public static OpenApiApp of(URI document, String baseUrl) {
        try {
            return new OpenApiApp(read(new String(ApiServer.fetch(document, LARGEST_DOCUMENT), StandardCharsets.UTF_8), document.toString()), baseUrl);
        } catch (IOException e) {
            throw new UncheckedIOException("The OpenAPI document " + document + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static JsonObject read(String json, String where) {
        if (Nesting.depth(json) > DEEPEST) {
            throw new IllegalArgumentException(where + " is nested more than " + DEEPEST + " deep");
        }
        try (var reader = Conversion.JSON.createReader(new StringReader(json))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException e) {
            throw new IllegalArgumentException(where + " is no OpenAPI document in JSON", e);
        }
    }

    /**
     * Which paths of the document are taken.
     *
     * @param patterns regular expressions for the beginnings of paths; default: all
     * @return this app
     */
    public OpenApiApp paths(String... patterns) {
        paths = Arrays.stream(patterns).map(Pattern::compile).toList();
        return this;
    }

    /**
     * Which paths are left out, whatever {@link #paths} says.
     *
     * @param patterns regular expressions for the beginnings of paths; default: none
     * @return this app
     */
    public OpenApiApp excludePaths(String... patterns) {
        excluded = Arrays.stream(patterns).map(Pattern::compile).toList();
        return this;
    }

    /**
     * Which methods are taken.
     *
     * @param names such as {@code get}, in any case; default: {@code get}, {@code post}, {@code put}, {@code patch}, {@code delete}
     * @return this app
     * @throws IllegalArgumentException if there is no such method
     */
    public OpenApiApp methods(String... names) {
        methods = Arrays.stream(names).map(name -> name.toLowerCase(Locale.ROOT)).toList();
        for (var name : methods) {
            if (!ApiDocument.METHODS.contains(name)) {
                throw new IllegalArgumentException("A method is one of " + ApiDocument.METHODS + ", not " + name);
            }
        }
        return this;
    }

    /**
     * What the API knows us by, sent as a bearer token with every call.
     *
     * @param token default: none
     * @return this app
     */
    public OpenApiApp authToken(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /**
     * A header of every call, such as an API's key.
     *
     * @param name the header's name; default: none
     * @param value its value
     * @return this app
     */
    public OpenApiApp header(String name, String value) {
        server.header(name, value);
        return this;
    }

    /**
     * Sets up the {@link Interface} of each operation.
     *
     * @param settings changes the defaults
     * @return this app
     */
    public OpenApiApp each(Consumer<Interface> settings) {
        each = each.andThen(settings);
        return this;
    }

    /**
     * Makes the page.
     *
     * @return the page, to be launched or put among other blocks
     * @throws IllegalArgumentException if the document is not of OpenAPI 3, or has no operation that is asked for
     */
    public Blocks app() {
        var api = new ApiDocument(document);
        var operations = api.operations().stream().filter(operation -> methods.contains(operation.method()) && isAsked(operation.path())).toList();
        if (operations.isEmpty()) {
            throw new IllegalArgumentException("The OpenAPI document has no operation that is asked for; its paths are " + api.paths());
        }
        var blocks = new ArrayList<Block>();
        blocks.add(new Markdown("# " + api.title() + "\n\n" + api.description()));
        for (var operation : operations) {
            blocks.add(new Accordion(operation.title(), parts(operation)).open(operations.size() == 1));
        }
        return Blocks.of(blocks.toArray(Block[]::new)).title(api.title());
    }

    private boolean isAsked(String path) {
        return excluded.stream().noneMatch(pattern -> pattern.matcher(path).lookingAt())
                && (paths.isEmpty() || paths.stream().anyMatch(pattern -> pattern.matcher(path).lookingAt()));
    }

    private Block[] parts(ApiOperation operation) {
        var inputs = operation.fields().stream().map(ApiField::component).toList();
        var form = Interface.inputs(inputs).outputs(new JSON("Response")).apiName(operation.name()).apiDescription(operation.summary())
                .unlimitedConcurrency().run(values -> server.call(operation, values))
                .flaggingMode(FlaggingMode.NEVER).submitBtn(operation.method().toUpperCase(Locale.ROOT));
        each.accept(form);
        return operation.description().isBlank() ? new Block[] {form.build()} : new Block[] {new Markdown(operation.description()), form.build()};
    }
}
