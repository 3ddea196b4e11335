package io.gradio4j;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes Gradio's theme files: {@code {"theme": {…}, "gradio_version": "…"}} with the variables under their names, private
 * entries ({@code _font} …) for the fonts, and nothing where a dark value is missing in Base, too.
 */
final class ThemeJson {

    private static final System.Logger LOG = System.getLogger(ThemeJson.class.getName());

    /** The version of Gradio whose variables these are. */
    private static final String GRADIO_VERSION = "6.25.0";

    private static final String FONT_MARK = "__gradio_font__";

    /** Ours alone: a Google font that is to be loaded. Gradio's own files never make a page ask another site. */
    private static final String REMOTE = "remote";

    /** Strings of the file that are not variables with a value of their own. */
    private static final Set<String> OTHERS = Set.of("name", "custom_css", "font", "font_mono");

    private ThemeJson() {
    }

    static void write(Theme theme, Path file) {
        var faces = ThemeCss.faces(theme);
        var values = Json.createObjectBuilder()
                .add("name", theme.name())
                .add("custom_css", theme.customCss())
                .add("_font", fonts(theme.fonts()))
                .add("_font_mono", fonts(theme.fontsMono()))
                .add("_font_css", Json.createArrayBuilder(faces.isEmpty() ? List.of() : List.of(faces)))
                .add("_stylesheets", Json.createArrayBuilder(theme.stylesheets()));
        for (var variable : theme.values().names()) {
            values.add(variable, theme.values().get(variable, false));
            var darkVariable = variable + ThemeVariables.DARK;
            var dark = theme.values().own(darkVariable);
            if (dark != null) {
                values.add(darkVariable, dark);
            } else if (ThemeVariables.BASE.containsKey(darkVariable)) {
                // What a file lacks is read as in Base, so taking Base's dark value away has to be said.
                values.addNull(darkVariable);
            }
        }
        var document = Json.createObjectBuilder().add("theme", values).add("gradio_version", GRADIO_VERSION).build();
        try (var out = Files.newBufferedWriter(file);
                var writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true)).createWriter(out)) {
            writer.write(document);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write theme " + file, e);
        }
    }

    static Theme read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read theme " + file, e);
        }
        try (var reader = Json.createReader(new StringReader(text))) {
            var document = reader.readObject();
            if (document.get("theme") instanceof JsonObject theme) {
                warn(file, document.getString("gradio_version", GRADIO_VERSION));
                return theme(theme);
            }
            throw new IllegalArgumentException("it has no object \"theme\"");
        } catch (JsonException | IllegalArgumentException e) {
            throw new IllegalArgumentException("Not a theme: " + file + ": " + e.getMessage(), e);
        }
    }

    /** Another version may have had other variables. */
    private static void warn(Path file, String version) {
        if (!minor(version).equals(minor(GRADIO_VERSION))) {
            LOG.log(System.Logger.Level.WARNING, "The theme {0} was made with Gradio {1}: what {2} has besides is as in Base; look at it, and dump it again", file, version,
                    GRADIO_VERSION);
        }
    }

    private static String minor(String version) {
        return version.replaceFirst("^(\\d+\\.\\d+).*", "$1");
    }

    private static Theme theme(JsonObject json) {
        var values = new LinkedHashMap<String, @Nullable String>();
        json.forEach((key, value) -> {
            if (!key.startsWith("_") && !OTHERS.contains(key)) {
                values.put(checkedKey(key, value), value == JsonValue.NULL ? null : string(key, value));
            }
        });
        var theme = new Theme(string(json, "name", "base"), ThemeValues.BASE.with(values),
                ThemeVariables.FONT, ThemeVariables.FONT_MONO, string(json, "custom_css", ""));
        var fonts = fonts(json, "font");
        var fontsMono = fonts(json, "font_mono");
        theme = fonts.length == 0 ? theme : theme.font(fonts);
        return fontsMono.length == 0 ? theme : theme.fontMono(fontsMono);
    }

    /** The fonts of a private entry; without it, those named in the variable itself. */
    private static Font[] fonts(JsonObject json, String key) {
        var entry = json.containsKey("_" + key) ? json.get("_" + key) : json.get(key);
        var list = switch (entry) {
            case null -> List.<JsonValue>of();
            case JsonArray array -> array;
            default -> List.of(entry);
        };
        return list.stream().flatMap(font -> switch (font) {
            case JsonObject object when object.getBoolean(FONT_MARK, false) -> Stream.of(font(key, object));
            default -> Stream.of(string(key, font).split(",")).map(name -> Font.system(unquoted(name.strip())));
        }).toArray(Font[]::new);
    }

    private static Font font(String key, JsonObject object) {
        var family = string(object, "name", "");
        var weights = object.get("weights") instanceof JsonArray array
                ? array.stream().mapToInt(weight -> weight instanceof JsonNumber number ? number.intValue() : 0).toArray()
                : new int[0];
        var kind = string(object, "class", "font");
        return switch (kind) {
            case "google" -> {
                var font = Font.google(family, weights);
                yield object.getBoolean(REMOTE, false) ? font.remote() : font;
            }
            case "local" -> Font.local(family, weights);
            case "font" -> Font.system(family);
            default -> throw new IllegalArgumentException(
                    "Theme variable \"%s\" has a font \"%s\" of the unknown class \"%s\"".formatted(key, family, kind));
        };
    }

    private static JsonArray fonts(List<Font> fonts) {
        var array = Json.createArrayBuilder();
        for (var font : fonts) {
            if (font.isKeyword()) {
                array.add(font.family());
                continue;
            }
            var object = Json.createObjectBuilder()
                    .add(FONT_MARK, true)
                    .add("name", font.family())
                    .add("class", switch (font.kind()) {
                        case SYSTEM -> "font";
                        case GOOGLE -> "google";
                        case LOCAL -> "local";
                    });
            if (!font.weights().isEmpty()) {
                object.add("weights", Json.createArrayBuilder(font.weights()));
            }
            if (font.isRemote()) {
                object.add(REMOTE, true);
            }
            array.add(object);
        }
        return array.build();
    }

    private static String checkedKey(String key, JsonValue value) {
        if (key.isEmpty() || !key.chars().allMatch(c -> ThemeValue.partOfName((char) c))) {
            throw new IllegalArgumentException("\"%s\" can't be the name of a theme variable; its value is %s".formatted(key, value));
        }
        return key;
    }

    private static String string(JsonObject json, String key, String otherwise) {
        return json.containsKey(key) ? string(key, json.get(key)) : otherwise;
    }

    private static String string(String key, JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        throw new IllegalArgumentException("Theme variable \"%s\" can't be %s: it is not a string".formatted(key, value));
    }

    private static String unquoted(String family) {
        boolean quoted = family.length() > 1 && "'\"".indexOf(family.charAt(0)) >= 0 && family.endsWith(family.substring(0, 1));
        return quoted ? family.substring(1, family.length() - 1) : family;
    }
}
