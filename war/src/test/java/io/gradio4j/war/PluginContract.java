package io.gradio4j.war;

import static io.gradio4j.war.Caller.API;
import static io.gradio4j.war.Caller.json;
import static io.gradio4j.war.Caller.newSession;
import static io.gradio4j.war.Caller.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jars of others, wherever they were put: what they bring works, and what is wrong with one of them stops nothing else. */
interface PluginContract {

    /** The jars, as the build makes them. */
    static Stream<Path> jars() {
        return Stream.of("rating", "corporate", "reviews", "broken", "twin", "moduleless").map(name -> Program.TARGET.resolve("plugins/" + name + ".jar"));
    }

    /** A client of the server, at the top. */
    Caller server();

    private Caller reviews() {
        return new Caller(server().base().resolve("reviews/"));
    }

    @Test
    default void componentOfAJarIsInThePageWithItsDefaultsAndItsModule() throws Exception {
        try (var app = reviews()) {
            var page = app.get("").body();
            var start = page.indexOf("id=\"gradio-config\">") + "id=\"gradio-config\">".length();
            var config = json(page.substring(start, page.indexOf("</script>", start))).asJsonObject();
            var module = config.getJsonObject("gradio4j").getJsonObject("modules").getString("rating");
            assertThat(module).matches("assets/[0-9a-f]+/rating/rating.js");
            assertThat(page).contains("<link rel=\"modulepreload\" href=\"" + module + "\">");
            assertThat(app.get(module).body()).isEqualTo(Files.readString(Path.of("src/plugins/rating/resources/META-INF/resources/gradio/rating/rating.js")));
            var stars = config.getJsonArray("components").getValuesAs(JsonObject.class).stream()
                    .filter(c -> c.getString("type").equals("rating")).map(c -> c.getJsonObject("props")).toList();
            assertThat(stars).extracting(p -> p.getString("label") + " " + p.get("value") + "/" + p.get("max"))
                    .containsExactly("Your rating 0/10", "The worst so far 0/5");
            var parameter = object(app.get(API + "info")).getJsonObject("named_endpoints").getJsonObject("/judge").getJsonArray("parameters").getJsonObject(0);
            assertThat(parameter.get("type")).isEqualTo(json("{\"type\":\"integer\",\"minimum\":0,\"maximum\":10}"));
            assertThat(parameter.getString("component")).isEqualTo("Rating");
        }
    }

    @Test
    default void valueOfItMakesTheRoundTrip() throws Exception {
        try (var app = reviews()) {
            assertThat(app.run("judge", 7)).isEqualTo(json("\"7 of 10 stars\""));
            var session = newSession();
            app.join(session, "worst", 4, 2);
            try (var stream = app.stream(session)) {
                assertThat(stream.await("process_completed").getJsonObject("output").get("data")).isEqualTo(json("[2]"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"11 | 11", "-1 | -1", "2.5 | 2.5", "null | null", "true | true", "{\"a\":[]} | {\"a\":[]}"})
    default void valueThatIsNoneOfItIsRefusedInItsWords(String value, String named) throws Exception {
        try (var app = reviews()) {
            var answer = app.post(API + "run/judge", "{\"data\":[" + value + "]}");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(object(answer).getString("error")).isEqualTo("Rating \"Your rating\" takes 0 to 10 stars, not " + named);
        }
    }

    @Test
    default void themeOfAJarIsFoundByItsName() throws Exception {
        try (var app = reviews()) {
            var css = app.get("theme.css").body();
            assertThat(css).contains("--primary-600: #0d9488;").contains("--button-primary-background-fill: var(--primary-600);").contains("'Inter'");
            assertThat(app.config().getString("theme_hash")).isNotEqualTo(server().config().getString("theme_hash"));
        }
    }

    @Test
    default void appsOfAllOthersAreServed() throws Exception {
        try (var hello = new Caller(server().base().resolve("hello/")); var lamp = new Caller(server().base().resolve("lamp/"))) {
            assertThat(hello.run("greet", "Ada")).isEqualTo(json("\"Hello Ada!\""));
            assertThat(lamp.get("").statusCode()).isEqualTo(200);
            assertThat(lamp.get("").body()).contains("\"type\":\"lamp\"");
        }
    }

    /** What is said of the jars in a server's log. */
    static List<String> complaints(String log) {
        return log.lines().filter(line -> jars().anyMatch(jar -> line.contains(Objects.toString(jar.getFileName())))).toList();
    }

    /** What has to be said of the jars that are broken, lack something, or take what is taken. */
    static void assertComplaints(String log) {
        assertThat(complaints(log)).hasSize(4)
                .anyMatch(line -> line.contains("broken.jar: a provider is named in META-INF/services but cannot be loaded")
                        && line.contains("com.example.broken.Absent"))
                .anyMatch(line -> line.contains("broken.jar: the provider com.example.broken.BrokenPlugin is broken and left out")
                        && line.contains("the licence has expired"))
                .anyMatch(line -> line.contains("the component type 'textbox' is already provided by") && line.contains("twin.jar")
                        && line.contains("gradio4j-components-core"))
                .anyMatch(line -> line.contains("moduleless.jar: the browser module META-INF/resources/gradio/lamp/lamp.js of the component type 'lamp' is missing"));
    }
}
