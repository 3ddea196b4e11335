package io.gradio4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {

    private static List<String> paths(Blocks page) {
        return page.routes().stream().map(Route::path).toList();
    }

    @ParameterizedTest
    @CsvSource({"/second, second", "second/, second", "//a//, a", "a-b.c_d~1, a-b.c_d~1", "'/x:@[1]=+,(2)*!$&', 'x:@[1]=+,(2)*!$&'", "Second, Second"})
    void aPathIsOnePartWithoutSlashes(String given, String path) {
        assertThat(paths(Blocks.of().route("Second", given))).containsExactly(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a/b", "a b", "ä", "a?b", "a#b", "a%20b", "a;b", "a\\b", ".", "..", "a\nb"})
    void otherSignsAreRefused(String path) {
        assertThatThrownBy(() -> Blocks.of().route("Second", path)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + path + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"theme.css", "robots.txt", "pwa_icon", "manifest.json", "/login", "logout", "svelte", "config", "static", "assets", "favicon.ico",
        "gradio_api", "gradio.js", "/monitoring/"})
    void whatTheAppItselfServesIsTaken(String path) {
        assertThatThrownBy(() -> Blocks.of().route("Second", path)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("taken");
    }

    @ParameterizedTest
    @CsvSource({"Second, second", "More  examples, more-examples", "Ünïcode - Ämter, unicode-amter", "'What? Why!', what-why", "__a--b__, a-b",
        "'- x -', x", "a_b, a_b", "Login, _login", "日本, _", "Café №1, cafe-no1"})
    void withoutAPathTheNameGivesOne(String name, String path) {
        assertThat(paths(Blocks.of().route(name))).containsExactly(path);
    }

    @Test
    void aPathThatIsTakenByAPageGetsUnderscores() {
        assertThat(paths(Blocks.of().route("A", "/x").route("B", "/x").route("X").hiddenRoute("C", "_x"))).containsExactly("x", "_x", "__x", "___x");
    }

    @Test
    void theBarShowsWhatIsNotHidden() {
        assertThat(Blocks.of().route("A").hiddenRoute("B", "b").routes()).extracting(Route::showInNavbar).containsExactly(true, false);
    }

    @Test
    void pagesCannotBeAddedOnceTheAppHasStarted() {
        var page = Blocks.of();
        BlockAccess.freeze(page);
        assertThatThrownBy(() -> page.route("Second")).isInstanceOf(IllegalStateException.class);
    }
}
