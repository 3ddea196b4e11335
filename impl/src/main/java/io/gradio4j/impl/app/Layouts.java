package io.gradio4j.impl.app;

import io.gradio4j.Block;
import io.gradio4j.BlockAccess;
import io.gradio4j.Blocks;
import io.gradio4j.Column;
import io.gradio4j.Fluent;
import io.gradio4j.Form;
import io.gradio4j.Layout;
import io.gradio4j.Render;
import io.gradio4j.Row;
import io.gradio4j.State;
import io.gradio4j.Step;
import io.gradio4j.Tab;
import io.gradio4j.Tabs;
import io.gradio4j.Walkthrough;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import io.gradio4j.impl.json.Jsons;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Numbers the blocks of a tree and adds the layouts that nobody writes: a form around neighbouring inputs, and tabs around tabs, a
 * walkthrough around steps that stand alone. Blocks come in the order they were written; an added layout comes when the one around it is complete.
 */
final class Layouts {

    private record Node(Block block, List<Node> children) {
    }

    private final Map<Integer, Block> blocks = new LinkedHashMap<>();
    private final Map<Block, Integer> ids = new IdentityHashMap<>();
    private final Map<Block, String> paths = new IdentityHashMap<>();
    private final Map<String, List<Node>> trees = new LinkedHashMap<>();
    private final Blocks page;
    private final Node root;
    private int next;
    private Optional<String> open = Optional.empty();
    private final Map<Integer, Render<?>> renders = new LinkedHashMap<>();
    private final Map<Block, Integer> outside;
    private final Optional<Numbers> numbers;

    Layouts(Blocks page) {
        this.page = page;
        outside = Map.of();
        numbers = Optional.empty();
        ids.put(page, next++);
        root = new Node(page, new ArrayList<>());
        tree("", page.children());
        page.routes().forEach(route -> tree(route.path(), route.blocks()));
    }

    /**
     * A part of a page.
     *
     * @param page the page
     * @param outside the numbers of all blocks that are there already
     * @param container what holds the part
     * @param content what is in it
     * @param numbers gives numbers
     */
    Layouts(Blocks page, Map<Block, Integer> outside, Block container, Block content, Numbers numbers) {
        this.page = page;
        this.outside = outside;
        this.numbers = Optional.of(numbers);
        var id = Objects.requireNonNull(outside.get(container));
        ids.put(page, Objects.requireNonNull(outside.get(page)));
        ids.put(container, id);
        blocks.put(id, container);
        root = new Node(container, new ArrayList<>());
        children(root, List.of(content), List.of());
        trees.put("", new ArrayList<>(root.children()));
    }

    private void tree(String path, List<Block> blocks) {
        open = Optional.of(path);
        var before = root.children().size();
        children(root, blocks, List.of());
        trees.put(path, new ArrayList<>(root.children().subList(before, root.children().size())));
        open = Optional.empty();
    }

    private void children(Node parent, List<Block> blocks, List<Block> around) {
        var placed = new ArrayList<Node>();
        var inside = new ArrayList<>(around);
        inside.add(parent.block());
        blocks.forEach(block -> place(block, placed, inside));
        parent.children().addAll(wrapped(parent.block(), placed, around));
    }

    private void place(Block block, List<Node> siblings, List<Block> around) {
        if (block instanceof Blocks nested) {
            if (!nested.routes().isEmpty()) {
                throw new IllegalStateException("A page within a page cannot have routes: /" + nested.routes().getFirst().path()
                        + " belongs to the outermost Blocks");
            }
            ids.put(nested, ids.get(page));
            open.ifPresent(path -> paths.put(nested, path));
            nested.children().forEach(child -> place(child, siblings, around));
            return;
        }
        if (block instanceof Render<?> render) {
            place(render, siblings, around.getLast() instanceof Row);
            return;
        }
        number(block);
        var node = new Node(block, new ArrayList<>());
        siblings.add(node);
        BlockAccess.inner(block).ifPresent(inner -> children(node, inner, around));
    }

    /** What a render draws stands in a layout of its own. */
    private void place(Render<?> render, List<Node> siblings, boolean inRow) {
        requireNew(render);
        var container = BlockAccess.container(render, inRow);
        var id = number(container);
        ids.put(render, id);
        open.ifPresent(path -> paths.put(render, path));
        renders.put(id, render);
        siblings.add(new Node(container, new ArrayList<>()));
    }

    private void requireNew(Block block) {
        if (ids.containsKey(block)) {
            throw new IllegalStateException(block.describe() + " stands in the tree twice; make two of it");
        }
        if (outside.containsKey(block)) {
            throw new IllegalStateException(block.describe() + " is on the page already; the function of a Render makes new blocks each time");
        }
    }

    private int number(Block block) {
        requireNew(block);
        if (BlockAccess.oneOnAPage(block) && blocks.values().stream().anyMatch(b -> b.type().equals(block.type()) && open.equals(path(b)))) {
            throw new IllegalStateException("A page may have one " + block.getClass().getSimpleName() + " only");
        }
        var id = numbers.isPresent() ? numbers.get().of(block) : next++;
        ids.put(block, id);
        blocks.put(id, block);
        open.ifPresent(path -> paths.put(block, path));
        block.properties().values().forEach(this::numberWithin);
        return id;
    }

    /** A block in a property, such as a button of a toolbar, is known to the page but has no place in its tree. */
    private void numberWithin(Object property) {
        if (property instanceof List<?> items) {
            items.stream().filter(Block.class::isInstance).forEach(b -> number((Block) b));
        }
    }

    private List<Node> wrapped(Block parent, List<Node> nodes, List<Block> around) {
        var forms = !(parent instanceof Layout<?> layout) || BlockAccess.groupsForms(layout);
        var result = new ArrayList<Node>();
        var open = new ArrayList<Node>();
        Class<?> kind = null;
        for (var node : nodes) {
            var wanted = wrapper(parent, node.block(), forms);
            if (wanted == null && !BlockAccess.breaksForm(node.block())) {
                result.add(node);
                continue;
            }
            if (wanted != kind) {
                close(parent, kind, open, result, around);
                kind = wanted;
            }
            if (wanted == null) {
                result.add(node);
            } else {
                if (open.isEmpty()) {
                    result.add(node);
                }
                open.add(node);
            }
        }
        close(parent, kind, open, result, around);
        return result;
    }

    private static Class<?> wrapper(Block parent, Block block, boolean forms) {
        if (block instanceof Tab) {
            return parent instanceof Tabs ? null : Tabs.class;
        }
        if (block instanceof Step) {
            return parent instanceof Walkthrough ? null : Walkthrough.class;
        }
        return forms && !(parent instanceof Form) && BlockAccess.joinsForm(block) ? Form.class : null;
    }

    /** Puts the open run, whose first node holds the place, into a layout of its own. */
    private void close(Block parent, Class<?> kind, List<Node> open, List<Node> result, List<Block> around) {
        if (open.isEmpty()) {
            return;
        }
        var inner = open.stream().map(Node::block).toArray(Block[]::new);
        Block wrapper = kind == Tabs.class ? new Tabs(Arrays.copyOf(inner, inner.length, Tab[].class))
                : kind == Walkthrough.class ? new Walkthrough(Arrays.copyOf(inner, inner.length, Step[].class)) : form(parent, inner, around);
        if (numbers.isPresent()) {
            open.stream().map(node -> node.block().properties().get("key")).filter(Objects::nonNull).findFirst()
                    .ifPresent(key -> ((Fluent<?>) wrapper).key(List.of(key, "_parent")));
        }
        number(wrapper);
        result.set(result.indexOf(open.getFirst()), new Node(wrapper, List.copyOf(open)));
        open.clear();
    }

    private Form form(Block parent, Block[] inner, List<Block> around) {
        var form = new Form(inner);
        if (parent instanceof Row) {
            form.scale(sum(inner, "scale", 1)).minWidth(sum(inner, "min_width", 0));
        } else if (parent instanceof Column && !around.isEmpty() && around.getLast() instanceof Row row
                && Boolean.TRUE.equals(row.properties().get("equal_height"))) {
            form.scale(sum(inner, "scale", 1));
        } else if (parent == page && Boolean.TRUE.equals(page.properties().get("fill_height"))) {
            form.scale(sum(inner, "scale", 0));
        }
        return form;
    }

    private static int sum(Block[] blocks, String property, int none) {
        var sum = 0;
        for (var block : blocks) {
            sum += block.property(property).map(v -> ((Number) v).intValue()).orElse(none);
        }
        return sum;
    }

    /** The number of a block. */
    OptionalInt id(Block block) {
        var id = ids.containsKey(block) ? ids.get(block) : outside.get(block);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /** Adds a block that is in no tree: state is part of the page, everything else is only known. */
    int add(Block block) {
        var id = number(block);
        if (block instanceof State<?>) {
            var node = new Node(block, List.of());
            root.children().add(node);
            trees.values().iterator().next().add(node);
        }
        return id;
    }

    /** All blocks but the page itself, in the order of the config. */
    Map<Integer, Block> blocks() {
        return blocks;
    }

    /** All nested pages and, unless this is a part of it, the page itself: their listeners are the page's. */
    List<Blocks> pages() {
        return ids.keySet().stream().filter(Blocks.class::isInstance).map(Blocks.class::cast).filter(b -> numbers.isEmpty() || b != page).toList();
    }

    /** What is drawn later, by the numbers of the layouts that will hold it. */
    Map<Integer, Render<?>> renders() {
        return renders;
    }

    /** The numbers of all blocks. */
    Map<Block, Integer> ids() {
        return new IdentityHashMap<>(ids);
    }

    /** The paths of all pages, the main page's first: an empty string. */
    List<String> paths() {
        return List.copyOf(trees.keySet());
    }

    /** The page on which a block stands; empty for one that is in no tree. */
    Optional<String> path(Block block) {
        return block == page ? Optional.of("") : Optional.ofNullable(paths.get(block));
    }

    /** The tree of all pages as the config shows it. */
    JsonObject json() {
        return json(root);
    }

    /** The tree of one page. */
    JsonObject json(String path) {
        var children = Jsons.array();
        trees.getOrDefault(path, List.of()).forEach(child -> children.add(json(child)));
        return Jsons.object().add("id", ids.get(page)).add("children", children).build();
    }

    private JsonObject json(Node node) {
        var object = Jsons.object().add("id", ids.get(node.block()));
        if (node == root || BlockAccess.inner(node.block()).isPresent()) {
            JsonArrayBuilder children = Jsons.array();
            node.children().forEach(child -> children.add(json(child)));
            object.add("children", children);
        }
        return object.build();
    }

    /** The types of what is visible when a page opens. */
    List<String> visibleTypes(String path) {
        var types = new java.util.LinkedHashSet<String>();
        trees.getOrDefault(path, List.of()).forEach(node -> visible(node, types));
        return List.copyOf(types);
    }

    private static boolean isShown(Block block) {
        return !Boolean.FALSE.equals(block.properties().get("visible"));
    }

    private static void visible(Node node, java.util.Set<String> types) {
        if (!isShown(node.block())) {
            return;
        }
        if (!(node.block() instanceof Blocks)) {
            types.add(node.block().type());
        }
        if (node.block().type().equals("accordion") && Boolean.FALSE.equals(node.block().properties().get("open"))) {
            return;
        }
        if (node.block() instanceof Tabs || node.block() instanceof Walkthrough) {
            var selected = node.block().properties().get("selected");
            var shown = node.children().stream().filter(t -> isShown(t.block())).toList();
            shown.stream().filter(t -> selected == null || selected.equals(t.block().properties().get("id"))).findFirst()
                    .or(() -> shown.stream().findFirst()).ifPresent(t -> visible(t, types));
        } else {
            node.children().forEach(child -> visible(child, types));
        }
    }
}
