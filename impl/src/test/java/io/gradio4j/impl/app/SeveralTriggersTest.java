package io.gradio4j.impl.app;

import static io.gradio4j.Gradio.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.Blocks;
import io.gradio4j.impl.fixtures.Field;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeveralTriggersTest {

    private static App app(Blocks page) {
        return new Assembly(new Plugins(SeveralTriggersTest.class.getClassLoader(), Optional.empty()), Settings.defaults()).app(page);
    }

    @Test
    void oneListenerHasAllItsTriggers() {
        var one = new Field("One");
        var two = new Field("Two");
        on(one.onSubmit(), two.onChange()).inputs(one).outputs(two).run(v -> v);

        var dependencies = app(Blocks.of(one, two)).dependencies();
        assertThat(dependencies).hasSize(1);
        assertThat(dependencies.getFirst().targets()).extracting(Dependency.Target::event).containsExactly("submit", "change");
    }

    @Test
    void aTriggerThatStandsInNoTreeDoesNotLoseTheOthers() {
        var nowhere = new Field("Nowhere");
        var here = new Field("Here");
        on(nowhere.onSubmit(), here.onSubmit()).outputs(here).run(() -> "ran");

        var dependencies = app(Blocks.of(here)).dependencies();
        assertThat(dependencies).hasSize(1);
        assertThat(dependencies.getFirst().targets()).extracting(Dependency.Target::event).containsExactly("submit");
    }

    @Test
    void parametersNeverShareAName() {
        var first = new Field("param_1");
        var second = new Field("1 digit first");
        first.onSubmit().inputs(first, second).outputs(second).apiName("both").run((a, b) -> a + b);

        assertThat(app(Blocks.of(first, second)).info().endpoint("/both").orElseThrow().parameters()).extracting(ApiInfo.Parameter::name)
                .containsExactly("param_1", "param_1_");
    }
}
