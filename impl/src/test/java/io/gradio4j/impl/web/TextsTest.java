package io.gradio4j.impl.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void whatMeansSomethingInHtmlIsEscaped() {
        assertThat(Pages.html("</title><script>a('b') && \"c\"")).isEqualTo("&lt;/title&gt;&lt;script&gt;a(&#39;b&#39;) &amp;&amp; &quot;c&quot;");
    }

    @Test
    void anEscapeIsEscapedOnce() {
        assertThat(Pages.html("&lt;")).isEqualTo("&amp;lt;");
        assertThat(Pages.html("Größe 東京")).isEqualTo("Größe 東京");
    }

    @Test
    void compressedTextIsTheSameText() throws IOException {
        var text = "abc".repeat(1000).getBytes(StandardCharsets.UTF_8);
        var compressed = Exchange.gzip(text);

        assertThat(compressed).hasSizeLessThan(100);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            assertThat(in.readAllBytes()).isEqualTo(text);
        }
    }

    @Test
    void anInvalidParameterIsSaidAsClientsKnowIt() {
        var invalid = HttpException.invalid("missing", "body", "data", "Field required", JsonValue.NULL);

        assertThat(invalid.status()).isEqualTo(422);
        assertThat(invalid.detail())
                .isEqualTo(Jsons.read("[{\"type\":\"missing\",\"loc\":[\"body\",\"data\"],\"msg\":\"Field required\",\"input\":null}]"));
        assertThat(HttpException.notFound().detail()).isEqualTo(Jsons.string("Not Found"));
    }
}
