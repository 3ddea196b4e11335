package io.gradio4j;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The properties that every block has, as fluent methods that return the block's own type.
 *
 * @param <S> the block's own type
 */
public abstract sealed class Fluent<S extends Fluent<S>> extends Block permits Component, Layout {

    Fluent(String type) {
        super(type);
    }

    /**
     * Sets a property by its wire name.
     *
     * @param property the wire name, snake case
     * @param value a string, number, boolean, enum, list, map or anything else that JSON-B can write
     * @return this block
     * @throws IllegalStateException if the app has started
     */
    protected S set(String property, Object value) {
        put(property, value);
        return self();
    }

    /** This block as its own type. */
    @SuppressWarnings("unchecked")
    protected final S self() {
        return (S) this;
    }

    /**
     * Whether the block is on the page. An invisible block keeps its value and can be shown by an update.
     *
     * @param visible default: true
     * @return this block
     */
    public S visible(boolean visible) {
        return set("visible", visible);
    }

    /**
     * Whether the block is on the page, with the third choice {@link Visibility#HIDDEN}: in the document but not displayed.
     *
     * @param visible default: {@link Visibility#SHOWN}
     * @return this block
     */
    public S visible(Visibility visible) {
        return set("visible", visible == Visibility.HIDDEN ? "hidden" : visible == Visibility.SHOWN);
    }

    /**
     * The {@code id} attribute in the document, for an app's own style sheet. Default: none.
     *
     * @param id an identifier, unique in the page
     * @return this block
     */
    public S elemId(String id) {
        return set("elem_id", id);
    }

    /**
     * CSS classes on the block's root element. Default: none.
     *
     * @param classes class names; white space separates several
     * @return this block
     */
    public S elemClasses(String... classes) {
        return set("elem_classes", Stream.of(classes).flatMap(c -> Stream.of(c.trim().split("\\s+"))).filter(c -> !c.isEmpty())
                .collect(Collectors.toList()));
    }

    /**
     * The block's identity when a {@link Render} is drawn again: a block of the same class that had the same key stays in its place, with
     * what {@link #preservedByKey} names. Default: none, each time it is a new one.
     *
     * @param key a string, a number or a list of those; of several blocks with the same key, the first one is the same as the first one
     *        before, and so on
     * @return this block
     */
    public S key(Object key) {
        return set("key", key);
    }

    /**
     * Which properties a person's changes keep when a layout that depends on data is drawn again and finds this block by its key.
     * Default: {@code value} for components, none for layouts.
     *
     * @param properties wire names
     * @return this block
     */
    public S preservedByKey(String... properties) {
        return set("preserved_by_key", List.of(properties));
    }

    /**
     * This block's set properties as an update of another one, to be returned from a handler:
     * {@code new Button("Run again").as(run)}.
     *
     * @param target the block that is on the page, an output of the listener
     * @return the update
     */
    public Update as(S target) {
        return new Update.OfProperties(target, properties());
    }
}
