package io.gradio4j.impl.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.gradio4j.Blocks;
import io.gradio4j.LaunchOptions;
import io.gradio4j.impl.fixtures.Apps;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Press;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssemblyTest {

    private final Field out = new Field("Out");
    private final Press go = new Press("Go");
    private final Blocks page = Blocks.of(out, go);

    @Test
    void theFunctionsOfTheBrowserAreOneModule() {
        go.onClick().outputs(out).run(() -> "x");
        go.onClick().outputs(out).js(" (a) => a // same ").run(() -> "x");
        page.js("() => console.log('hi')");

        assertThat(Apps.of(page).functions()).contains("""
                export const functions = {
                "1": ((a) => a // same
                ),
                };
                export const load = (() => console.log('hi')
                );
                """);
    }

    @Test
    void withoutALoadFunctionItIsNull() {
        go.onClick().js("() => 1");

        assertThat(Apps.of(page).functions().orElseThrow()).endsWith("export const load = null;\n");
    }

    @Test
    void anAppWithoutFunctionsHasNoModule() {
        go.onClick().outputs(out).run(() -> "x");

        assertThat(Apps.of(page).functions()).isEmpty();
    }

    @Test
    void theModulesAddressChangesWithItsContent() {
        page.js("() => 1");
        var other = Blocks.of().js("() => 2");

        var address = Apps.of(page).page().getJsonObject("gradio4j").getString("js");
        assertThat(address).matches("gradio_api/app\\.js\\?v=[0-9a-f]{12}");
        assertThat(Apps.of(other).page().getJsonObject("gradio4j").getString("js")).isNotEqualTo(address);
    }

    @Test
    void aDefinitionIsFrozenByItsStart() {
        Apps.of(page);

        assertThatIllegalStateException().isThrownBy(() -> out.lines(2)).withMessageContaining("'lines'");
        assertThatIllegalStateException().isThrownBy(() -> page.title("late")).withMessageContaining("'title'");
        assertThatIllegalStateException().isThrownBy(() -> go.onClick().run(() -> { }));
    }

    @Test
    void anUnknownThemeIsNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> Apps.of(page.theme("nowhere"))).withMessageContaining("'nowhere'");
    }

    @Test
    void theOperatorDecidesWhetherErrorsShow() {
        var settings = Settings.from(new LaunchOptions().showError(false), name -> Optional.empty());

        assertThat(new Assembly(Apps.plugins(), settings).app(page.showError(true)).showError()).isFalse();
        assertThat(Apps.of(Blocks.of().showError(true)).showError()).isTrue();
        assertThat(Apps.of(Blocks.of()).showError()).isFalse();
    }

    @Test
    void fortyEventsRunAtOnceUnlessThePageSaysOtherwise() {
        assertThat(Apps.of(Blocks.of()).limits().maxThreads()).isEqualTo(40);
        assertThat(Apps.of(Blocks.of().maxThreads(3)).limits().maxThreads()).isEqualTo(3);
    }

    @Test
    void listenersAreFoundByNumberAndName() {
        go.onClick().outputs(out).apiName("greet").run(() -> "x");
        var app = Apps.of(page);

        assertThat(app.endpoint("greet")).isEqualTo(app.dependency(0));
        assertThat(app.endpoint("nothing")).isEmpty();
        assertThat(app.dependency(-1)).isEmpty();
        assertThat(app.dependency(1)).isEmpty();
    }
}
