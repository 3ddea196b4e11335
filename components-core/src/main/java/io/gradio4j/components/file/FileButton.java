package io.gradio4j.components.file;

import io.gradio4j.HasChange;
import io.gradio4j.HasClick;
import io.gradio4j.components.button.ButtonSize;
import io.gradio4j.components.button.Icon;
import io.gradio4j.components.button.Variant;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the buttons share whose value is a file, or several. Their label is the caption.
 *
 * @param <T> how a handler sees the files
 * @param <S> the button's own type
 */
public abstract class FileButton<T extends @Nullable Object, S extends FileButton<T, S>> extends FileComponent<T, S> implements HasClick, HasChange {

    /**
     * Makes a button.
     *
     * @param type the front-end name
     * @param values how a handler sees the files
     */
    protected FileButton(String type, FileValues<T> values) {
        super(type, values);
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
}
