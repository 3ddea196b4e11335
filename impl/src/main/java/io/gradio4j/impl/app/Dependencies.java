package io.gradio4j.impl.app;

import io.gradio4j.ApiVisibility;
import io.gradio4j.Block;
import io.gradio4j.Blocks;
import io.gradio4j.Component;
import io.gradio4j.ListenerDefinition;
import io.gradio4j.ShowProgress;
import io.gradio4j.State;
import io.gradio4j.TriggerMode;
import io.gradio4j.Value;
import io.gradio4j.impl.app.Dependency.Slot;
import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Numbers an app's listeners in the order they were made, and settles what their authors left open. */
final class Dependencies {

    private static final Logger LOG = System.getLogger(Dependencies.class.getName());

    private final Layouts layouts;
    private final int root;
    private final OptionalInt defaultLimit;
    private final Set<String> names = new HashSet<>();
    private final Map<ListenerDefinition, Integer> ids = new IdentityHashMap<>();
    private final List<Dependency> all = new ArrayList<>();

    Dependencies(Layouts layouts, Blocks page, OptionalInt defaultLimit) {
        this.layouts = layouts;
        this.defaultLimit = defaultLimit;
        root = layouts.id(page).orElseThrow();
        var definitions = collect(page);
        var next = 0;
        for (var definition : definitions) {
            ids.put(definition, next);
            next += onlyCancels(definition) || definition.cancels().isEmpty() ? 1 : 2;
        }
        definitions.forEach(this::add);
        shareLimits();
    }

    List<Dependency> all() {
        return List.copyOf(all);
    }

    private List<ListenerDefinition> collect(Blocks page) {
        var found = new LinkedHashSet<ListenerDefinition>();
        layouts.pages().forEach(p -> p.listeners().forEach(l -> withFollowers(l, found)));
        layouts.blocks().values().forEach(b -> b.listeners().forEach(l -> withFollowers(l, found)));
        var computed = Blocks.of();
        for (var block : List.copyOf(layouts.blocks().values())) {
            if (block instanceof Component<?, ?> component && component.valueSource() != null) {
                computeOnLoad(computed, component);
            }
        }
        computed.listeners().forEach(l -> withFollowers(l, found));
        var complete = false;
        while (!complete) {
            complete = List.copyOf(found).stream().noneMatch(l -> placeReferences(l, found));
        }
        return found.stream().sorted(Comparator.comparingLong(ListenerDefinition::order)).toList();
    }

    private static <T> void computeOnLoad(Blocks page, Component<T, ?> component) {
        var source = component.valueSource();
        if (source != null) {
            page.onLoad().outputs(component).apiVisibility(ApiVisibility.UNDOCUMENTED).run(source::get);
        }
    }

    private static void withFollowers(ListenerDefinition listener, Set<ListenerDefinition> found) {
        if (found.add(listener)) {
            listener.followers().forEach(f -> withFollowers(f, found));
        }
    }

    /** Gives numbers to blocks that a listener uses and that stand in no tree; true if that brought more listeners. */
    private boolean placeReferences(ListenerDefinition listener, Set<ListenerDefinition> found) {
        var before = found.size();
        var used = new ArrayList<Block>(listener.outputs());
        listener.inputs().stream().filter(Block.class::isInstance).map(Block.class::cast).forEach(used::add);
        for (var block : used) {
            if (layouts.id(block).isEmpty()) {
                layouts.add(block);
                if (!(block instanceof State<?>)) {
                    LOG.log(Logger.Level.WARNING, "{0} is an input or output of a listener but stands in no tree, so it is not on the page: "
                            + "give it to Blocks.of(…) or to a layout", block.describe());
                }
                block.listeners().forEach(l -> withFollowers(l, found));
            }
        }
        return found.size() > before;
    }

    private static boolean onlyCancels(ListenerDefinition definition) {
        return !definition.cancels().isEmpty() && definition.handler().isEmpty() && definition.js().isEmpty()
                && definition.followers().isEmpty();
    }

    private void add(ListenerDefinition definition) {
        if (!onlyCancels(definition)) {
            all.add(main(definition));
        }
        if (!definition.cancels().isEmpty()) {
            all.add(cancelling(definition));
        }
    }

    private Dependency main(ListenerDefinition definition) {
        var targets = targets(definition);
        var handler = definition.handler();
        var named = handler.isPresent() ? givenName(definition).or(() -> defaultName(definition)).orElse("unnamed")
                : definition.js().isPresent() ? "js_fn" : "unnamed";
        var firstEvent = targets.getFirst().event();
        var id = all.size();
        return new Dependency(id, definition, targets, definition.inputs(), slots(definition.inputs()), slots(definition.outputs()), handler,
                definition.js(), handler.isPresent() && definition.queue(), unique(named),
                handler.isPresent() && !firstEvent.equals("unload") ? definition.apiVisibility() : ApiVisibility.PRIVATE,
                definition.showProgress().orElse(firstEvent.equals("tick") || firstEvent.equals("unload") ? ShowProgress.HIDDEN
                        : ShowProgress.FULL),
                definition.triggerMode().orElse(firstEvent.equals("change") || firstEvent.equals("key_up") ? TriggerMode.ALWAYS_LAST
                        : TriggerMode.ONCE),
                List.of(), false, definition.after().map(a -> OptionalInt.of(ids.get(a))).orElse(OptionalInt.empty()),
                definition.concurrencyId().map(c -> "id:" + c).orElse("fn:" + id), limit(definition));
    }

    private Dependency cancelling(ListenerDefinition definition) {
        var cancelled = new ArrayList<Integer>();
        for (var other : definition.cancels()) {
            var id = ids.get(other);
            if (id == null) {
                throw new IllegalStateException("A listener cancels another one that belongs to no block of this app");
            }
            if (!other.queue() || other.handler().isEmpty()) {
                throw new IllegalStateException("Only events that wait in the queue can be cancelled: the cancelled listener has "
                        + (other.queue() ? "no function" : "queue(false)"));
            }
            cancelled.add(id);
        }
        var id = all.size();
        return new Dependency(id, definition, targets(definition), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), false,
                unique("unnamed"), ApiVisibility.PRIVATE, ShowProgress.FULL, TriggerMode.ONCE, List.copyOf(cancelled), true,
                definition.after().map(a -> OptionalInt.of(ids.get(a))).orElse(OptionalInt.empty()), "fn:" + id, OptionalInt.empty());
    }

    private OptionalInt limit(ListenerDefinition definition) {
        return switch (definition.concurrency()) {
            case ListenerDefinition.Concurrency.Default d -> defaultLimit;
            case ListenerDefinition.Concurrency.Unlimited u -> OptionalInt.empty();
            case ListenerDefinition.Concurrency.Limited(int atMost) -> OptionalInt.of(atMost);
        };
    }

    /** The lowest limit of a group holds for all of it. */
    private void shareLimits() {
        var lowest = new HashMap<String, OptionalInt>();
        for (var dependency : all) {
            lowest.merge(dependency.lane(), dependency.limit(), (a, b) -> a.isEmpty() ? b : b.isEmpty() ? a
                    : OptionalInt.of(Math.min(a.getAsInt(), b.getAsInt())));
        }
        all.replaceAll(d -> new Dependency(d.id(), d.definition(), d.targets(), d.arguments(), d.inputs(), d.outputs(), d.handler(), d.js(),
                d.queue(), d.apiName(), d.visibility(), d.showProgress(), d.triggerMode(), d.cancels(), d.cancelling(), d.after(), d.lane(),
                lowest.getOrDefault(d.lane(), d.limit())));
    }

    private List<Dependency.Target> targets(ListenerDefinition definition) {
        if (definition.after().isPresent()) {
            return List.of(new Dependency.Target(OptionalInt.empty(), switch (definition.condition()) {
                case ALWAYS -> "then";
                case SUCCESS -> "success";
                case FAILURE -> "failure";
            }));
        }
        var targets = new ArrayList<Dependency.Target>();
        if (definition.onInputsAndLoad()) {
            definition.inputs().stream().filter(Block.class::isInstance)
                    .forEach(b -> targets.add(new Dependency.Target(layouts.id((Block) b), "change")));
            targets.add(new Dependency.Target(OptionalInt.of(root), "load"));
        }
        for (var target : definition.targets()) {
            var block = target.block() instanceof Blocks ? OptionalInt.of(root) : layouts.id(target.block());
            if (target.event().equals("unload")) {
                targets.add(new Dependency.Target(OptionalInt.empty(), target.event()));
            } else if (block.isPresent()) {
                targets.add(new Dependency.Target(block, target.event()));
            }
        }
        return List.copyOf(targets);
    }

    private List<Slot> slots(List<? extends Value<?>> inputs) {
        return inputs.stream().filter(Block.class::isInstance).map(v -> slot((Block) v)).toList();
    }

    private List<Slot> slots(Iterable<Block> outputs) {
        var slots = new ArrayList<Slot>();
        outputs.forEach(b -> slots.add(slot(b)));
        return List.copyOf(slots);
    }

    private Slot slot(Block block) {
        return new Slot(layouts.id(block).orElseThrow(), block);
    }

    private static Optional<String> givenName(ListenerDefinition definition) {
        return definition.apiName().filter(name -> !name.isBlank());
    }

    /** The caption or label of what fires it, else the event's name. */
    private static Optional<String> defaultName(ListenerDefinition definition) {
        if (definition.after().isPresent()) {
            var before = definition.after().get();
            return givenName(before).or(() -> defaultName(before)).map(n -> n + "_" + switch (definition.condition()) {
                case ALWAYS -> "then";
                case SUCCESS -> "success";
                case FAILURE -> "failure";
            });
        }
        if (definition.targets().isEmpty()) {
            return Optional.of("change");
        }
        var first = definition.targets().getFirst();
        return first.block().property("label").or(() -> first.block().property("value")).map(Object::toString).map(Dependencies::slug)
                .filter(s -> !s.isEmpty() && !(first.block() instanceof Blocks)).or(() -> Optional.of(first.event()));
    }

    /** A text as an identifier: lower case letters, digits and underscores. */
    static String slug(String text) {
        var out = new StringBuilder();
        for (var c : java.text.Normalizer.normalize(Texts.keys(text), java.text.Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).toCharArray()) {
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                out.append(c);
            } else if (Character.isWhitespace(c) || c == '_' || c == '-') {
                if (!out.isEmpty() && out.charAt(out.length() - 1) != '_') {
                    out.append('_');
                }
            }
        }
        while (!out.isEmpty() && out.charAt(out.length() - 1) == '_') {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }

    private String unique(String name) {
        var result = name;
        for (var i = 1; !names.add(result); i++) {
            result = name + "_" + i;
        }
        return result;
    }
}
