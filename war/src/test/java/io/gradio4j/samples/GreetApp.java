package io.gradio4j.samples;

import io.gradio4j.AppPath;
import io.gradio4j.Blocks;
import io.gradio4j.GradioApp;
import io.gradio4j.Row;
import io.gradio4j.components.button.Button;
import io.gradio4j.components.button.Variant;
import io.gradio4j.components.textbox.Textbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

@ApplicationScoped
@AppPath("/greet")
public class GreetApp implements GradioApp {

    @Inject
    GreetingService service = new GreetingService();

    @Override
    public Blocks build() {
        var name = new Textbox("Name").placeholder("Ada");
        var greeting = new Textbox("Greeting");
        var greet = new Button("Greet").variant(Variant.PRIMARY);

        greet.onClick()
                .inputs(name)
                .outputs(greeting)
                .apiName("greet")
                .run(service::greet);

        return Blocks.of(new Row(name, greeting), greet).title("Greeter");
    }
}
