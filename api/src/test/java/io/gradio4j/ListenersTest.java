package io.gradio4j;

import static io.gradio4j.Gradio.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenersTest {

    private final Field name = new Field("Name");
    private final Field other = new Field("Other");
    private final Field out = new Field("Out");

    @Test
    void javaScriptRegistersWithoutAFunction() {
        name.onClick().js("() => 1");

        assertThat(name.listeners()).singleElement().satisfies(d -> {
            assertThat(d.js()).contains("() => 1");
            assertThat(d.handler()).isEmpty();
        });
    }

    @Test
    void javaScriptBeforeAFunctionRegistersOnce() {
        name.onClick().inputs(name).outputs(out).js("v => v").run(v -> v);

        assertThat(name.listeners()).singleElement().satisfies(d -> assertThat(d.handler()).isPresent());
    }

    @Test
    void cancelsRegistersWithoutAFunction() {
        var slow = name.onClick().outputs(out).run(() -> "x");

        other.onClick().cancels(slow);

        assertThat(other.listeners()).singleElement().satisfies(d -> assertThat(d.cancels()).containsExactly(slow.definition()));
    }

    @Test
    void onGathersTheTriggersOfSeveralBlocks() {
        var listener = on(name.onSubmit(), other.onClick()).outputs(out).run(() -> "x");

        assertThat(listener.definition().targets()).containsExactly(new ListenerDefinition.Target(name, "submit"),
                new ListenerDefinition.Target(other, "click"));
        assertThat(listener.definition().onInputsAndLoad()).isFalse();
    }

    @Test
    void onWithoutTriggersListensToItsInputs() {
        var listener = on().inputs(name, other).outputs(out).run((n, o) -> n + o);

        assertThat(listener.definition().onInputsAndLoad()).isTrue();
        assertThat(name.listeners()).containsExactly(listener.definition());
    }

    @Test
    void onWithoutTriggersAndInputsIsAnError() {
        assertThatIllegalStateException().isThrownBy(() -> on().outputs(out).run(() -> "x"))
                .withMessageContaining("on() without triggers needs inputs");
    }

    @Test
    void followersKnowWhatTheyFollowAndWhen() {
        var first = name.onClick().outputs(out).run(() -> "x");

        var always = first.then().outputs(out).run(() -> "a").definition();
        var success = first.onSuccess().outputs(out).run(() -> "b").definition();
        var failure = first.onFailure().outputs(out).run(() -> "c").definition();

        assertThat(first.definition().followers()).containsExactly(always, success, failure);
        assertThat(always.condition()).isEqualTo(ListenerDefinition.Condition.ALWAYS);
        assertThat(success.condition()).isEqualTo(ListenerDefinition.Condition.SUCCESS);
        assertThat(failure.condition()).isEqualTo(ListenerDefinition.Condition.FAILURE);
        assertThat(failure.after()).contains(first.definition());
        assertThat(failure.targets()).isEmpty();
    }

    @Test
    void listenersAreOrderedByTheTimeTheyWereMade() {
        var first = name.onClick();
        var second = other.onClick().run(() -> { });

        assertThat(first.run(() -> { }).definition().order()).isLessThan(second.definition().order());
    }

    @Test
    void onlyBlocksHaveEvents() {
        assertThatIllegalArgumentException().isThrownBy(() -> Event.of("text", "click"))
                .withMessageContaining("click").withMessageContaining("java.lang.String");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aConcurrencyLimitIsOneOrMore(int limit) {
        assertThatIllegalArgumentException().isThrownBy(() -> name.onClick().concurrencyLimit(limit))
                .withMessage("concurrencyLimit must be 1 or more, not " + limit);
    }

    @Test
    void concurrencyCanBeUnlimited() {
        assertThat(name.onClick().unlimitedConcurrency().run(() -> { }).definition().concurrency())
                .isEqualTo(new ListenerDefinition.Concurrency.Unlimited());
    }

    @Test
    void rulesAreKeptForTheirInputInOrder() {
        var definition = name.onClick().inputs(other, name).validate(name, n -> !n.isBlank(), "Name it")
                .validate(name, n -> n.length() < 5, "Shorter").run((o, n) -> { }).definition();

        assertThat(definition.checks(name)).extracting(ListenerDefinition.Check::message).containsExactly("Name it", "Shorter");
        assertThat(definition.checks(other)).isEmpty();
        assertThat(definition.lastChecked()).hasValue(1);
    }

    @Test
    void aRuleForAComponentThatIsNoInputIsAnError() {
        var chain = name.onClick().validate(other, o -> !o.isBlank(), "Fill it in").inputs(name);

        assertThatIllegalArgumentException().isThrownBy(() -> chain.run(n -> { })).withMessageContaining("Field \"Other\"");
        assertThat(name.listeners()).isEmpty();
    }

    @Test
    void withoutRulesNoInputIsChecked() {
        assertThat(name.onClick().inputs(name).run(n -> { }).definition().lastChecked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -40})
    void thePagesLimitsAreOneOrMore(int limit) {
        assertThatIllegalArgumentException().isThrownBy(() -> Blocks.of().queue(q -> q.defaultConcurrencyLimit(limit)))
                .withMessageContaining("defaultConcurrencyLimit").withMessageContaining(String.valueOf(limit));
        assertThatIllegalArgumentException().isThrownBy(() -> Blocks.of().maxThreads(limit)).withMessageContaining("max_threads");
    }
}
