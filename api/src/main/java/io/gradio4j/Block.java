package io.gradio4j;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A node of the page's tree: a layout or a component. A block remembers just the properties that were set; the documented defaults
 * complete them in the config, and a block returned from a handler is an update of exactly those properties.
 *
 * <p>Blocks are plain objects without side effects. A definition belongs to one thread until its app starts; then it is frozen, and
 * setting a property throws {@link IllegalStateException}.
 */
public abstract class Block implements Cloneable {

    private final String type;
    private Map<String, Object> properties = new LinkedHashMap<>();
    private List<ListenerDefinition> listeners = new ArrayList<>();
    private boolean frozen;

    /**
     * Makes a block.
     *
     * @param type the front-end name, the same for all blocks of this class: lower case, as in {@code "textbox"}
     */
    protected Block(String type) {
        this.type = type;
    }

    /** The front-end name: which browser module draws this block. */
    public final String type() {
        return type;
    }

    /** The class's own name as the API documentation shows it in lower case; differs from {@link #type()} for few blocks. */
    protected String name() {
        return type;
    }

    /**
     * The properties that were set, by their wire names, in the order they were set. A component's {@code value} is here as its
     * Java value.
     *
     * @return an unmodifiable view
     */
    public final Map<String, Object> properties() {
        return Collections.unmodifiableMap(properties);
    }

    /**
     * A property's effective value: what was set, else the documented default.
     *
     * @param name the wire name
     * @return empty when it is neither set nor has a default
     */
    public final Optional<Object> property(String name) {
        var set = properties.get(name);
        return set != null ? Optional.of(set) : Optional.ofNullable(defaults().get(name));
    }

    /** All properties with their defaults, in the order of the config; {@code null} for those that are absent unless set. */
    protected Defaults defaults() {
        return Defaults.NONE;
    }

    /** Whether this block is left out of an endpoint's parameters and results: layouts, buttons, state. Default: false. */
    protected boolean skipApi() {
        return false;
    }

    /** Whether this block wants neighbours of its kind to share one frame with it, a form. Default: false. */
    protected boolean joinsForm() {
        return false;
    }

    /** Whether this block ends a run of neighbours that share a form. Default: true; invisible blocks say false. */
    protected boolean breaksForm() {
        return true;
    }

    /**
     * What is set in the config because an event has a listener, unless the author set it: a page need not offer what nobody listens to.
     *
     * @param event the event's wire name
     * @return properties by wire name; default: none
     */
    protected Map<String, Object> whenListened(String event) {
        return Map.of();
    }

    /** The front-end names of other components whose browser modules this block needs, whether or not such components are on the page. Default: none. */
    protected List<String> usedTypes() {
        return List.of();
    }

    /** Whether its values may bring components of any type with them, so that a page has to know where all their modules are. Default: false. */
    protected boolean embedsComponents() {
        return false;
    }

    /** Whether a page may have one of its kind at the most. Default: false. */
    protected boolean oneOnAPage() {
        return false;
    }

    /** What its browser half may call by name; the page gets the names as {@code server_fns}. Asked of the block as a session has it. Default: nothing. */
    protected Map<String, ServerFunction> serverFunctions() {
        return Map.of();
    }

    /**
     * JavaScript of the app's author that belongs to this block: texts of ES modules by a name of the block's own. Each is served as a file, so
     * that no page needs to evaluate text; the browser half gets it with {@code this.script(name)}. Default: none.
     */
    protected Map<String, String> scripts() {
        return Map.of();
    }

    /** What stands inside a component that draws itself around other blocks, maybe none. Default: empty, for one that cannot; layouts have children. */
    protected Optional<List<Block>> inner() {
        return Optional.empty();
    }

    /** Which words the API documentation, error messages and logs use for this block: class and label. */
    public final String describe() {
        var label = property("label").or(() -> this instanceof Component<?, ?> c && c.skipApi() ? property("value") : Optional.empty());
        return getClass().getSimpleName() + label.map(l -> " \"" + l + "\"").orElse("");
    }

    /** The listeners that were attached to this block's events, in the order they were made. */
    public final List<ListenerDefinition> listeners() {
        return Collections.unmodifiableList(listeners);
    }

    /** What the runtime asks of a block, see {@link BlockAccess}. */
    final void attach(ListenerDefinition listener) {
        if (frozen) {
            if (Drawing.take(listener)) {
                return;
            }
            throw new IllegalStateException(describe() + ": the app has started, no listener can be added to it");
        }
        listeners.add(listener);
    }

    final void put(String property, Object value) {
        requireOpen(property);
        properties.put(property, value);
    }

    final void requireOpen(String property) {
        if (frozen) {
            throw new IllegalStateException(describe() + ": the app has started, its property '" + property
                    + "' cannot be set; return an update from a handler instead: new " + getClass().getSimpleName() + "(…)." + property
                    + "(…).as(…)");
        }
    }

    final void freeze() {
        frozen = true;
    }

    final Block copyWith(Map<String, ?> changes) {
        try {
            var copy = (Block) clone();
            copy.properties = new LinkedHashMap<>(properties);
            copy.properties.putAll(changes);
            copy.listeners = Collections.emptyList();
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    final @Nullable Object raw(String property) {
        return properties.get(property);
    }

    @Override
    public String toString() {
        return describe();
    }
}
