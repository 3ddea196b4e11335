package io.gradio4j.components.html;

import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Shows HTML, or a template filled with a value. Clicks fire {@code click}; see {@link HtmlComponent} for templates, scripts and safety.
 *
 * {@snippet :
 * new HTML("<h2>Sales</h2>");
 * new HTML("Ada").htmlTemplate("<b>Hello, ${value}!</b>");
 * HTML.of(Integer.class).value(3).htmlTemplate("<progress max=5 value=${value} aria-label=Stars></progress>");
 * }
 */
public final class HTML extends HtmlComponent<@Nullable String, HTML> {

    /** Makes one without a value yet. */
    public HTML() {
        super(String.class);
    }

    /**
     * Makes one.
     *
     * @param html what it shows
     */
    public HTML(String html) {
        this();
        value(html);
    }

    /**
     * One whose values are no texts.
     *
     * @param values the class of its values, any that JSON-B can read and write
     * @param <T> the class of its values
     * @return a new component without a value
     */
    public static <T> HtmlOf<T> of(Class<T> values) {
        return new HtmlOf<>(values);
    }

    /**
     * One whose values are of a generic type, such as a list of texts.
     *
     * @param values the type of its values
     * @param <T> the same
     * @return a new component without a value
     */
    public static <T> HtmlOf<T> of(Type values) {
        return new HtmlOf<>(values);
    }
}
