package io.gradio4j.impl.event;

import static io.gradio4j.Gradio.current;
import static io.gradio4j.Gradio.eventData;
import static io.gradio4j.Gradio.header;
import static io.gradio4j.Gradio.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gradio4j.Blocks;
import io.gradio4j.CopyData;
import io.gradio4j.EventData;
import io.gradio4j.Request;
import io.gradio4j.SelectData;
import io.gradio4j.State;
import io.gradio4j.Updates;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Press;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.impl.message.Message;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    private final Field name = new Field("Name").maxLength(5);
    private final Field city = new Field("City");
    private final Field out = new Field("Out");
    private final Press go = new Press("Go");
    private Stage stage = new Stage(Blocks.of());

    private Stage stage() {
        stage = new Stage(Blocks.of(name, city, out, go).showError(true));
        return stage;
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private RefusedException refused(String json) {
        return catchThrowableOfType(RefusedException.class, () -> stage().join("x", json));
    }

    private void rules() {
        go.onClick().inputs(request(), name, city).outputs(out).apiName("x").validate(name, n -> n.length() > 2, "too short")
                .validate(name, n -> !n.startsWith("x"), "no x").run((r, n, c) -> n);
    }

    @Test
    void tooFewValuesAreCounted() {
        go.onClick().inputs(name, city).outputs(out).apiName("x").run((n, c) -> n + c);

        assertThat(Stage.failure(stage().run("x", "[\"a\"]"))).contains("An event handler (x) didn't receive enough input values (needed: 2, got: 1).")
                .contains("Field \\\"Name\\\", Field \\\"City\\\"");
    }

    @Test
    void surplusValuesAreIgnored() {
        go.onClick().inputs(name).outputs(out).apiName("x").run(n -> n);

        assertThat(Stage.data(stage().run("x", "[\"a\",\"b\",3]"))).containsExactly("[\"a\"]");
    }

    @Test
    void aBlockCanBeSeenAsItsPageHasIt() {
        go.onClick().inputs(current(name)).outputs(out).apiName("look").run(field -> field.property("max_length").orElse("none") + " " + field.describe());
        go.onClick().outputs(List.of(name)).apiName("change").run(() -> Updates.of(new Field().maxLength(9).as(name)));
        stage();

        assertThat(Stage.data(stage.run("look", "[]"))).containsExactly("[\"5 Field \\\"Name\\\"\"]");
        stage.run("change", "[]");
        assertThat(Stage.data(stage.run("look", "[]"))).containsExactly("[\"9 Field \\\"Name\\\"\"]");
    }

    @Test
    void aBlockThatIsOnNoPageIsSeenAsItWasMade() {
        go.onClick().inputs(current(new Field("Nowhere").lines(3))).outputs(out).apiName("look").run(field -> "" + field.property("lines").orElse(0));

        assertThat(Stage.data(stage().run("look", "[]"))).containsExactly("[\"3\"]");
    }

    @Test
    void aWrongValueNamesItsComponentAndIsShown() {
        go.onClick().inputs(name).outputs(out).apiName("x").run(n -> n);

        assertThat(Stage.failure(stage().run("x", "[7]"))).startsWith("{\"error\":\"Field \\\"Name\\\" takes a string, not 7\"");
    }

    @Test
    void aValueIsCheckedAgainstThePagesOwnProperties() {
        go.onClick().inputs(name).outputs(out).apiName("x").run(n -> n);
        var open = stage();
        open.session.change(open.endpoint("x").inputs().getFirst().id(), name, Map.of("max_length", 2));

        assertThat(Stage.failure(open.run("x", "[\"abc\"]"))).contains("at most 2 characters");
    }

    @Test
    void aConversionThatBreaksSaysWhereAndWithWhat() {
        go.onClick().inputs(name).outputs(out).apiName("x").run(n -> n);

        assertThat(Stage.failure(stage().run("x", "[\"boom\"]")))
                .isEqualTo("{\"error\":\"preprocess of Field \\\"Name\\\" failed for the value \\\"boom\\\"\",\"visible\":true}");
    }

    @Test
    void stateIsTheSessionsWhateverTheClientSends() {
        var state = State.of("mine");
        go.onClick().inputs(state, name).outputs(out).apiName("x").run((s, n) -> s + n);

        assertThat(Stage.data(stage().run("x", "[\"theirs\",\"!!\"]"))).containsExactly("[\"mine!!\"]");
    }

    @Test
    void headersAndRequestAreInjected() {
        go.onClick().inputs(header("X-Lang"), name, request(), header("x-none")).outputs(out).apiName("x")
                .run((lang, n, r, none) -> lang + n + r.username() + "[" + none + "]");
        var request = new Request(Map.of("x-lang", List.of("de")), Map.of(), Map.of(), "", "", "ada", "");
        var input = new Input(Jsons.read("[\"-\"]").asJsonArray(), JsonValue.NULL, OptionalInt.empty(), request);
        var open = stage();

        assertThat(Stage.data(open.until(open.join(open.session, "x", input, true)))).containsExactly("[\"de-ada[]\"]");
    }

    private List<Message> fire(String data, OptionalInt trigger) {
        var open = stage();
        var input = new Input(JsonValue.EMPTY_JSON_ARRAY, Jsons.read(data), trigger, Request.NONE);
        return open.until(open.join(open.session, "x", input, true));
    }

    @Test
    void aSelectionKnowsItsBlock() {
        name.onSelect().inputs(eventData(SelectData.class)).outputs(out).apiName("x").run(s -> s.target().describe() + s.index() + s.text());

        assertThat(Stage.data(fire("{\"index\":[0,1],\"value\":\"a\"}", OptionalInt.of(1)))).containsExactly("[\"Field \\\"Name\\\"[0, 1]a\"]");
    }

    @Test
    void aCopyHasItsText() {
        name.onCopy().inputs(eventData(CopyData.class)).outputs(out).apiName("x").run(CopyData::value);

        assertThat(Stage.data(fire("{\"value\":\"copied\"}", OptionalInt.of(1)))).containsExactly("[\"copied\"]");
    }

    @Test
    void anyEventHasItsRawData() {
        name.onSelect().inputs(eventData(EventData.class)).outputs(out).apiName("x").run(e -> e.data().toString());

        assertThat(Stage.data(fire("[1,2]", OptionalInt.of(1)))).containsExactly("[\"[1,2]\"]");
    }

    /** An event of a component of one's own. */
    public record Rated(int stars) {
    }

    @Test
    void eventDataOfOnesOwnIsReadByJsonB() {
        name.onSelect().inputs(eventData(Rated.class)).outputs(out).apiName("x").run(r -> "stars: " + r.stars());

        assertThat(Stage.data(fire("{\"stars\":4}", OptionalInt.empty()))).containsExactly("[\"stars: 4\"]");
    }

    @Test
    void eventDataWithoutABlockIsRefused() {
        name.onSelect().inputs(eventData(SelectData.class)).outputs(out).apiName("x").run(SelectData::text);

        assertThat(Stage.failure(fire("{}", OptionalInt.empty()))).contains("trigger_id");
        assertThat(Stage.failure(fire("{}", OptionalInt.of(99)))).contains("trigger_id");
    }

    @Test
    void aBrokenRuleIsSaidAtItsInput() {
        rules();

        var refused = refused("[\"ab\",\"Rome\"]");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.detail()).hasToString("[{\"__type__\":\"validate\",\"is_valid\":false,\"message\":\"too short\","
                + "\"parameter_name\":\"name\"},{\"is_valid\":true,\"message\":\"\"}]");
        assertThat(refused).hasMessage("too short");
    }

    @Test
    void theFirstBrokenRuleOfAnInputIsSaid() {
        rules();

        assertThat(refused("[\"x\",\"Rome\"]")).hasMessage("too short");
        assertThat(refused("[\"xyz\",\"Rome\"]")).hasMessage("no x");
    }

    @Test
    void aRefusedEventLeavesNothingBehind() {
        rules();

        refused("[\"ab\",\"Rome\"]");

        assertThat(stage.heard()).isEmpty();
        assertThat(stage.session.outbox().unfinished()).isEmpty();
        assertThat(stage.queue.waiting()).isZero();
    }

    @Test
    void valuesThatKeepTheRulesGoThrough() {
        rules();

        assertThat(Stage.data(stage().run("x", "[\"abc\",\"Rome\"]"))).containsExactly("[\"abc\"]");
    }

    @Test
    void rulesMaySeeState() {
        var cart = State.of("full");
        go.onClick().inputs(cart, name).outputs(cart, out).apiName("x").validate(cart, c -> !c.equals("full"), "The cart is full")
                .run((c, n) -> Updates.of(out, n));

        assertThat(refused("[null,\"tea\"]").detail().asJsonArray()).hasSize(2).element(0).asString().contains("The cart is full");
    }

    @Test
    void aRuleThatBreaksIsABadRequest() {
        go.onClick().inputs(name).outputs(out).apiName("x").validate(name, n -> Integer.parseInt(n) > 0, "positive").run(n -> n);

        var refused = refused("[\"ab\"]");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused).hasMessageContaining("\"ab\"");
    }

    @Test
    void rulesDoNotHoldForDirectCalls() {
        rules();
        var open = stage();

        assertThat(open.queue.direct(open.session, open.endpoint("x"), Stage.input("[\"ab\",\"\"]")).output()).isPresent();
    }
}
