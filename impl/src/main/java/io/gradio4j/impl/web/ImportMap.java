package io.gradio4j.impl.web;

import io.gradio4j.impl.app.Resources;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.spi.ComponentType;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The names that a page's modules may import: the shell's, its parts that are loaded later, and each component's module. Immutable. */
final class ImportMap {

    private static final String SHELL = "gradio4j/gradio4j.js";
    private static final String LANGUAGES = "languages/languages.js";
    private static final List<String> PARTS = List.of("panel/panel.js", "runs/runs.js", LANGUAGES);

    private final String shell;
    private final JsonObject json;

    ImportMap(Resources resources, Collection<ComponentType> types) {
        shell = "./" + resources.url(SHELL).orElse("assets/missing/" + SHELL);
        var imports = Jsons.object();
        resources.find("gradio4j/imports.json").ifPresent(names -> Jsons.read(new String(names.content(), StandardCharsets.UTF_8))
                .asJsonArray().forEach(name -> imports.add(((JsonString) name).getString(), shell)));
        Stream.concat(PARTS.stream(), types.stream().flatMap(type -> type.module().stream()).distinct())
                .forEach(module -> resources.url(module).ifPresent(url -> imports.add("gradio4j/" + module, "./" + url)));
        json = imports.build();
    }

    /** Where the shell is, relative to the app's address. */
    String shell() {
        return shell;
    }

    /** Where the texts in other languages are, relative to the app's address: all that a page needs which shows nothing of the app. */
    String languages() {
        return json.getString("gradio4j/" + LANGUAGES, "./assets/missing/" + LANGUAGES);
    }

    /** All names, with addresses relative to the app's. */
    JsonObject json() {
        return json;
    }
}
