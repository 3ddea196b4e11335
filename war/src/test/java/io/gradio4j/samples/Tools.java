package io.gradio4j.samples;

import io.gradio4j.GradioInterface;
import io.gradio4j.Info;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class Tools {

    @GradioInterface(path = "/count", description = "Counts the letters of a word")
    public int count(@Info("the text to look in") String text, @Info("one letter") String letter) {
        return (int) text.chars().filter(c -> c == letter.charAt(0)).count();
    }
}
