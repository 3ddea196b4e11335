package io.gradio4j.impl.app;

import static io.gradio4j.Gradio.eventData;
import static io.gradio4j.Gradio.current;
import static io.gradio4j.Gradio.on;
import static io.gradio4j.Gradio.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.gradio4j.Api;
import io.gradio4j.ApiVisibility;
import io.gradio4j.Blocks;
import io.gradio4j.Render;
import io.gradio4j.SelectData;
import io.gradio4j.ShowProgress;
import io.gradio4j.State;
import io.gradio4j.TriggerMode;
import io.gradio4j.impl.fixtures.Apps;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Press;
import io.gradio4j.impl.fixtures.Tape;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DependenciesTest {

    private final Field name = new Field("Name");
    private final Field out = new Field("Out");
    private final Press go = new Press("Go!");
    private final Press stop = new Press("Stop");
    private final Blocks page = Blocks.of(name, out, go, stop);

    private App app() {
        return Apps.of(page);
    }

    private static String json(JsonObject entry, String... keys) {
        var text = new StringBuilder();
        for (var key : keys) {
            text.append(text.isEmpty() ? "" : " ").append(entry.get(key));
        }
        return text.toString();
    }

    @Test
    void listenersAreNumberedInTheOrderTheyWereMade() {
        stop.onClick().outputs(out).apiName("first").run(() -> "x");
        go.onClick().outputs(out).apiName("second").run(() -> "x");
        name.onSubmit().outputs(out).apiName("third").run(() -> "x");

        assertThat(Apps.names(app())).containsExactly("first", "second", "third");
        assertThat(app().dependencies()).extracting(Dependency::id).containsExactly(0, 1, 2);
    }

    @Test
    void anEndpointIsNamedAfterTheButton() {
        go.onClick().outputs(out).run(() -> "x");

        assertThat(Apps.names(app())).containsExactly("go");
    }

    @Test
    void anEndpointIsNamedAfterTheLabel() {
        name.onSubmit().outputs(out).run(() -> "x");

        assertThat(Apps.names(app())).containsExactly("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void aBlankNameIsNone(String blank) {
        go.onClick().outputs(out).apiName(blank).run(() -> "x").then().outputs(out).run(() -> "x");

        assertThat(Apps.names(app())).containsExactly("go", "go_then");
    }

    @Test
    void aGivenNameIsUsedAsItIs() {
        go.onClick().outputs(out).apiName("Say Hello!").run(() -> "x");

        assertThat(Apps.names(app())).containsExactly("Say Hello!");
    }

    @Test
    void anEndpointWithoutWordsIsNamedAfterTheEvent() {
        var bare = new Field();
        bare.onSubmit().outputs(out).run(() -> "x");
        page.onLoad().outputs(out).run(() -> "x");

        assertThat(Apps.names(Apps.of(Blocks.of(bare, page)))).containsExactly("submit", "load");
    }

    @ParameterizedTest
    @CsvSource({"Run again, run_again", "Größe (cm), groe_cm", "  A--B  , a_b", "Café №1, cafe_no1", "_x_, x", "東京, ''"})
    void textsBecomeIdentifiers(String text, String identifier) {
        assertThat(Dependencies.slug(text)).isEqualTo(identifier);
    }

    @Test
    void aNameThatIsTakenGetsTheNextNumber() {
        for (var i = 0; i < 3; i++) {
            go.onClick().outputs(out).run(() -> "x");
        }
        stop.onClick().outputs(out).apiName("go").run(() -> "x");

        assertThat(Apps.names(app())).containsExactly("go", "go_1", "go_2", "go_3");
    }

    @Test
    void followersAreNamedAfterWhatTheyFollow() {
        var first = go.onClick().outputs(out).run(() -> "x");
        first.then().outputs(out).run(() -> "x");
        first.onSuccess().outputs(out).run(() -> "x");
        first.onFailure().outputs(out).run(() -> "x");

        assertThat(Apps.names(app())).containsExactly("go", "go_then", "go_success", "go_failure");
    }

    @Test
    void javaScriptAloneIsPrivateAndNeedsNoServer() {
        go.onClick().inputs(name).outputs(out).js("n => n");
        stop.onClick().js("() => 1");

        var entry = Apps.entry(app(), "js_fn");
        assertThat(json(entry, "backend_fn", "js", "queue", "api_visibility")).isEqualTo("false \"n => n\" false \"private\"");
        assertThat(Apps.names(app())).containsExactly("js_fn", "js_fn_1");
    }

    @Test
    void visibilityIsWrittenInLowerCase() {
        go.onClick().apiName("a").apiVisibility(ApiVisibility.UNDOCUMENTED).run(() -> { });
        go.onClick().apiName("b").apiVisibility(ApiVisibility.PRIVATE).run(() -> { });
        go.onClick().apiName("c").run(() -> { });

        assertThat(Apps.entry(app(), "a").getString("api_visibility")).isEqualTo("undocumented");
        assertThat(Apps.entry(app(), "b").getString("api_visibility")).isEqualTo("private");
        assertThat(Apps.entry(app(), "c").getString("api_visibility")).isEqualTo("public");
    }

    @Test
    void cancellingIsAnEntryOfItsOwnBehindTheListener() {
        var slow = go.onClick().outputs(out).run(() -> "x");
        stop.onClick().cancels(slow);

        var keys = new String[] {"id", "targets", "cancels", "types", "backend_fn", "queue", "api_visibility"};
        assertThat(json(Apps.entry(app(), "unnamed"), keys))
                .isEqualTo("1 [[4,\"click\"]] [] {\"generator\":false,\"cancel\":false} false false \"private\"");
        assertThat(json(Apps.entry(app(), "unnamed_1"), keys))
                .isEqualTo("2 [[4,\"click\"]] [0] {\"generator\":false,\"cancel\":true} false false \"private\"");
        assertThat(Apps.names(app())).containsExactly("go", "unnamed", "unnamed_1");
    }

    @Test
    void aListenerThatAlsoCancelsHasTwoEntries() {
        var slow = go.onClick().outputs(out).run(() -> "x");
        var both = stop.onClick().outputs(out).cancels(slow).run(() -> "stopped");
        both.then().outputs(out).run(() -> "after");

        assertThat(Apps.names(app())).containsExactly("go", "stop", "unnamed", "stop_then");
        assertThat(json(Apps.entry(app(), "stop"), "cancels", "types")).isEqualTo("[] {\"generator\":false,\"cancel\":false}");
        assertThat(json(Apps.entry(app(), "unnamed"), "cancels", "targets")).isEqualTo("[0] [[4,\"click\"]]");
        assertThat(Apps.entry(app(), "stop_then").getInt("trigger_after")).isOne();
    }

    @Test
    void aListenerWithoutQueueCannotBeCancelled() {
        var fast = go.onClick().outputs(out).queue(false).run(() -> "x");
        stop.onClick().cancels(fast);

        assertThatIllegalStateException().isThrownBy(this::app).withMessageContaining("queue(false)");
    }

    @Test
    void aListenerWithoutFunctionCannotBeCancelled() {
        var browser = go.onClick().js("() => 1");
        stop.onClick().cancels(browser);

        assertThatIllegalStateException().isThrownBy(this::app).withMessageContaining("no function");
    }

    @Test
    void aListenerOfAnotherAppCannotBeCancelled() {
        var elsewhere = new Press("Elsewhere").onClick().outputs(out).run(() -> "x");
        stop.onClick().cancels(elsewhere);

        assertThatIllegalStateException().isThrownBy(this::app).withMessageContaining("no block of this app");
    }

    @Test
    void aGroupSharesItsLowestLimit() {
        go.onClick().outputs(out).concurrencyId("gpu").concurrencyLimit(5).run(() -> "x");
        go.onClick().outputs(out).concurrencyId("gpu").concurrencyLimit(2).run(() -> "x");
        go.onClick().outputs(out).concurrencyId("gpu").unlimitedConcurrency().run(() -> "x");

        assertThat(app().dependencies()).extracting(Dependency::lane).containsOnly(app().dependencies().getFirst().lane());
        assertThat(app().dependencies()).allSatisfy(d -> assertThat(d.limit()).hasValue(2));
    }

    @Test
    void withoutAGroupEachListenerHasALaneOfItsOwnWithTheDefaultLimit() {
        go.onClick().outputs(out).run(() -> "x");
        go.onClick().outputs(out).unlimitedConcurrency().run(() -> "x");

        assertThat(app().dependencies()).extracting(Dependency::lane).doesNotHaveDuplicates();
        assertThat(app().dependencies().get(0).limit()).hasValue(1);
        assertThat(app().dependencies().get(1).limit()).isEmpty();
    }

    @Test
    void thePageSetsTheDefaultLimit() {
        go.onClick().outputs(out).run(() -> "x");
        page.queue(q -> q.defaultConcurrencyLimit(7));

        assertThat(app().dependencies().getFirst().limit()).hasValue(7);
    }

    @Test
    void severalTriggersAreOneEntry() {
        on(name.onSubmit(), go.onClick()).outputs(out).run(() -> "x");

        assertThat(json(Apps.entry(app(), "name"), "targets", "event_specific_args")).isEqualTo("[[1,\"submit\"],[3,\"click\"]] []");
    }

    @Test
    void oneTriggerOfOnIsWrittenLikeSeveral() {
        on(go.onClick()).outputs(out).apiName("merged").run(() -> "x");
        go.onClick().outputs(out).apiName("plain").run(() -> "y");

        assertThat(json(Apps.entry(app(), "merged"), "event_specific_args")).isEqualTo("[]");
        assertThat(json(Apps.entry(app(), "plain"), "event_specific_args")).isEqualTo("null");
    }

    @Test
    void onWithoutTriggersListensToChangesAndTheLoad() {
        on().inputs(name, request(), out).outputs(out).run((n, r, o) -> n);

        assertThat(json(Apps.entry(app(), "change"), "targets", "inputs", "trigger_mode"))
                .isEqualTo("[[1,\"change\"],[2,\"change\"],[0,\"load\"]] [1,2] \"always_last\"");
    }

    @Test
    void followersHaveNoBlockAsTarget() {
        var first = go.onClick().outputs(out).run(() -> "x");
        first.then().outputs(out).run(() -> "x");
        first.onSuccess().outputs(out).run(() -> "x");
        first.onFailure().outputs(out).run(() -> "x");
        var keys = new String[] {"targets", "trigger_after", "trigger_only_on_success", "trigger_only_on_failure"};

        assertThat(json(Apps.entry(app(), "go"), keys)).isEqualTo("[[3,\"click\"]] null false false");
        assertThat(json(Apps.entry(app(), "go_then"), keys)).isEqualTo("[[null,\"then\"]] 0 false false");
        assertThat(json(Apps.entry(app(), "go_success"), keys)).isEqualTo("[[null,\"success\"]] 0 true false");
        assertThat(json(Apps.entry(app(), "go_failure"), keys)).isEqualTo("[[null,\"failure\"]] 0 false true");
    }

    @Test
    void aComputedValueIsThereFromTheStartAndSetAtEachLoad() {
        name.value(() -> "now");

        assertThat(json(Apps.entry(app(), "name"), "targets", "inputs", "outputs", "backend_fn", "show_progress", "trigger_mode", "api_visibility"))
                .isEqualTo("[[0,\"load\"]] [] [1] true \"full\" \"once\" \"public\"");
        assertThat(app().config().getJsonArray("components").getJsonObject(0).getJsonObject("props").getString("value")).isEqualTo("now");
    }

    @Test
    void aComputedValueFollowsItsInputsAndATimer() {
        out.value(name, n -> n + "!").every(Duration.ofMillis(1500));

        assertThat(json(Apps.entry(app(), "out"), "targets", "inputs", "outputs", "show_progress", "trigger_mode", "event_specific_args"))
                .isEqualTo("[[1,\"change\"],[6,\"tick\"],[0,\"load\"]] [1] [2] \"hidden\" \"always_last\" null");
        assertThat(Apps.properties(app(), "timer").toString()).contains("\"value\":1.5", "\"active\":true");
    }

    @Test
    void aValueComputedFromTheRequestIsSetAtEachLoadOnly() {
        out.value(request(), r -> r.sessionHash());

        assertThat(json(Apps.entry(app(), "out"), "targets", "inputs", "outputs", "show_progress", "trigger_mode"))
                .isEqualTo("[[0,\"load\"]] [] [2] \"full\" \"once\"");
    }

    @Test
    void aRenderShowsThatItDrawsUnlessATimerHasItDraw() {
        var shown = new Render<>(name, Field::new);
        var ticking = new Render<>(() -> new Field("b")).triggers(go.onTick());
        var app = Apps.of(Blocks.of(name, go, shown, ticking));

        assertThat(json(Apps.entry(app, "apply"), "targets", "show_progress")).isEqualTo("[[0,\"load\"],[1,\"change\"]] \"full\"");
        assertThat(json(Apps.entry(app, "apply_1"), "targets", "show_progress")).isEqualTo("[[2,\"tick\"]] \"hidden\"");
    }

    @Test
    void aFixedValueIsNotComputedAgain() {
        out.value("x").every(Duration.ofSeconds(1));

        assertThatIllegalStateException().isThrownBy(this::app).withMessageContaining("Out").withMessageContaining("every");
    }

    @Test
    void whatCancelsATimersListenerStopsTheTimerToo() {
        var ticking = go.onTick().outputs(out).apiName("tick").run(() -> "x");
        stop.onClick().cancels(ticking);

        var entry = Apps.entry(app(), "unnamed_1");
        assertThat(json(entry, "targets", "outputs", "cancels", "backend_fn", "queue", "api_visibility"))
                .isEqualTo("[[4,\"click\"]] [3] [0] true false \"private\"");
        assertThat(entry.getJsonObject("types").getBoolean("cancel")).isTrue();
    }

    @Test
    void whatCancelsATimersListenerAfterAnotherOneKeepsItsCondition() {
        var ticking = go.onTick().outputs(out).apiName("tick").run(() -> "x");
        stop.onClick().outputs(out).apiName("check").run(() -> "x").onSuccess().cancels(ticking);

        assertThat(json(Apps.entry(app(), "unnamed_1"), "targets", "outputs", "cancels", "trigger_after", "trigger_only_on_success",
                "trigger_only_on_failure")).isEqualTo("[[null,\"success\"]] [3] [0] 1 true false");
    }

    @Test
    void aBatchSaysItsSize() {
        go.onClick().inputs(name).outputs(out).apiName("each").batch(3, names -> names);

        assertThat(json(Apps.entry(app(), "each"), "batch", "max_batch_size", "types"))
                .isEqualTo("true 3 {\"generator\":false,\"cancel\":false}");
    }

    @Test
    void aStreamSaysItsTimes() {
        var tape = new Tape();
        tape.onStream().inputs(tape).outputs(out).apiName("listen").timeLimit(Duration.ofSeconds(5)).streamEvery(Duration.ofMillis(100)).run(n -> "x");

        var app = Apps.of(Blocks.of(tape, out));
        assertThat(json(Apps.entry(app, "listen"), "connection", "time_limit", "stream_every", "event_specific_args", "trigger_mode", "show_progress"))
                .isEqualTo("\"stream\" 5 0.1 [\"stream_every\"] \"multiple\" \"minimal\"");
        assertThat(Apps.properties(app, "tape").getBoolean("streaming")).isTrue();
        assertThat(app.config().getBoolean("connect_heartbeat")).isTrue();
    }

    @Test
    void aStreamNeedsTheQueue() {
        var tape = new Tape();
        tape.onStream().inputs(tape).outputs(out).queue(false).run(n -> "x");

        assertThatIllegalStateException().isThrownBy(() -> Apps.of(Blocks.of(tape, out))).withMessageContaining("stream");
    }

    @Test
    void whatLooksAtTheRequestIsNotCached() {
        go.onClick().inputs(request()).outputs(out).apiName("who").cached().run(r -> r.sessionHash());

        assertThatIllegalStateException().isThrownBy(this::app).withMessageContaining("'who'").withMessageContaining("request");
    }

    @Test
    void whatLooksAtABlockOfOnePageIsNotCached() {
        go.onClick().inputs(current(name)).outputs(out).apiName("look").cached().run(Field::describe);

        assertThatIllegalStateException().isThrownBy(this::app).withMessageContaining("'look'").withMessageContaining("one page");
    }

    @Test
    void whatSetsAStateIsNotCached() {
        var state = State.of(0);
        go.onClick().inputs(name).outputs(state).apiName("count").cached().run(n -> 1);

        assertThatIllegalStateException().isThrownBy(this::app).withMessageContaining("State");
    }

    @Test
    void anEndpointNeedsNoPlaceOnThePage() {
        page.api("add").inputs(Api.of("a", Integer.class), Api.of("b", Integer.class)).outputs(Api.of("sum", Integer.class)).run((a, b) -> a + b);

        assertThat(json(Apps.entry(app(), "add"), "targets", "show_progress", "queue", "api_visibility", "inputs", "outputs"))
                .isEqualTo("[] \"hidden\" true \"public\" [7,8] [6]");
        assertThat(Apps.types(app())).endsWith("api", "api", "api");
    }

    @Test
    void theEndOfAPageIsFiredByNoBlock() {
        page.onUnload().run(() -> { });

        assertThat(json(Apps.entry(app(), "unload"), "targets", "show_progress", "api_visibility"))
                .isEqualTo("[[null,\"unload\"]] \"hidden\" \"private\"");
        assertThat(app().config().getBoolean("connect_heartbeat")).isTrue();
    }

    @Test
    void defaultsDependOnTheFirstEvent() {
        go.onTick().outputs(out).apiName("tick").run(() -> "x");
        name.onChange().outputs(out).apiName("change").run(() -> "x");
        name.onInput().outputs(out).apiName("input").run(() -> "x");

        assertThat(json(Apps.entry(app(), "tick"), "trigger_mode", "show_progress")).isEqualTo("\"once\" \"hidden\"");
        assertThat(json(Apps.entry(app(), "change"), "trigger_mode", "show_progress")).isEqualTo("\"always_last\" \"full\"");
        assertThat(json(Apps.entry(app(), "input"), "trigger_mode", "show_progress")).isEqualTo("\"once\" \"full\"");
    }

    @Test
    void whatTheAuthorSaysWins() {
        name.onChange().outputs(out).triggerMode(TriggerMode.MULTIPLE).showProgress(ShowProgress.MINIMAL).showProgressOn(go)
                .scrollToOutput(true).apiDescription("says x").run(() -> "x");

        assertThat(json(Apps.entry(app(), "name"), "trigger_mode", "show_progress", "show_progress_on", "scroll_to_output", "api_description"))
                .isEqualTo("\"multiple\" \"minimal\" [3] true \"says x\"");
    }

    @Test
    void injectedArgumentsAreNoInputs() {
        name.onSelect().inputs(eventData(SelectData.class), name, request()).outputs(out).run((s, n, r) -> n);

        assertThat(json(Apps.entry(app(), "name"), "inputs", "collects_event_data")).isEqualTo("[1] true");
    }

    @Test
    void streamsAreGenerators() {
        go.onClick().outputs(out).apiName("stream").stream(() -> Stream.of("x"));
        go.onClick().outputs(out).apiName("emit").emit(sink -> sink.next("x"));

        assertThat(Apps.entry(app(), "stream").getJsonObject("types").getBoolean("generator")).isTrue();
        assertThat(Apps.entry(app(), "emit").getJsonObject("types").getBoolean("generator")).isTrue();
    }

    @Test
    void anEntryHasTheDocumentedFields() {
        go.onClick().inputs(name).outputs(out).apiName("greet").run(n -> n);

        assertThat(Apps.entry(app(), "greet")).hasToString("{\"id\":0,\"targets\":[[3,\"click\"]],\"inputs\":[1],\"outputs\":[2],"
                + "\"backend_fn\":true,\"js\":null,\"queue\":true,\"api_name\":\"greet\",\"api_description\":null,"
                + "\"scroll_to_output\":false,\"show_progress\":\"full\",\"show_progress_on\":null,\"batch\":false,\"max_batch_size\":4,"
                + "\"cancels\":[],\"types\":{\"generator\":false,\"cancel\":false},\"collects_event_data\":false,\"trigger_after\":null,"
                + "\"trigger_only_on_success\":false,\"trigger_only_on_failure\":false,\"trigger_mode\":\"once\","
                + "\"api_visibility\":\"public\",\"rendered_in\":null,\"render_id\":null,\"connection\":\"sse\",\"time_limit\":null,"
                + "\"stream_every\":0.5,\"event_specific_args\":null,\"component_prop_inputs\":[],\"js_implementation\":null}");
    }

    @Test
    void stateIsAnInputLikeAnyOther() {
        var state = State.of(1);
        go.onClick().inputs(name, state).outputs(out, state).run((n, s) -> io.gradio4j.Updates.of(state, s + 1));

        var id = Apps.ids(app()).getLast();
        assertThat(json(Apps.entry(app(), "go"), "inputs", "outputs")).isEqualTo("[1," + id + "] [2," + id + "]");
    }
}
