package io.gradio4j.gallery;

import io.gradio4j.AppPath;
import io.gradio4j.Blocks;
import io.gradio4j.GradioApp;
import io.gradio4j.components.markdown.Markdown;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** The index of the gallery: links to the page of each component, by the folder its sample is in, and to the apps. */
@ApplicationScoped
@AppPath("/")
public class GalleryApp implements GradioApp {

    /** The folders of the samples, in the order of the index; another one would stand behind them. */
    private static final List<String> FOLDERS = List.of("inputs", "outputs", "data", "layouts", "chat", "apps");

    @Inject
    @Any
    Instance<Sample> samples;

    @Override
    public Blocks build() {
        var groups = new LinkedHashMap<String, List<Index.Entry>>();
        FOLDERS.forEach(folder -> groups.put(title(folder), new ArrayList<>()));
        samples.handlesStream()
                .sorted(Comparator.comparing(sample -> Sample.title(sample.getBean().getBeanClass()), String.CASE_INSENSITIVE_ORDER))
                .forEach(sample -> {
                    var bean = sample.getBean().getBeanClass();
                    groups.computeIfAbsent(title(folder(bean)), k -> new ArrayList<>())
                            .add(entry(Sample.title(bean), bean.getAnnotation(AppPath.class).value(), sample.get().about()));
                });
        groups.get(title("apps")).addAll(List.of(
                entry("Hello", "/hello", "A function with a text in and a text out."),
                entry("Language", "/language", "Guesses the language of a text."),
                entry("Chat", "/chat", "A conversation that comes word by word and stays in the browser."),
                entry("Count", "/count", "A method of a bean, with one annotation.")));
        return Blocks.of(
                new Markdown("# Gradio4J\n\nA typed Java function becomes a web app, a queued API and a client endpoint."),
                new Index(groups)).title("Gradio4J");
    }

    private static String folder(Class<?> sample) {
        var name = sample.getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String title(String folder) {
        return folder.substring(0, 1).toUpperCase(Locale.ROOT) + folder.substring(1);
    }

    /** Links are relative: the WAR may be served at any path. */
    private static Index.Entry entry(String name, String path, String about) {
        return new Index.Entry(name, path.substring(1) + "/", about);
    }
}
