package io.gradio4j.impl.session;

import io.gradio4j.State;
import io.gradio4j.impl.json.JavaText;
import io.gradio4j.impl.json.JsonbConversion;
import io.gradio4j.spi.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value of a state, and since when it is. */
final class StateForm implements Form<StateForm.Held> {

    private final JavaText text;
    private final State<?> state;
    private final int id;
    private @Nullable Object first;

    StateForm(JavaText text, State<?> state, int id) {
        this.text = text;
        this.state = state;
        this.id = id;
    }

    /**
     * A value.
     *
     * @param value the value
     * @param setAt when it was set, in milliseconds since 1970
     * @param written whether a handler has set it
     */
    record Held(Object value, long setAt, boolean written) {
    }

    State<?> state() {
        return state;
    }

    /** Some first value: its class is the one that the author has named. */
    private synchronized Object first() {
        if (first == null) {
            first = state.initial();
        }
        return first;
    }

    @Override
    public String write(Held held) {
        try {
            return text.write(List.of(held.setAt(), held.written(), held.value()), first().getClass());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The State " + id + ", which starts with " + JsonbConversion.abbreviate(String.valueOf(first())) + " ("
                    + first().getClass().getSimpleName() + "), cannot be kept for other nodes: " + e.getMessage(), e);
        }
    }

    @Override
    public Held read(String written) {
        var parts = (List<?>) text.read(written, first().getClass());
        return new Held(parts.get(2), (Long) parts.get(0), (Boolean) parts.get(1));
    }
}
