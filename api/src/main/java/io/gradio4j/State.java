package io.gradio4j;

import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A value that the server keeps for each visitor's page; it never crosses the wire. It needs no place in the tree.
 *
 * {@snippet :
 * var cart = State.of(ArrayList<String>::new).timeToLive(Duration.ofHours(1));
 * buy.onClick().inputs(item, cart).outputs(cart, receipt).run((i, c) -> …);
 * }
 *
 * @param <T> the value's type
 */
public final class State<T> extends Component<T, State<T>> implements HasChange {

    private static final Defaults DEFAULTS = Defaults.of("time_to_live", null);

    private final Supplier<? extends T> initial;
    private Optional<Duration> timeToLive = Optional.empty();
    private Consumer<? super T> onDelete = value -> {
    };

    private State(Supplier<? extends T> initial) {
        super("state");
        this.initial = initial;
    }

    /**
     * State that starts anew for each page.
     *
     * @param initial makes the first value
     * @param <T> its type
     * @return the state
     */
    public static <T> State<T> of(Supplier<? extends T> initial) {
        return new State<>(initial);
    }

    /**
     * State that starts with a copy of a value.
     *
     * @param initial an immutable value, or a serializable one, which is copied for each page
     * @param <T> its type
     * @return the state
     * @throws IllegalArgumentException if it can be changed but not copied; use {@link #of(Supplier)}
     */
    public static <T> State<T> of(T initial) {
        if (initial instanceof String || initial instanceof Number || initial instanceof Boolean || initial instanceof Enum<?>) {
            return new State<>(() -> initial);
        }
        if (!(initial instanceof Serializable)) {
            throw new IllegalArgumentException("State.of(" + initial.getClass().getName()
                    + ") cannot be copied for each page; use State.of(() -> …)");
        }
        var bytes = write(initial);
        return new State<>(() -> read(bytes));
    }

    private static byte[] write(Object value) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (IOException e) {
            throw new IllegalArgumentException("State.of(" + value.getClass().getName()
                    + ") cannot be copied for each page; use State.of(() -> …)", e);
        }
        return bytes.toByteArray();
    }

    @SuppressWarnings("unchecked")
    private static <T> T read(byte[] bytes) {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (T) in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("The initial value of a State cannot be copied", e);
        }
    }

    /**
     * How long a value lives after it was last set.
     *
     * @param time default: as long as the session; after the page is closed, one hour at the most
     * @return this state
     * @throws IllegalArgumentException if it is not positive
     */
    public State<T> timeToLive(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("timeToLive must be positive, not " + time);
        }
        set("time_to_live", time.toMillis() / 1000.0);
        timeToLive = Optional.of(time);
        return this;
    }

    /**
     * What to do with a value that is deleted because its time is over.
     *
     * @param callback gets the value; default: nothing
     * @return this state
     */
    public State<T> onDelete(Consumer<? super T> callback) {
        requireOpen("onDelete");
        onDelete = callback;
        return this;
    }

    /** A first value for a new page. */
    public T initial() {
        return initial.get();
    }

    /** How long a value lives after it was last set. */
    public Optional<Duration> timeToLive() {
        return timeToLive;
    }

    /** Calls the callback for a deleted value. */
    @SuppressWarnings("unchecked")
    public void deleted(Object value) {
        onDelete.accept((T) value);
    }

    @Override
    protected T preprocess(JsonValue payload, Conversion conversion) {
        throw new IllegalStateException("The value of a State never crosses the wire");
    }

    @Override
    protected JsonValue postprocess(T value, Conversion conversion) {
        return JsonValue.NULL;
    }

    @Override
    public Schema schema() {
        return Schema.of(JsonValue.EMPTY_JSON_OBJECT, JsonValue.NULL);
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    @Override
    protected boolean skipApi() {
        return true;
    }

    @Override
    protected boolean breaksForm() {
        return false;
    }
}
