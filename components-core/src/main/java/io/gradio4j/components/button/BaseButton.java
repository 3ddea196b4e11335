package io.gradio4j.components.button;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.HasChange;
import io.gradio4j.HasClick;
import io.gradio4j.Schema;
import io.gradio4j.ToolbarItem;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What all buttons share. A button's value is its caption; it is no parameter of an endpoint.
 *
 * @param <S> the button's own type
 */
public abstract class BaseButton<S extends BaseButton<S>> extends Component<String, S>
        implements HasClick, HasChange, ToolbarItem {

    /**
     * Makes a button.
     *
     * @param type the front-end name
     */
    protected BaseButton(String type) {
        super(type);
    }

    /**
     * A button's properties.
     *
     * @param caption the default caption
     * @param more further names and defaults
     * @return the table
     */
    protected static Defaults defaults(String caption, @Nullable Object... more) {
        var common = new @Nullable Object[] {"value", caption, "variant", "secondary", "size", "lg", "icon", null, "link", null,
            "link_target", "_self", "visible", true, "interactive", true, "elem_id", null, "elem_classes", List.of(), "key", null, "preserved_by_key",
            List.of("value"), "scale", null, "min_width", null};
        var all = Arrays.copyOf(common, common.length + more.length);
        System.arraycopy(more, 0, all, common.length, more.length);
        return Defaults.of(all);
    }

    @Override
    protected String preprocess(JsonValue payload, Conversion conversion) {
        if (payload == JsonValue.NULL) {
            return "";
        }
        if (!(payload instanceof JsonString caption)) {
            throw expected("a string", payload);
        }
        return caption.getString();
    }

    @Override
    protected JsonValue postprocess(String value, Conversion conversion) {
        return Conversion.JSON.createValue(value);
    }

    @Override
    public Schema schema() {
        return Schema.string().example(Conversion.JSON.createValue(String.valueOf(defaults().get("value"))));
    }

    @Override
    protected boolean skipApi() {
        return true;
    }

    /**
     * How it looks.
     *
     * @param variant default: {@link Variant#SECONDARY}
     * @return this button
     */
    public S variant(Variant variant) {
        return set("variant", variant);
    }

    /**
     * How big it is.
     *
     * @param size default: {@link ButtonSize#LG}
     * @return this button
     */
    public S size(ButtonSize size) {
        return set("size", size);
    }

    /**
     * A picture before the caption.
     *
     * @param image where the browser finds it; default: none
     * @return this button
     */
    public S icon(URI image) {
        return set("icon", Icon.at(image));
    }

    /**
     * A picture before the caption.
     *
     * @param image a file that may leave the server; default: none
     * @return this button
     */
    public S icon(Path image) {
        return set("icon", Icon.of(image));
    }

    /**
     * Where a click leads: the button becomes a link, and fires no event.
     *
     * @param url absolute or relative, {@code http}, {@code https} or {@code mailto}; default: none
     * @return this button
     * @throws IllegalArgumentException if it has another scheme
     */
    public S link(String url) {
        var scheme = URI.create(url).getScheme();
        if (scheme != null && !List.of("http", "https", "mailto").contains(scheme.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(describe() + ": a link has http, https or mailto, not " + url);
        }
        return set("link", url);
    }

    /**
     * Where the link opens.
     *
     * @param target default: {@link LinkTarget#SELF}
     * @return this button
     */
    public S linkTarget(LinkTarget target) {
        return set("link_target", "_" + target.name().toLowerCase(Locale.ROOT));
    }
}
