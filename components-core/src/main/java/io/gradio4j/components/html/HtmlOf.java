package io.gradio4j.components.html;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * A template filled with values of any type, made by {@link HTML#of(Class)}.
 *
 * @param <T> the value a handler sees; null for none
 */
public final class HtmlOf<T> extends HtmlComponent<@Nullable T, HtmlOf<T>> {

    HtmlOf(Type values) {
        super(values);
    }
}
