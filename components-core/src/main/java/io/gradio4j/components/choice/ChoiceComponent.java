package io.gradio4j.components.choice;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.HasChange;
import io.gradio4j.HasInput;
import io.gradio4j.HasSelect;
import io.gradio4j.Schema;
import io.gradio4j.ToolbarItem;
import io.gradio4j.ValidationException;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A component by which a person chooses among things. The server takes nothing else from a client than what is among the choices that the
 * session has at the time.
 *
 * @param <T> what can be chosen: text, numbers, booleans, an enum, or any other class that has {@code equals}, such as a record
 * @param <V> the component's value
 * @param <S> the component's own type
 */
public abstract class ChoiceComponent<T, V extends @Nullable Object, S extends ChoiceComponent<T, V, S>> extends Component<V, S>
        implements HasChange, HasInput, HasSelect {

    private static final Logger LOG = System.getLogger(ChoiceComponent.class.getName());
    private static final int NAMED_IN_MESSAGES = 10;

    /**
     * Makes a component without choices.
     *
     * @param type the front-end name
     */
    protected ChoiceComponent(String type) {
        super(type);
    }

    /**
     * What a person can choose.
     *
     * @param choices in the order in which they are shown; default: none
     * @return this component
     * @throws IllegalArgumentException if two different values look the same on the wire, see {@link Choice}
     */
    public S choices(Collection<Choice<T>> choices) {
        var all = new Choices<>(describe(), choices);
        return set("choices", isIndexed() ? all.indexed(describe()) : all);
    }

    /**
     * What a person can choose, by names.
     *
     * @param values in the order in which they are shown
     * @param name gives what the person reads
     * @return this component
     * @throws IllegalArgumentException if two different values look the same on the wire, see {@link Choice}
     */
    public S choices(Collection<? extends T> values, Function<? super T, String> name) {
        return choices(Choice.<T>of(values, name));
    }

    /**
     * The toolbar: buttons of the app's own.
     *
     * @param buttons default: none
     * @return this component
     */
    public S buttons(ToolbarItem... buttons) {
        return set("buttons", ToolbarItem.toProperty(buttons));
    }

    /**
     * Sets all that is set in another component, whose value is of another kind.
     *
     * @param other the component to be like
     * @return this component
     */
    protected final S like(ChoiceComponent<?, ?, ?> other) {
        other.properties().forEach(this::set);
        return self();
    }

    /**
     * Makes positions of the choices the values of this component; what is on the wire stays.
     *
     * @return this component
     * @throws IllegalStateException if an initial value is set already
     */
    protected final S indexed() {
        if (properties().containsKey("value")) {
            throw new IllegalStateException(describe() + ": asIndex() must come before value(…), whose type it changes");
        }
        if (properties().containsKey("choices")) {
            set("choices", current().indexed(describe()));
        }
        return set("type", "index");
    }

    private boolean isIndexed() {
        return "index".equals(properties().get("type"));
    }

    @SuppressWarnings("unchecked")
    private Choices<T> current() {
        return (Choices<T>) (properties().get("choices") instanceof Choices<?> set ? set : Choices.NONE);
    }

    private boolean takesOthers() {
        return Boolean.TRUE.equals(properties().get("allow_custom_value"));
    }

    /**
     * The choice that a client means.
     *
     * @param payload one value on the wire
     * @return the value; for a text of the person's own the text, or -1 where positions are the values
     * @throws ValidationException if it is none of the choices
     */
    @SuppressWarnings("unchecked")
    protected final T chosen(JsonValue payload) {
        var choices = current();
        var position = choices.find(payload);
        if (position.isPresent()) {
            return choices.value(position.getAsInt());
        }
        if (takesOthers() && payload instanceof JsonString text) {
            if (isIndexed()) {
                return (T) Integer.valueOf(-1);
            }
            if (choices.areTexts()) {
                return (T) text.getString();
            }
        }
        var names = choices.wires().stream().limit(NAMED_IN_MESSAGES).map(JsonValue::toString).collect(Collectors.joining(", "));
        throw expected("one of " + (choices.isEmpty() ? "no choices" : names + (choices.size() > NAMED_IN_MESSAGES ? " …" : "")), payload);
    }

    /**
     * The choices that a client means.
     *
     * @param payload a list on the wire, or null for none
     * @return the values in the client's order
     * @throws ValidationException if it is no list, or some of it is none of the choices
     */
    protected final List<T> allChosen(JsonValue payload) {
        if (payload == JsonValue.NULL) {
            return List.of();
        }
        if (!(payload instanceof JsonArray items)) {
            throw expected("a list of choices", payload);
        }
        return items.stream().map(this::chosen).toList();
    }

    /**
     * What stands for a value on the wire.
     *
     * @param value one of the choices; a text, number or boolean may be another one, which is logged and shown as nothing
     * @return the JSON
     * @throws IllegalArgumentException if it is none of the choices, and has no form of its own on the wire
     */
    protected final JsonValue shown(T value) {
        var choices = current();
        var position = choices.find((Object) value);
        if (position.isPresent()) {
            return json(choices.wire(position.getAsInt()));
        }
        var plain = !isIndexed() && (value instanceof String || value instanceof Number || value instanceof Boolean);
        if (!plain) {
            throw new IllegalArgumentException(describe() + " has no choice " + value);
        }
        if (!takesOthers()) {
            LOG.log(Logger.Level.WARNING, "{0} has no choice {1}: allow other values, or give it the choice", describe(), value);
        }
        return json(value);
    }

    /**
     * What stands for several values on the wire.
     *
     * @param values each as for {@link #shown}
     * @return a JSON array
     */
    protected final JsonArray allShown(Collection<? extends T> values) {
        var items = Conversion.JSON.createArrayBuilder();
        values.forEach(v -> items.add(shown(v)));
        return items.build();
    }

    private static JsonValue json(Object wire) {
        return Conversion.JSON.createArrayBuilder(List.of(wire)).build().getFirst();
    }

    /** The first choice as it is on the wire; empty when there are none. */
    protected final Optional<JsonValue> first() {
        return current().isEmpty() ? Optional.empty() : Optional.of(json(current().wire(0)));
    }

    /** The type and the choices on the wire, for {@link Schema}. */
    protected final JsonObject choiceSchema() {
        return Conversion.JSON.createObjectBuilder().add("type", current().schemaType()).add("enum", current().wires()).build();
    }

    @Override
    protected boolean joinsForm() {
        return true;
    }
}
