package io.gradio4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "a"                        | []                                                                   | "a"
            "a"                        | [["replace",[],7]]                                                   | 7
            null                       | [["replace",[],"x"]]                                                 | "x"
            "tok"                      | [["append",[],"en"]]                                                 | "token"
            {"t":"ab"}                 | [["append",["t"],"c"]]                                               | {"t":"abc"}
            {"t":"ab","l":[1,2,3]}     | [["append",["t"],"c"],["delete",["l",1],null],["delete",["l",1],null],["add",["n"],0]] | {"t":"abc","l":[1],"n":0}
            [1]                        | [["add",[1],2]]                                                      | [1,2]
            [1,3]                      | [["add",[1],2]]                                                      | [1,2,3]
            [[1,2],[3,4]]              | [["delete",[0,0]],["delete",[1],null],["replace",[0,0],"x"]]         | [["x"]]
            [{"a":{"b":["c"]}}]        | [["append",[0,"a","b",0],"d"],["add",[0,"a","e"],[]],["add",[0,"a","e",0],{}]] | [{"a":{"b":["cd"],"e":[{}]}}]
            {"a":1,"b":2}              | [["delete",["a"],null],["replace",["b"],null]]                       | {"b":null}
            {"a":1}                    | [["add",["a"],2]]                                                    | {"a":2}
            """)
    void editsAreAppliedOneAfterTheOther(String before, String edits, String after) {
        assertThat(apply(before, edits)).isEqualTo("[" + after + "]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "a"     | "no edits"
            "a"     | [7]
            "a"     | [["append",[]]]
            "a"     | [["append"]]
            "a"     | [["append","path","b"]]
            1       | [["append",[],"b"]]
            "a"     | [["append",[0],"b"]]
            "a"     | [["melt",[],"b"]]
            "a"     | [["add",[],"b"]]
            [1]     | [["melt",[0],"b"]]
            [1]     | [["delete",[1],null]]
            [1]     | [["delete",[-1],null]]
            [1]     | [["add",[2],0]]
            [1]     | [["add",[99999999999],0]]
            [1]     | [["add",[0.5],0]]
            [1]     | [["replace",[1],0]]
            [1]     | [["delete",["a"],null]]
            {"a":1} | [["delete",["b"],null]]
            {"a":1} | [["append",["b","c"],"d"]]
            {"a":1} | [["melt",["a"],"d"]]
            {"a":1} | [["delete",[0],null]]
            """)
    void editsThatDoNotFitAreRefused(String value, String edits) {
        assertThatThrownBy(() -> apply(value, edits)).isInstanceOf(BadAnswerException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[[],[]]"})
    void editsForOtherThanTheOutputsAreRefused(String edits) {
        assertThatThrownBy(() -> Edits.apply((JsonArray) Jsons.read("[1]"), (JsonArray) Jsons.read(edits)))
                .hasMessageContaining("edits for");
    }

    private static String apply(String value, String edits) {
        return Edits.apply((JsonArray) Jsons.read("[" + value + "]"), (JsonArray) Jsons.read("[" + edits + "]")).toString();
    }
}
