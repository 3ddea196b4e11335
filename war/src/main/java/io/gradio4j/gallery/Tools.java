package io.gradio4j.gallery;

import io.gradio4j.GradioInterface;
import io.gradio4j.Info;
import jakarta.enterprise.context.ApplicationScoped;

/** Methods that are apps, with no page of their own making. */
@ApplicationScoped
public class Tools {

    /**
     * Counts a letter.
     *
     * @param text where to look
     * @param letter what to look for; only its first letter counts, in any case
     * @return how often it is there
     */
    @GradioInterface(path = "/count", title = "Count", description = "Counts the letters of a word")
    public int count(@Info("the text to look in") String text, @Info("one letter") String letter) {
        if (letter.isEmpty()) {
            return 0;
        }
        int wanted = Character.toLowerCase(letter.codePointAt(0));
        return (int) text.codePoints().filter(c -> Character.toLowerCase(c) == wanted).count();
    }
}
