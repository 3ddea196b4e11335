package io.gradio4j;

import java.lang.System.Logger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An app's texts in several languages. Each visitor's browser shows the best one it has, else English, else the key itself.
 *
 * {@snippet :
 * var texts = new I18n().language("en", Map.of("greet", "Greet")).language("de", Map.of("greet", "Grüßen"));
 * Blocks.of(new Button(texts.text("greet"))).i18n(texts).launch();
 * }
 *
 * <p>Keys of the page's own texts, such as {@code common.submit}, can be given too. Belongs to one thread until the app starts.
 */
public final class I18n {

    private static final Logger LOG = System.getLogger(I18n.class.getName());
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,8}");
    private static final Pattern KEY = Pattern.compile("[^\"\\\\{}\\p{Cntrl}]{1,200}");
    private static final String MARK = "__i18n__{\"__type__\": \"translation_metadata\", \"key\": \"";
    private static final String END = "\"}";

    private final Map<String, Map<String, String>> languages = new LinkedHashMap<>();

    /** Starts without texts. */
    public I18n() {
    }

    /**
     * The texts of one language; of a language that was given before, more texts.
     *
     * @param language such as {@code de} or {@code pt-BR}; another form is logged, since no browser asks for it
     * @param texts by key
     * @return this
     */
    public I18n language(String language, Map<String, String> texts) {
        if (!LANGUAGE.matcher(language).matches()) {
            LOG.log(Logger.Level.WARNING, "\"{0}\" is no language as browsers name them, such as de or pt-BR", language);
        }
        languages.computeIfAbsent(language, l -> new LinkedHashMap<>()).putAll(texts);
        return this;
    }

    /**
     * A text to be set as label, info, placeholder, description, title or value.
     *
     * @param key the text's key
     * @return a mark that the browser replaces; other text may stand around it
     * @throws IllegalArgumentException if the key has quotes, braces, backslashes or control characters, or more than 200 characters
     */
    public String text(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("The key of a text must have 1 to 200 characters without quotes, braces and backslashes, not \"" + key + "\"");
        }
        return MARK + key + END;
    }

    /** All texts by language and key. */
    public Map<String, Map<String, String>> languages() {
        var copy = new LinkedHashMap<String, Map<String, String>>();
        languages.forEach((language, texts) -> copy.put(language, Map.copyOf(texts)));
        return Collections.unmodifiableMap(copy);
    }

    /**
     * A text without marks, for where no browser replaces them.
     *
     * @param text with or without marks
     * @param texts what stands for a key; the key itself where it has none
     * @return the readable text
     */
    public static String plain(String text, Map<String, String> texts) {
        var out = new StringBuilder();
        var from = 0;
        for (var mark = text.indexOf(MARK); mark >= 0; mark = text.indexOf(MARK, from)) {
            var end = text.indexOf(END, mark + MARK.length());
            if (end < 0) {
                break;
            }
            var key = text.substring(mark + MARK.length(), end);
            out.append(text, from, mark).append(texts.getOrDefault(key, key));
            from = end + END.length();
        }
        return out.append(text, from, text.length()).toString();
    }
}
