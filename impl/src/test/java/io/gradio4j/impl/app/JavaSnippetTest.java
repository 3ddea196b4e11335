package io.gradio4j.impl.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.Blocks;
import io.gradio4j.impl.fixtures.Apps;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Press;
import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonValue;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaSnippetTest {

    @TempDir
    private Path classes;

    private static String snippet(String... values) {
        var number = new int[1];
        return JavaSnippet.of("http://localhost:7860", "/greet", List.of(values).stream()
                .map(json -> new ApiInfo.Parameter("p" + number[0]++, Jsons.read(json), false, JsonValue.NULL, 0)).toList());
    }

    /** What the compiler has to say about a program; nothing if it is right. */
    private String complaints(String program) {
        var source = new SimpleJavaFileObject(URI.create("string:///Call.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return program;
            }
        };
        var out = new StringWriter();
        var right = ToolProvider.getSystemJavaCompiler().getTask(out, null, null,
                List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")), null, List.of(source)).call();
        return right ? "" : out + program;
    }

    @Test
    void isAProgramThatNamesItsParameters() {
        assertThat(snippet("\"Ada\"", "3")).isEqualTo("""
                import io.gradio4j.client.Arguments;
                import io.gradio4j.client.Client;

                public class Call {
                    public static void main(String[] args) {
                        try (var client = Client.connect("http://localhost:7860")) {
                            var result = client.predict("/greet", Arguments
                                    .of("p0", "Ada")
                                    .and("p1", 3));
                            System.out.println(result);
                        }
                    }
                }""");
    }

    @Test
    void anyValueCompiles() {
        assertThat(complaints(snippet("null", "true", "1.5", "12345678901", "1e30", "123456789012345678901234567890", "\"a\\\"b\\\\u0041\\n\\u0001é\"", "[]", "[null]",
                "[1,null,\"x\"]", "[[1,2],[\"a\",\"b\"]]", "{}", "{\"a\":1,\"b\":\"x\",\"c\":null,\"d\":{\"e\":[true]}}",
                "{\"path\":\"https://example.org/cat.png\",\"meta\":{\"_type\":\"gradio.FileData\"}}"))).isEmpty();
    }

    @Test
    void filesAreNamedByPath() {
        assertThat(snippet("{\"path\":\"https://example.org/cat.png\",\"meta\":{\"_type\":\"gradio.FileData\"}}"))
                .contains("import java.nio.file.Path;").contains(".of(\"p0\", Path.of(\"cat.png\"))");
    }

    @Test
    void snippetOfAnAppCompiles() {
        var name = new Field("Name");
        var go = new Press("Go");
        go.onClick().inputs(name).outputs(name).apiName("greet").run(n -> n);
        var info = Apps.of(Blocks.of(name, go)).info().json("http://localhost:7860", false);

        var snippet = info.getJsonObject("named_endpoints").getJsonObject("/greet").getJsonObject("code_snippets").getString("java");
        assertThat(complaints(snippet)).isEmpty();
        assertThat(complaints(snippet.replace("Client.connect", "Client.reach"))).contains("reach");
    }
}
