package io.gradio4j.impl.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.impl.file.AppFiles;
import io.gradio4j.impl.file.FileSettings;
import io.gradio4j.impl.json.JsonText;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.impl.message.Datum;
import io.gradio4j.impl.message.Edit;
import io.gradio4j.impl.message.MessageWriter;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffTest {

    private static String edits(String before, String after) {
        var out = new StringBuilder();
        MessageWriter.data(List.of(new Datum.Edits(Diff.between(Jsons.read(before), Jsons.read(after)))), new JsonText(out));
        return out.substring(1, out.length() - 1);
    }

    @Test
    void manyEditsOfOneArrayBecomeTheArray() {
        var rows = 300;
        assertThat(edits(table(rows, 0), table(rows, 1))).isEqualTo("[[\"replace\",[\"data\"]," + table(rows, 1).substring(8).replaceFirst("}$", "") + "]]");
        var changed = table(rows, 0).replaceFirst("\\[7,", "[70,");
        assertThat(edits(table(rows, 0), changed)).isEqualTo("[[\"replace\",[\"data\",7,0],70]]");
    }

    private static String table(int rows, int shift) {
        return IntStream.range(0, rows).mapToObj(r -> "[" + (r + shift) + "," + (r + shift + 1000) + "]").collect(Collectors.joining(",", "{\"data\":[", "]}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', value = {
        "'He'; 'Hello'; [['append',[],'llo']]",
        "''; 'a'; [['append',[],'a']]",
        "'Hello'; 'Help'; [['replace',[],'Help']]",
        "'Hello'; 'He'; [['replace',[],'He']]",
        "'a'; 'a'; []",
        "1; 2; [['replace',[],2]]",
        "1; 1.0; []",
        "1; '1'; [['replace',[],'1']]",
        "true; false; [['replace',[],false]]",
        "null; null; []",
        "null; 'a'; [['replace',[],'a']]",
        "{'__type__':'update'}; 'a'; [['replace',[],'a']]",
        "[1]; [1,2]; [['add',[1],2]]",
        "[1,2]; [1,2,3,4]; [['add',[2],3],['add',[3],4]]",
        "[1,2,3]; [1]; [['delete',[1],null],['delete',[1],null]]",
        "[1,2]; [3,2]; [['replace',[0],3]]",
        "[]; {}; [['replace',[],{}]]",
        "{'a':1}; {'a':1,'b':null}; [['add',['b'],null]]",
        "{'a':1,'b':2}; {'b':2}; [['delete',['a'],null]]",
        "{'a':{'b':'x'}}; {'a':{'b':'xy'}}; [['append',['a','b'],'y']]",
        "{'t':'ab','l':[1,2,3]}; {'t':'abc','l':[1],'n':0}; "
                + "[['append',['t'],'c'],['delete',['l',1],null],['delete',['l',1],null],['add',['n'],0]]",
        "[[1,2,3],[4,5],[6]]; [[1],[4]]; "
                + "[['delete',[0,1],null],['delete',[0,1],null],['delete',[1,1],null],['delete',[2],null]]"
    })
    void editsAreAsTheReferenceSays(String before, String after, String expected) {
        assertThat(edits(before.replace('\'', '"'), after.replace('\'', '"'))).isEqualTo(expected.replace('\'', '"'));
    }

    @RepeatedTest(50)
    void applyingTheEditsGivesTheNewValue(RepetitionInfo repetition) {
        var random = new Random(20_240_229L + repetition.getCurrentRepetition());
        for (var i = 0; i < 100; i++) {
            var before = value(random, 4);
            var after = random.nextInt(4) == 0 ? value(random, 4) : changed(before, random, 4);

            assertThat(apply(Diff.between(before, after), before)).as("%s → %s", before, after).isEqualTo(after);
        }
    }

    @RepeatedTest(20)
    void nestedArraysMayShrinkTogether(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var before = grid(random, 6);
        var after = grid(random, 3);

        assertThat(apply(Diff.between(before, after), before)).isEqualTo(after);
    }

    @Test
    void equalValuesHaveNoEditsHoweverTheyWereMade() {
        var random = new Random(7);
        for (var i = 0; i < 200; i++) {
            var value = value(random, 4);
            assertThat(Diff.between(value, Jsons.read(JsonText.of(value)))).isEmpty();
        }
    }

    private static JsonValue grid(Random random, int most) {
        var rows = Jsons.array();
        for (var r = random.nextInt(most) + 1; r > 0; r--) {
            var row = Jsons.array();
            for (var c = random.nextInt(most); c > 0; c--) {
                var cell = Jsons.array();
                for (var x = random.nextInt(most); x > 0; x--) {
                    cell.add(random.nextInt(3));
                }
                row.add(cell);
            }
            rows.add(row);
        }
        return rows.build();
    }

    private static JsonValue value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> JsonValue.NULL;
            case 1 -> Jsons.bool(random.nextBoolean());
            case 2 -> Jsons.number(random.nextInt(4));
            case 3, 4 -> Jsons.string("abcabc".substring(0, random.nextInt(6)));
            case 5, 6 -> {
                var array = Jsons.array();
                for (var i = random.nextInt(5); i > 0; i--) {
                    array.add(value(random, depth - 1));
                }
                yield array.build();
            }
            default -> {
                var object = Jsons.object();
                for (var i = random.nextInt(5); i > 0; i--) {
                    object.add("k" + random.nextInt(5), value(random, depth - 1));
                }
                yield object.build();
            }
        };
    }

    /** A value that is like another one but for some places. */
    private static JsonValue changed(JsonValue value, Random random, int depth) {
        if (random.nextInt(6) == 0) {
            return value(random, depth);
        }
        return switch (value) {
            case JsonArray array -> {
                var copy = Jsons.array();
                array.forEach(item -> {
                    if (random.nextInt(5) > 0) {
                        copy.add(changed(item, random, depth - 1));
                    }
                });
                if (random.nextInt(3) == 0) {
                    copy.add(value(random, Math.max(depth - 1, 0)));
                }
                yield copy.build();
            }
            case JsonObject object -> {
                var copy = Jsons.object();
                object.forEach((key, item) -> {
                    if (random.nextInt(5) > 0) {
                        copy.add(key, changed(item, random, depth - 1));
                    }
                });
                yield copy.add("n" + random.nextInt(3), value(random, 0)).build();
            }
            case JsonString text -> Jsons.string(text.getString() + "x".repeat(random.nextInt(2)));
            default -> value;
        };
    }

    /** Does what a client does. */
    private static JsonValue apply(List<Edit> edits, JsonValue before) {
        var tree = open(before);
        for (var edit : edits) {
            tree = apply(edit, tree);
        }
        return close(tree);
    }

    private static @Nullable Object apply(Edit edit, @Nullable Object tree) {
        if (edit.path().isEmpty()) {
            return changed(edit, tree);
        }
        var parent = tree;
        for (var step : edit.path().subList(0, edit.path().size() - 1)) {
            parent = step instanceof Integer index ? list(parent).get(index) : map(parent).get(step);
        }
        if (edit.path().getLast() instanceof Integer index) {
            switch (edit.action()) {
                case ADD -> list(parent).add(index, open(edit.value()));
                case DELETE -> list(parent).remove(index.intValue());
                case REPLACE, APPEND -> list(parent).set(index, changed(edit, list(parent).get(index)));
            }
        } else {
            var key = (String) edit.path().getLast();
            switch (edit.action()) {
                case ADD -> map(parent).put(key, open(edit.value()));
                case DELETE -> assertThat(map(parent)).containsKey(key).satisfies(m -> map(m).remove(key));
                case REPLACE, APPEND -> map(parent).put(key, changed(edit, map(parent).get(key)));
            }
        }
        return tree;
    }

    private static @Nullable Object changed(Edit edit, @Nullable Object old) {
        return edit.action() == Edit.Action.APPEND ? Objects.requireNonNull((String) old) + ((JsonString) edit.value()).getString()
                : open(edit.value());
    }

    @SuppressWarnings("unchecked")
    private static List<@Nullable Object> list(@Nullable Object tree) {
        return (List<@Nullable Object>) Objects.requireNonNull(tree);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> map(@Nullable Object tree) {
        return (Map<String, @Nullable Object>) Objects.requireNonNull(tree);
    }

    /** A value that can be changed. */
    private static @Nullable Object open(JsonValue value) {
        return switch (value) {
            case JsonArray array -> {
                var list = new ArrayList<@Nullable Object>();
                array.forEach(item -> list.add(open(item)));
                yield list;
            }
            case JsonObject object -> {
                var map = new LinkedHashMap<String, @Nullable Object>();
                object.forEach((key, item) -> map.put(key, open(item)));
                yield map;
            }
            case JsonString text -> text.getString();
            case JsonNumber number -> number.intValue();
            default -> value == JsonValue.NULL ? null : value == JsonValue.TRUE;
        };
    }

    private static JsonValue close(@Nullable Object tree) {
        return new AppFiles(FileSettings.DEFAULTS, List.of(), List.of(), Optional.empty()).conversion("").toJson(tree);
    }
}
