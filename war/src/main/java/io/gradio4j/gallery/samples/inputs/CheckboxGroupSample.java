package io.gradio4j.gallery.samples.inputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.checkboxgroup.CheckboxGroup;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The price of a pizza. */
@ApplicationScoped
@AppPath("/components/checkboxgroup")
public class CheckboxGroupSample extends Sample {

    private record Topping(String name, double price) {
    }

    @Override
    protected String about() {
        return "Any number of a few choices; the handler gets a list of records.";
    }

    @Override
    protected Block live() {
        var all = List.of(new Topping("Cheese", 1.5), new Topping("Olives", 0.8), new Topping("Artichokes", 1.2));
        var toppings = CheckboxGroup.of(all, Topping::name).label("Toppings").showSelectAll(true).value(all.subList(0, 1));
        var price = new Textbox("Price").value("9.50");
        toppings.onChange().inputs(toppings).outputs(price)
                .run(chosen -> String.format("%.2f", 8 + chosen.stream().mapToDouble(Topping::price).sum()));
        return new Column(toppings, price);
    }
}
