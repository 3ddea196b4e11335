package io.gradio4j;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values of a theme's variables, as changes to Base. Immutable and always consistent: every reference has a target, and none leads
 * back to where it came from.
 */
final class ThemeValues {

    static final ThemeValues BASE = new ThemeValues(Map.of());

    /** A null belongs to a dark key and takes Base's dark value away. */
    private final Map<String, @Nullable String> changes;

    private ThemeValues(Map<String, @Nullable String> changes) {
        this.changes = changes;
    }

    /**
     * Refuses names that an author can't set.
     *
     * @throws IllegalArgumentException naming both
     */
    static void requireKnown(String variable, @Nullable String value) {
        var light = ThemeVariables.light(variable);
        if (light.equals("font") || light.equals("font_mono")) {
            throw new IllegalArgumentException(
                    "Theme variable \"%s\" can't be set to \"%s\": font(…) and fontMono(…) do that".formatted(variable, value));
        }
        if (light.endsWith(ThemeVariables.DARK) || !ThemeVariables.BASE.containsKey(light)) {
            throw new IllegalArgumentException("There is no theme variable \"%s\" to set to \"%s\"".formatted(variable, value));
        }
    }

    /** These values with others in the place of some. A null under a dark name lets dark mode use the light value. */
    ThemeValues with(Map<String, ? extends @Nullable String> more) {
        var next = new HashMap<String, @Nullable String>(changes);
        more.forEach((variable, value) -> {
            if (value == null && !variable.endsWith(ThemeVariables.DARK)) {
                throw new IllegalArgumentException("Theme variable \"%s\" can't be null: light mode needs a value".formatted(variable));
            }
            next.put(variable, value == null ? null : ThemeValue.checked(variable, value));
        });
        return new ThemeValues(next).checked(more.keySet());
    }

    /** Every variable in the order of the style sheet: Base's, then what a loaded file has in addition. */
    List<String> names() {
        var additional = changes.keySet().stream().map(ThemeVariables::light).distinct()
                .filter(name -> !ThemeVariables.BASE.containsKey(name)).sorted();
        return Stream.concat(ThemeVariables.NAMES.stream(), additional).toList();
    }

    /** The value that counts in a mode. */
    String get(String variable, boolean dark) {
        var darkValue = dark ? own(variable + ThemeVariables.DARK) : null;
        return darkValue != null ? darkValue : Objects.requireNonNull(own(variable), variable);
    }

    /** The value under exactly this name; null for a dark name without a value of its own. */
    @Nullable String own(String variable) {
        return changes.containsKey(variable) ? changes.get(variable) : ThemeVariables.BASE.get(variable);
    }

    /** The value in a mode, with all references followed. */
    String resolved(String variable, boolean dark) {
        return ThemeValue.replace(get(variable, dark), name -> resolved(name, dark));
    }

    private ThemeValues checked(Collection<String> changed) {
        for (var variable : changed) {
            var value = own(variable);
            if (own(ThemeVariables.light(variable)) == null) {
                throw new IllegalArgumentException(
                        "Theme variable \"%s\" is \"%s\", but it has no light value".formatted(variable, value));
            }
            for (var name : value == null ? Set.<String>of() : ThemeValue.references(value)) {
                requireReferable(variable, value, name);
            }
        }
        // A new circle leads through something that changed.
        for (var dark : List.of(false, true)) {
            var done = new HashSet<String>();
            changed.forEach(variable -> requireNoCircle(ThemeVariables.light(variable), dark, new LinkedHashSet<>(), done));
        }
        return this;
    }

    private void requireReferable(String variable, @Nullable String value, String name) {
        var fault = name.equals(ThemeVariables.light(variable))
                ? name.equals(variable) ? "it refers to itself" : "it refers to its own light value: leave it out or use sameInDark"
                : name.endsWith(ThemeVariables.DARK)
                ? "*" + name + " is not needed, *" + ThemeVariables.light(name) + " has the dark value in dark mode"
                : own(name) == null ? "there is no variable \"" + name + "\"" : "";
        if (!fault.isEmpty()) {
            throw new IllegalArgumentException("Theme variable \"%s\" can't be \"%s\": %s".formatted(variable, value, fault));
        }
    }

    private void requireNoCircle(String variable, boolean dark, LinkedHashSet<String> path, Set<String> done) {
        if (!path.add(variable)) {
            throw new IllegalArgumentException("Theme variable \"%s\" can't be \"%s\": it leads back to itself in %s mode, through %s"
                    .formatted(variable, get(variable, dark), dark ? "dark" : "light", String.join(", ", path)));
        }
        if (done.add(variable)) {
            ThemeValue.references(get(variable, dark)).forEach(name -> requireNoCircle(name, dark, path, done));
        }
        path.remove(variable);
    }
}
