package io.gradio4j.gallery;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Blocks;
import io.gradio4j.GradioApp;
import io.gradio4j.Row;
import io.gradio4j.components.button.Button;
import io.gradio4j.components.button.ButtonSize;
import io.gradio4j.components.markdown.Markdown;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;

/** The index of the gallery: a link to the page of each component, and to the apps. */
@ApplicationScoped
@AppPath("/")
public class GalleryApp implements GradioApp {

    @Inject
    @Any
    Instance<Sample> samples;

    @Override
    public Blocks build() {
        var blocks = new ArrayList<Block>();
        blocks.add(new Markdown("# Gradio4J\n\nA typed Java function becomes a web app, a queued API and a client endpoint.\n\n## Apps"));
        blocks.add(entry("Hello", "/hello", "A function with a text in and a text out."));
        blocks.add(entry("Language", "/language", "Guesses the language of a text."));
        blocks.add(entry("Chat", "/chat", "A conversation that comes word by word and stays in the browser."));
        blocks.add(entry("Count", "/count", "A method of a bean, with one annotation."));
        blocks.add(new Markdown("## Components"));
        samples.handlesStream()
                .sorted(Comparator.comparing(sample -> Sample.title(sample.getBean().getBeanClass())))
                .map(sample -> entry(sample.getBean().getBeanClass(), sample.get()))
                .forEach(blocks::add);
        return Blocks.of(blocks.toArray(Block[]::new)).title("Gradio4J");
    }

    private static Block entry(Class<?> bean, Sample sample) {
        return entry(Sample.title(bean), bean.getAnnotation(AppPath.class).value(), sample.about());
    }

    /** Links are relative: the WAR may be served at any path. */
    private static Block entry(String name, String path, String about) {
        return new Row(new Button(name).link(path.substring(1) + "/").size(ButtonSize.SM).scale(0).minWidth(180), new Markdown(about));
    }
}
