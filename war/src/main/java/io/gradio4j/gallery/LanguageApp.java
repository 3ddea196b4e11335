package io.gradio4j.gallery;

import io.gradio4j.AppPath;
import io.gradio4j.Blocks;
import io.gradio4j.GradioApp;
import io.gradio4j.components.apps.Interface;
import io.gradio4j.components.label.Label;
import io.gradio4j.components.textbox.Textbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A classifier as an app: a text in, the likeliest languages out. */
@ApplicationScoped
@AppPath("/language")
public class LanguageApp implements GradioApp {

    private static final int SHOWN = 5;

    @Inject
    Languages languages;

    @Override
    public Blocks build() {
        return Interface.inputs(new Textbox("Text").lines(4).placeholder("Any text"))
                .outputs(new Label("Language").numTopClasses(SHOWN))
                .apiName("detect")
                .run(text -> languages.likeliest(text, SHOWN))
                .title("Language")
                .description("Which language is it? The classes are ISO 639-3 codes.")
                .build();
    }
}
