package io.gradio4j.gallery;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** Guesses languages with the model of Apache OpenNLP, which is loaded when it is first asked. Any number of threads may ask. */
@ApplicationScoped
public class Languages {

    /**
     * The likeliest languages of a text.
     *
     * @param text any text
     * @param most how many at most
     * @return confidences from 0 to 1 by ISO 639-3 code, the best first; empty if the text is blank
     */
    public Map<String, Double> likeliest(String text, int most) {
        var best = new LinkedHashMap<String, Double>();
        if (!text.isBlank()) {
            Arrays.stream(new LanguageDetectorME(Model.LOADED).predictLanguages(text)).limit(most)
                    .forEach(language -> best.put(language.getLang(), language.getConfidence()));
        }
        return best;
    }

    /** Loaded once, by the first thread that needs it. */
    private static final class Model {

        private static final LanguageDetectorModel LOADED = load("/langdetect-183.bin");

        private static LanguageDetectorModel load(String resource) {
            try (var content = LanguageDetectorModel.class.getResourceAsStream(resource)) {
                if (content == null) {
                    throw new IllegalStateException("no model " + resource + " on the class path");
                }
                return new LanguageDetectorModel(content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
