package io.gradio4j.components.button;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.ApiVisibility;
import io.gradio4j.Handler;
import io.gradio4j.State;
import io.gradio4j.Update;
import io.gradio4j.Updates;
import io.gradio4j.components.ComponentContract;
import io.gradio4j.components.checkbox.Checkbox;
import io.gradio4j.components.label.Label;
import io.gradio4j.components.slider.Slider;
import io.gradio4j.components.textbox.Textbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClearButtonTest extends ComponentContract {

    @Override
    protected ClearButton fresh() {
        return new ClearButton();
    }

    @Override
    protected String config() {
        return """
                value: "Clear", variant: "secondary", size: "lg", icon: null, link: null, link_target: "_self", visible: true,
                interactive: true, elem_id: null, elem_classes: [], key: null, preserved_by_key: ["value"], scale: null,
                min_width: null, api_name: null, api_visibility: "undocumented"
                """;
    }

    @Override
    protected List<String> events() {
        return List.of("change", "click");
    }

    @Override
    protected Map.Entry<String, String> schemaAndExample() {
        return Map.entry("{\"type\":\"string\"}", "\"Clear\"");
    }

    @Override
    protected Map<String, Object> roundTrips() {
        return Map.of("\"Empty\"", "Empty");
    }

    @Override
    protected List<String> refused() {
        return List.of("{}", "3");
    }

    @Test
    void emptiesItsComponentsInTheBrowser() {
        var name = new Textbox("Name");
        var age = new Slider(18, 99);
        var clear = new ClearButton(name, age, new Checkbox(), new Label());
        assertThat(clear.listeners()).singleElement().satisfies(l -> {
            assertThat(l.js()).contains("() => [null, 18, false, {}]");
            assertThat(l.handler()).isEmpty();
            assertThat(l.inputs()).isEmpty();
            assertThat(l.outputs()).hasSize(4).startsWith(name, age);
            assertThat(l.targets()).singleElement().satisfies(t -> assertThat(t.event()).isEqualTo("click"));
        });
    }

    @Test
    void setsStatesBackOnTheServer() throws Exception {
        var count = State.of(7);
        var clear = new ClearButton("Reset").add(new Textbox(), count).apiName("reset");
        assertThat(clear.listeners()).hasSize(2);
        var reset = clear.listeners().getLast();
        assertThat(reset.outputs()).containsExactly(count);
        assertThat(reset.apiVisibility()).isEqualTo(ApiVisibility.UNDOCUMENTED);
        assertThat(reset.apiName()).contains("reset");
        var updates = ((Handler.Returning) reset.handler().orElseThrow()).function().apply(new Object[0]);
        assertThat(((Updates) updates).all()).containsExactly(new Update.OfValue(count, 7));
    }

    @Test
    void namesTheEndpointWhateverComesFirst() {
        var clear = new ClearButton("Reset").apiName("reset").apiVisibility(ApiVisibility.PUBLIC).add(State.of(7));
        var reset = clear.listeners().getLast();
        assertThat(reset.apiName()).contains("reset");
        assertThat(reset.apiVisibility()).isEqualTo(ApiVisibility.PUBLIC);
    }

    @Test
    void doesNothingWithoutComponents() {
        assertThat(new ClearButton("Clear all").listeners()).isEmpty();
    }
}
