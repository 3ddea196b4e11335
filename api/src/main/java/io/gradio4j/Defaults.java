package io.gradio4j;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A block's properties with their documented defaults, in the order in which the config lists them. Immutable. */
public final class Defaults {

    static final Defaults NONE = new Defaults(Collections.emptyMap(), Map.of());

    private final Map<String, @Nullable Object> values;
    private final Map<String, List<String>> ownTexts;

    private Defaults(Map<String, @Nullable Object> values, Map<String, List<String>> ownTexts) {
        this.values = values;
        this.ownTexts = ownTexts;
    }

    /**
     * A table of properties.
     *
     * @param namesAndValues wire name, default, wire name, default …; {@code null} as default says "absent unless set"
     * @return the table
     */
    public static Defaults of(@Nullable Object... namesAndValues) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            values.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return new Defaults(values, Map.of());
    }

    /**
     * Says that a property's default is a text of the page, so that each reader sees it in their own language unless the author writes another one.
     *
     * @param name the wire name, such as {@code value}; its default is English
     * @param keys the texts' keys: of the default, and of what the component says there later
     * @return the table
     */
    public Defaults saying(String name, String... keys) {
        var texts = new LinkedHashMap<>(ownTexts);
        texts.put(name, List.of(keys));
        return new Defaults(values, texts);
    }

    /** Keys of the page's texts, by the properties in which they stand. */
    public Map<String, List<String>> ownTexts() {
        return Collections.unmodifiableMap(ownTexts);
    }

    /** The default of one property, or {@code null} when there is none. */
    public @Nullable Object get(String name) {
        return values.get(name);
    }

    /** All names, in the order of the config. */
    public List<String> names() {
        return new ArrayList<>(values.keySet());
    }
}
