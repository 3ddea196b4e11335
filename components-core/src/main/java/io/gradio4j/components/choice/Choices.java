package io.gradio4j.components.choice;

import io.gradio4j.Conversion;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The property {@code choices}: to the config it is a list of pairs of a name and the value on the wire; to its component it also finds
 * the one for the other, however many there are. Immutable.
 */
final class Choices<T> extends AbstractList<List<Object>> {

    static final Choices<Object> NONE = new Choices<>("", List.of());

    private final List<List<Object>> pairs;
    private final List<T> values;
    private final Map<Object, Integer> byWire;
    private final Map<T, Integer> byValue;

    /**
     * Makes choices.
     *
     * @param whose names the component in messages
     * @throws IllegalArgumentException if two different values look the same on the wire
     */
    Choices(String whose, Collection<Choice<T>> choices) {
        this(whose, choices.stream().map(c -> List.<Object>of(c.name(), wire(c))).toList(), choices.stream().map(Choice::value).toList());
    }

    private Choices(String whose, List<List<Object>> pairs, List<T> values) {
        this.pairs = pairs;
        this.values = values;
        byWire = HashMap.newHashMap(pairs.size());
        byValue = HashMap.newHashMap(pairs.size());
        for (var i = 0; i < pairs.size(); i++) {
            var wire = pairs.get(i).get(1);
            var before = byWire.putIfAbsent(key(wire), i);
            byValue.putIfAbsent(values.get(i), i);
            if (before != null && !values.get(before).equals(values.get(i))) {
                throw new IllegalArgumentException(whose + ": the choices " + values.get(before) + " and " + values.get(i)
                        + " would both be known to clients as \"" + wire + "\"; give them different names");
            }
        }
    }

    private static Object wire(Choice<?> choice) {
        return switch (choice.value()) {
            case String text -> text;
            case Number number -> number;
            case Boolean bool -> bool;
            case Enum<?> constant -> constant.name();
            default -> choice.name();
        };
    }

    /** 1, 1L and 1.0 are the same. */
    private static Object key(Object wire) {
        return wire instanceof Number number ? new BigDecimal(number.toString()).stripTrailingZeros() : wire;
    }

    /** The same names and wire values; to the handler each is its position. */
    Choices<Integer> indexed(String whose) {
        return new Choices<>(whose, pairs, IntStream.range(0, pairs.size()).boxed().toList());
    }

    /** The position of what a client sent. */
    OptionalInt find(JsonValue payload) {
        var key = switch (payload) {
            case JsonString text -> text.getString();
            case JsonNumber number -> number.bigDecimalValue().stripTrailingZeros();
            default -> payload == JsonValue.TRUE ? (Object) true : payload == JsonValue.FALSE ? false : payload;
        };
        return position(byWire.get(key));
    }

    /** The position of what a handler returned. */
    OptionalInt find(Object value) {
        return position(byValue.get(value));
    }

    private static OptionalInt position(Integer found) {
        return found == null ? OptionalInt.empty() : OptionalInt.of(found);
    }

    T value(int position) {
        return values.get(position);
    }

    Object wire(int position) {
        return pairs.get(position).get(1);
    }

    boolean areTexts() {
        return values.stream().allMatch(String.class::isInstance);
    }

    /** The JSON type of the values on the wire; a mixture counts as texts, as clients of Gradio know it. */
    String schemaType() {
        if (!pairs.isEmpty() && pairs.stream().allMatch(p -> p.get(1) instanceof Number)) {
            var whole = pairs.stream().allMatch(p -> ((BigDecimal) key(p.get(1))).scale() <= 0);
            return whole ? "integer" : "number";
        }
        return !pairs.isEmpty() && pairs.stream().allMatch(p -> p.get(1) instanceof Boolean) ? "boolean" : "string";
    }

    JsonArray wires() {
        var all = new ArrayList<Object>(pairs.size());
        pairs.forEach(p -> all.add(p.get(1)));
        return Conversion.JSON.createArrayBuilder(all).build();
    }

    @Override
    public List<Object> get(int index) {
        return pairs.get(index);
    }

    @Override
    public int size() {
        return pairs.size();
    }
}
