package io.gradio4j.impl.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.Blocks;
import io.gradio4j.I18n;
import io.gradio4j.impl.fixtures.Apps;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Press;
import io.gradio4j.impl.json.JsonText;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextsTest {

    private final I18n texts = new I18n().language("en", Map.of("name", "Your name", "app", "Greeter")).language("pt-BR", Map.of("name", "Seu nome"));
    private final Field name = new Field(texts.text("name"));
    private final Press go = new Press(texts.text("go"));
    private final Blocks page = Blocks.of(name, go).title(texts.text("app"));

    private App app(Blocks page) {
        go.onClick().inputs(name).outputs(name).run(n -> n);
        return Apps.of(page);
    }

    @Test
    void theBrowserGetsMarksAndTexts() {
        var app = app(page.i18n(texts));
        assertThat(JsonText.of(app.config().get("i18n_translations")))
                .isEqualTo("{\"en\":{\"app\":\"Greeter\",\"name\":\"Your name\"},\"pt-BR\":{\"name\":\"Seu nome\"}}");
        assertThat(Apps.properties(app, "field").getString("label")).isEqualTo(texts.text("name"));
        assertThat(app.config().getString("title")).isEqualTo(texts.text("app"));
    }

    @Test
    void theApiHasWords() {
        var app = app(page.i18n(texts));
        assertThat(app.title()).isEqualTo("Greeter");
        var parameter = app.info().json("", false).getJsonObject("named_endpoints").getJsonObject("/go").getJsonArray("parameters").getJsonObject(0);
        assertThat(parameter.getString("label")).isEqualTo("Your name");
        assertThat(parameter.getString("parameter_name")).as("does not change with translations").isEqualTo("name");
    }

    @Test
    void withoutTextsKeysAreWords() {
        assertThat(app(page).title()).isEqualTo("app");
        assertThat(JsonText.of(Apps.of(Blocks.of()).config().get("i18n_translations"))).isEqualTo("null");
    }
}
