package io.gradio4j.impl.app;

import io.gradio4j.Blocks;
import io.gradio4j.I18n;
import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonValue;
import java.util.Map;

/** An app's texts in several languages, and in words where no browser chooses one. Immutable. */
public final class Texts {

    private final Map<String, Map<String, String>> languages;

    Texts(Blocks page) {
        languages = page.i18n().map(I18n::languages).orElse(Map.of());
    }

    /** A text with English words, or else keys, in place of its marks. */
    String plain(String text) {
        return I18n.plain(text, languages.getOrDefault("en", Map.of()));
    }

    /** A text with keys in place of its marks: the same whatever the translations say. */
    static String keys(String text) {
        return I18n.plain(text, Map.of());
    }

    /** All texts, as the config has them. */
    JsonValue json() {
        if (languages.isEmpty()) {
            return JsonValue.NULL;
        }
        var json = Jsons.object();
        languages.forEach((language, texts) -> {
            var words = Jsons.object();
            texts.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> words.add(e.getKey(), e.getValue()));
            json.add(language, words);
        });
        return json.build();
    }
}
