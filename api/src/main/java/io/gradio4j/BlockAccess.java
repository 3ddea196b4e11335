package io.gradio4j;

import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a runtime may do with blocks and an app's author should not. */
public final class BlockAccess {

    /** The property with the keys of the page's own texts, by the property in which they stand. */
    public static final String OWN_TEXTS = "own_texts";

    private BlockAccess() {
    }

    /** Ends the definition of a block: setting a property or adding a listener throws from now on. */
    public static void freeze(Block block) {
        block.freeze();
    }

    /**
     * The block with changed properties, as one session sees it.
     *
     * @param block stays as it is
     * @param changes properties by wire name
     * @return a copy
     */
    public static Block with(Block block, Map<String, ?> changes) {
        return block.copyWith(changes);
    }

    /** The properties with their defaults, in the order of the config. */
    public static Defaults defaults(Block block) {
        return block.defaults();
    }

    /** The class's own name in lower case, for the config. */
    public static String name(Block block) {
        return block.name();
    }

    /**
     * Says that a property may hold texts that are not an author's, so that each reader gets them in their own language. On the wire they are
     * English. For defaults, {@link Defaults#saying} says the same.
     *
     * @param block whose caption, label or the like was given by a component that made it
     * @param property the wire name
     * @param keys the names of the page's texts
     * @param <B> the block's type
     * @return the block
     */
    public static <B extends Block> B ownTexts(B block, String property, String... keys) {
        block.put(OWN_TEXTS, Map.of(property, List.of(keys)));
        return block;
    }

    /** The front-end names of other components whose browser modules the block needs. */
    public static List<String> usedTypes(Block block) {
        return block.usedTypes();
    }

    /** What the block's browser half may call by name. */
    public static Map<String, ServerFunction> serverFunctions(Block block) {
        return block.serverFunctions();
    }

    /** The texts of ES modules that belong to the block, by its own names. */
    public static Map<String, String> scripts(Block block) {
        return block.scripts();
    }

    /** What stands inside the block: a layout's children, or those of a component around others; empty for one that nothing can stand in. */
    public static Optional<List<Block>> inner(Block block) {
        return block instanceof Layout<?> layout ? Optional.of(layout.children()) : block.inner();
    }

    /** What tells clients that two blocks are of one class: a hash of its name. */
    public static String classId(Block block) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(block.getClass().getName().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it is left out of endpoints' parameters and results. */
    public static boolean skipApi(Block block) {
        return block.skipApi();
    }

    /** Whether a call may leave its value out although it has no first one. */
    public static boolean mayBeLeftOut(Component<?, ?> component) {
        return component instanceof Api<?> api && api.isOptional();
    }

    /** Whether it wants a form around it and its neighbours: what has no container of its own has no place in one. */
    public static boolean joinsForm(Block block) {
        return block.joinsForm() && !Boolean.FALSE.equals(block.properties().get("container"));
    }

    /** Whether it ends a run of neighbours that share a form. */
    public static boolean breaksForm(Block block) {
        return block.breaksForm();
    }

    /** Whether a page may have one of its kind at the most. */
    public static boolean oneOnAPage(Block block) {
        return block.oneOnAPage();
    }

    /** Whether a layout lets its children share forms. */
    public static boolean groupsForms(Layout<?> layout) {
        return layout.groupsForms();
    }

    /**
     * The listener that computes a component's value; empty when the value is fixed.
     *
     * @param page whose load is a trigger
     * @throws IllegalStateException if a fixed value is to be computed again
     */
    public static Optional<ListenerDefinition> computation(Component<?, ?> component, Blocks page) {
        return Optional.ofNullable(component.computation(page));
    }

    /**
     * What a {@link Render}'s function made.
     *
     * @param content the block that it returned
     * @param listeners those of blocks that had been there before, in the order they were made
     */
    public record Drawn(Block content, List<ListenerDefinition> listeners) {
    }

    /**
     * Runs the function of a {@link Render}. Until it returns, listeners for blocks that are frozen belong to what it makes.
     *
     * @throws Exception what the function throws
     * @throws IllegalStateException if it returns nothing
     */
    public static Drawn draw(Handler.Function function, @Nullable Object[] arguments) throws Exception {
        return Drawing.run(function, arguments);
    }

    /** The listener that draws a part of the page. */
    public static ListenerDefinition rendering(Render<?> render) {
        return render.definition;
    }

    /** A layout for what a render draws. */
    public static Layout<?> container(Render<?> render, boolean inRow) {
        return render.container(inRow);
    }

    /** How a class reads an event's payload by itself; empty for classes that JSON-B reads. */
    public static <T> Optional<Function<EventData, T>> eventReader(Class<T> type) {
        return EventReaders.of(type);
    }

    /** Whether its values may bring components of any type with them. */
    public static boolean embedsComponents(Block block) {
        return block.embedsComponents();
    }

    /** What is set in the config of a block because one of its events has a listener. */
    public static Map<String, Object> whenListened(Block block, String event) {
        return block.whenListened(event);
    }

    /** The values of a listener's inputs, as {@link CacheOptions#key} takes them. */
    public static Values values(List<Value<?>> inputs, @Nullable Object[] arguments) {
        return new Values(inputs, arguments);
    }

    /** The set property as the author gave it, or {@code null}. */
    public static @Nullable Object raw(Block block, String property) {
        return block.raw(property);
    }

    /**
     * A client's value as the handler sees it.
     *
     * @throws ValidationException if it is no value of this component
     */
    public static @Nullable Object preprocess(Component<?, ?> component, JsonValue payload, Conversion conversion) {
        return component.preprocess(payload, conversion);
    }

    /**
     * A handler's value as the browser gets it; {@code null} empties the component.
     *
     * @throws ClassCastException if the value is not of the component's type
     */
    @SuppressWarnings("unchecked")
    public static JsonValue postprocess(Component<?, ?> component, @Nullable Object value, Conversion conversion) {
        return value == null ? component.emptyPayload() : ((Component<Object, ?>) component).postprocess(value, conversion);
    }

    /**
     * A sample value as tables of examples get it; {@code null} for none.
     *
     * @throws ClassCastException if the value is not of the component's type
     */
    @SuppressWarnings("unchecked")
    public static JsonValue example(Component<?, ?> component, @Nullable Object value, Conversion conversion) {
        return value == null ? JsonValue.NULL : ((Component<Object, ?>) component).example(value, conversion);
    }
}
