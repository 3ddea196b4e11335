package io.gradio4j.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A program that calls {@code launch()}, with the jars that the launcher's artifact brings and no others. */
class LaunchIT {

    private static final Pattern NO_BEANS = Pattern.compile("(?!weld|jboss|jakarta\\.(enterprise|inject|interceptor|el|annotation)).*\\.jar");

    @Test
    void appStartsWithoutAContainerOfBeansAndStaysUntilItIsEnded() throws Exception {
        var classPath = Program.jars(NO_BEANS, "gradio4j/WEB-INF/lib", "gradio4j/META-INF/launcher", "fixtures");
        try (var hello = Program.start(List.of("-cp", classPath, "io.gradio4j.fixtures.Hello"), Map.of())) {
            assertThat(hello.get("").statusCode()).isEqualTo(200);
            assertThat(hello.log()).matches("\\* Running on local URL: {2}http://127\\.0\\.0\\.1:\\d+\n");
            assertThat(hello.end()).isTrue();
        }
    }
}
