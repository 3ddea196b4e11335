package io.gradio4j.gallery;

import io.gradio4j.AppPath;
import io.gradio4j.Blocks;
import io.gradio4j.GradioApp;
import io.gradio4j.components.apps.Interface;
import io.gradio4j.components.textbox.Textbox;
import jakarta.enterprise.context.ApplicationScoped;

/** The smallest app: one text in, one text out. */
@ApplicationScoped
@AppPath("/hello")
public class HelloApp implements GradioApp {

    @Override
    public Blocks build() {
        return Interface.inputs(new Textbox("name"))
                .outputs(new Textbox("output"))
                .apiName("greet")
                .run(name -> "Hello " + name + "!")
                .build();
    }
}
