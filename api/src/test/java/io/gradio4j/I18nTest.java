package io.gradio4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class I18nTest {

    private final I18n texts = new I18n().language("en", Map.of("greet", "Greet")).language("de", Map.of("greet", "Grüßen"));

    @Test
    void aTextIsAMarkThatTheBrowserReplaces() {
        assertThat(texts.text("greet")).isEqualTo("__i18n__{\"__type__\": \"translation_metadata\", \"key\": \"greet\"}");
        assertThat(texts.text("not given")).contains("\"not given\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\"b", "a\\b", "a}b", "{", "a\nb"})
    void keysThatWouldBreakTheMarkAreRefused(String key) {
        assertThatThrownBy(() -> texts.text(key)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"" + key + "\"");
    }

    @Test
    void whereNoBrowserIsWordsStandForMarks() {
        var english = Map.of("greet", "Greet");
        assertThat(I18n.plain("no mark", english)).isEqualTo("no mark");
        assertThat(I18n.plain(texts.text("greet"), english)).isEqualTo("Greet");
        assertThat(I18n.plain("> " + texts.text("greet") + "/" + texts.text("bye") + "!", english)).isEqualTo("> Greet/bye!");
        assertThat(I18n.plain("__i18n__{\"__type__\": \"translation_metadata\", \"key\": \"greet", english)).startsWith("__i18n__");
    }

    @Test
    void textsOfOneLanguageAddUp() {
        texts.language("de", Map.of("bye", "Tschüß"));
        assertThat(texts.languages()).containsOnlyKeys("en", "de").containsEntry("de", Map.of("greet", "Grüßen", "bye", "Tschüß"));
    }
}
