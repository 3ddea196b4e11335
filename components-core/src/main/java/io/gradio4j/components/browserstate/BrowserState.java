package io.gradio4j.components.browserstate;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.HasChange;
import io.gradio4j.Schema;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.security.SecureRandom;

/**
 * A value that the person's browser keeps when the page is closed, in its local storage. Nothing of it is seen; it needs a place in the
 * tree all the same. When the page loads it takes what is stored, and tells so with {@code change}: fill other components by a listener of
 * {@code change} or of the page's load.
 *
 * {@snippet :
 * var draft = BrowserState.of(new Draft("", "")).storageKey("draft").secret("a long secret");
 * blocks.onLoad().inputs(draft).outputs(title).run(Draft::title);
 * text.onChange().inputs(title, text).outputs(draft).run(Draft::new);
 * }
 *
 * <p>The stored text is encrypted, but the page has the secret: that hides the value from a glance, not from the person. Whatever comes
 * back may have been changed.
 *
 * @param <T> the value's type, which JSON-B can read and write
 */
public final class BrowserState<T> extends Component<T, BrowserState<T>> implements HasChange {

    private static final Defaults DEFAULTS = Defaults.of("default_value", null, "storage_key", null, "secret", null);
    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 16;

    private final Type valueType;
    private final T byDefault;

    private BrowserState(Type valueType, T byDefault) {
        super("browserstate");
        this.valueType = valueType;
        this.byDefault = byDefault;
        set("default_value", byDefault);
        set("storage_key", random());
        set("secret", random());
    }

    /**
     * A state of the class of its default value.
     *
     * @param byDefault what it is while nothing is stored
     * @param <T> its type
     * @return the state
     */
    public static <T> BrowserState<T> of(T byDefault) {
        return new BrowserState<>(byDefault.getClass(), byDefault);
    }

    /**
     * A state of a type that the class of its default value does not tell, such as {@code List<Order>}.
     *
     * @param type the whole type
     * @param byDefault what it is while nothing is stored
     * @param <T> its type
     * @return the state
     */
    public static <T> BrowserState<T> of(Type type, T byDefault) {
        return new BrowserState<>(type, byDefault);
    }

    private static String random() {
        var text = new StringBuilder();
        new SecureRandom().ints(LENGTH, 0, SIGNS.length()).forEach(i -> text.append(SIGNS.charAt(i)));
        return text.toString();
    }

    @Override
    protected T preprocess(JsonValue payload, Conversion conversion) {
        return payload == JsonValue.NULL ? byDefault : conversion.fromJson(payload, valueType);
    }

    @Override
    protected JsonValue postprocess(T value, Conversion conversion) {
        return conversion.toJson(value);
    }

    @Override
    public Schema schema() {
        return Schema.of(Json.createObjectBuilder().add("type", JsonValue.EMPTY_JSON_OBJECT).build(), Json.createValue("test"))
                .description("any json-serializable value");
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    @Override
    protected boolean breaksForm() {
        return false;
    }

    /**
     * The name in the browser's storage, which all pages of a server share.
     *
     * @param key default: a random one for each start of the app, so that nothing outlives it
     * @return this state
     */
    public BrowserState<T> storageKey(String key) {
        return set("storage_key", key);
    }

    /**
     * With what the stored text is encrypted. Text that it does not open counts as nothing.
     *
     * @param secret default: a random one for each start of the app, so that nothing outlives it
     * @return this state
     */
    public BrowserState<T> secret(String secret) {
        return set("secret", secret);
    }
}
