package io.gradio4j.gallery;

import io.gradio4j.AppPath;
import io.gradio4j.Blocks;
import io.gradio4j.GradioApp;
import io.gradio4j.components.markdown.Markdown;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.stream.Collectors;

/** The index of the gallery: a link to the page of each component, and to the apps. */
@ApplicationScoped
@AppPath("/")
public class GalleryApp implements GradioApp {

    @Inject
    @Any
    Instance<Sample> samples;

    @Override
    public Blocks build() {
        return Blocks.of(new Markdown("""
                # Gradio4J

                A typed Java function becomes a web app, a queued API and a client endpoint.

                ## Apps

                - [Hello](hello/): a function with a text in and a text out
                - [Language](language/): guesses the language of a text
                - [Count](count/): a method of a bean with one annotation

                ## Components

                """ + components())).title("Gradio4J");
    }

    private String components() {
        return samples.handlesStream()
                .sorted(Comparator.comparing(sample -> Sample.title(sample.getBean().getBeanClass())))
                .map(sample -> line(sample.getBean().getBeanClass(), sample.get()))
                .collect(Collectors.joining("\n"));
    }

    private static String line(Class<?> bean, Sample sample) {
        return "- [" + Sample.title(bean) + "](" + bean.getAnnotation(AppPath.class).value().substring(1) + "/): " + sample.about();
    }
}
