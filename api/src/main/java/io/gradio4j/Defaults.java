package io.gradio4j;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A block's properties with their documented defaults, in the order in which the config lists them. Immutable. */
public final class Defaults {

    static final Defaults NONE = new Defaults(Collections.emptyMap());

    private final Map<String, @Nullable Object> values;

    private Defaults(Map<String, @Nullable Object> values) {
        this.values = values;
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
        return new Defaults(values);
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
