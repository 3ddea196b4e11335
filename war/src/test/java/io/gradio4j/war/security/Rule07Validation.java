package io.gradio4j.war.security;

import static io.gradio4j.war.Caller.API;
import static io.gradio4j.war.Caller.newSession;
import static io.gradio4j.war.Caller.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.war.Caller;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 7: the server checks every value again against what its component allows, whatever the page would have let through. */
public interface Rule07Validation extends Fortress {

    private void assertRefused(String endpoint, String values) throws Exception {
        var direct = app().post(API + "run/" + endpoint, "{\"data\":" + values + "}");
        assertThat(direct.statusCode()).as(direct.body()).isEqualTo(500);
        assertThat(object(direct).getString("error")).isNotBlank().doesNotContain("Exception", "\tat ");

        var session = newSession();
        var joined = app().post(API + "queue/join", "{\"data\":" + values + ",\"fn_index\":" + app().function(endpoint) + ",\"session_hash\":\"" + session + "\"}");
        assertThat(joined.statusCode()).as(joined.body()).isEqualTo(200);
        try (var stream = app().stream(session)) {
            assertThat(stream.await("process_completed").getBoolean("success")).isFalse();
        }
    }

    /** A text is text. */
    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "[\"a\"]", "{\"value\":\"a\"}", "[[]]", "{\"__type__\":\"update\"}", "{\"path\":\"/etc/passwd\"}"})
    default void textIsText(String value) throws Exception {
        assertRefused("echo", "[" + value + "]");
    }

    /** A slider has two ends, and a number between them. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "0.999999", "10.000001", "11", "-1", "1e308", "-1e308", "1e-320", "null", "true", "false", "\"5\"", "\"\"", "\"NaN\"", "\"Infinity\"",
        "[5]", "{\"value\":5}", "[]", "{}"})
    default void sliderKeepsItsEnds(String value) throws Exception {
        assertRefused("level", "[" + value + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "\"two\"", "true", "[2]", "{}", "\"1e5\"", "\"0x10\"", "\"NaN\"", "[null]"})
    default void numberIsANumber(String value) throws Exception {
        assertRefused("repeat", "[\"a\"," + value + "]");
    }

    /** Endpoints without components have types, too. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"add | [\"1\",2]", "add | [1.5,2]", "add | [null,2]", "add | [1,[2]]", "add | [1e20,1]", "add | [99999999999,1]",
        "add | [{},1]", "ship | [\"x\",\"y\"]", "ship | [[1],\"y\"]", "ship | [[{\"name\":1,\"count\":\"x\"}],\"y\"]", "ship | [{\"name\":\"a\"},\"y\"]",
        "ship | [[{\"name\":\"a\",\"count\":{}}],\"y\"]", "ship | [[{\"name\":\"a\",\"count\":99999999999}],\"y\"]", "ship | [[{\"name\":\"a\",\"count\":1.5}],\"y\"]", "ship | [[[]],\"y\"]", "ship | [null,\"y\"]"})
    default void declaredTypeIsKept(String endpoint, String values) throws Exception {
        assertRefused(endpoint, values);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"echo | []", "repeat | [\"a\"]", "repeat | []", "level | []", "add | [1]"})
    default void missingValueIsRefused(String endpoint, String values) throws Exception {
        assertRefused(endpoint, values);
    }

    /** The listener's own rules hold for every way to call, and before the handler. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\t", "\\n \\r", "\\u2003"})
    default void rulesOfTheAppHoldInTheQueue(String blank) throws Exception {
        var answer = app().post(API + "queue/join", "{\"data\":[\"" + blank + "\"],\"fn_index\":" + app().function("named") + ",\"session_hash\":\"v\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("Name an item");
    }

    /** The page says what a component may have; what a client sends changes nothing of that. */
    @Test
    default void clientCannotChangeWhatIsAllowed() throws Exception {
        var session = newSession();
        for (var body : new String[] {"{\"data\":[11],\"session_hash\":\"S\",\"maximum\":100}", "{\"data\":[11],\"session_hash\":\"S\",\"event_data\":{\"maximum\":100}}",
            "{\"data\":[11,{\"__type__\":\"update\",\"maximum\":100}],\"session_hash\":\"S\"}", "{\"data\":[{\"__type__\":\"update\",\"maximum\":100,\"value\":11}],\"session_hash\":\"S\"}"}) {
            assertThat(app().post(API + "run/level", body.replace("\"S\"", "\"" + session + "\"")).statusCode()).isEqualTo(500);
        }
    }

    /** Constraints of the components of {@code LabApp}, reached by the number of their listener as a page does it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"Number | change | -1", "Number | change | 11", "Number | change | 1e99", "Number | change | \"4\"",
        "Number | change | [4]", "Number | change | true", "Level | change | -1", "Level | change | 10.5", "Level | change | \"5\"", "Level | change | null",
        "Box | change | 1", "Box | change | \"true\"", "Box | change | [true]", "Box | change | {}", "Text | change | {}", "Text | change | [\"a\"]",
        "Lines | change | {}", "Secret | change | []", "Hebrew | change | {\"a\":1}"})
    default void constraintsOfEveryComponentHold(String label, String event, String value) throws Exception {
        try (var lab = new Caller(app().base().resolve("../lab/"))) {
            var config = lab.config();
            var id = config.getJsonArray("components").getValuesAs(JsonObject.class).stream()
                    .filter(c -> c.getJsonObject("props").get("label") instanceof jakarta.json.JsonString l && l.getString().equals(label)).findFirst().orElseThrow().getInt("id");
            var function = config.getJsonArray("dependencies").getValuesAs(JsonObject.class).stream()
                    .filter(d -> d.getJsonArray("targets").toString().contains("[" + id + ",\"" + event + "\"]")).findFirst().orElseThrow().getInt("id");
            var answer = lab.post(API + "run/predict", "{\"data\":[" + value + "],\"fn_index\":" + function + ",\"trigger_id\":" + id + ",\"event_data\":null}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
            assertThat(object(answer).getString("error")).isNotBlank().doesNotContain("Exception", "\tat ");
        }
    }
}
