package io.gradio4j.impl.app;

import io.gradio4j.ApiVisibility;
import io.gradio4j.Block;
import io.gradio4j.BlockAccess;
import io.gradio4j.Blocks;
import io.gradio4j.Component;
import io.gradio4j.HasChange;
import io.gradio4j.HasTick;
import io.gradio4j.Injected;
import io.gradio4j.ListenerDefinition;
import io.gradio4j.ShowProgress;
import io.gradio4j.Signature;
import io.gradio4j.State;
import io.gradio4j.TriggerMode;
import io.gradio4j.Update;
import io.gradio4j.Updates;
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
    private final Set<String> names;
    private final Map<ListenerDefinition, Integer> ids;
    private final List<Dependency> all = new ArrayList<>();
    private final Surroundings around;

    Dependencies(Layouts layouts, Blocks page, OptionalInt defaultLimit) {
        this(layouts, page, defaultLimit, new Surroundings(0, Set.of(), Map.of(), List.of(), Set.of(), Optional.empty()));
    }

    /**
     * What is there before a part of a page.
     *
     * @param first the first listener's number
     * @param names the endpoints' names that are taken
     * @param listeners the numbers of the listeners that are there
     * @param more listeners of blocks that are there
     * @param roles those that the server knows to be needed
     * @param origin what has drawn the part; empty for a whole app
     */
    record Surroundings(int first, Set<String> names, Map<ListenerDefinition, Integer> listeners, List<ListenerDefinition> more,
            Set<String> roles, Optional<Dependency.Origin> origin) {
    }

    Dependencies(Layouts layouts, Blocks page, OptionalInt defaultLimit, Surroundings around) {
        this.layouts = layouts;
        this.defaultLimit = defaultLimit;
        this.around = around;
        names = new HashSet<>(around.names());
        ids = new IdentityHashMap<>(around.listeners());
        root = layouts.id(page).orElseThrow();
        var definitions = collect(page);
        var next = around.first();
        for (var definition : definitions) {
            ids.put(definition, next);
            next += definition.cancels().isEmpty() ? 1 : 2;
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
        around.more().forEach(l -> withFollowers(l, found));
        layouts.renders().values().forEach(render -> found.add(BlockAccess.rendering(render)));
        layouts.blocks().values().forEach(b -> b.listeners().forEach(l -> withFollowers(l, found)));
        for (var block : List.copyOf(layouts.blocks().values())) {
            if (block instanceof Component<?, ?> component) {
                BlockAccess.computation(component, page).ifPresent(found::add);
            }
        }
        var complete = false;
        while (!complete) {
            complete = List.copyOf(found).stream().noneMatch(l -> placeReferences(l, found));
        }
        return found.stream().sorted(Comparator.comparingLong(ListenerDefinition::order)).toList();
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
        if (listener.isComputing()) {
            listener.targets().stream().map(ListenerDefinition.Target::block).filter(HasTick.class::isInstance).forEach(used::add);
        }
        for (var block : used) {
            if (layouts.id(block).isEmpty()) {
                layouts.add(block);
                if (!(block instanceof State<?>) && !block.type().equals("api") && !(block instanceof HasTick)) {
                    LOG.log(Logger.Level.WARNING, "{0} is an input or output of a listener but stands in no tree, so it is not on the page: "
                            + "give it to Blocks.of(…) or to a layout", block.describe());
                }
                block.listeners().forEach(l -> withFollowers(l, found));
            }
        }
        return found.size() > before;
    }

    private void add(ListenerDefinition definition) {
        all.add(main(definition));
        if (!definition.cancels().isEmpty()) {
            all.add(cancelling(definition));
        }
    }

    private Dependency main(ListenerDefinition definition) {
        var targets = targets(definition);
        var handler = definition.handler();
        var named = handler.isPresent() ? givenName(definition).or(() -> defaultName(definition)).orElse("unnamed")
                : definition.js().isPresent() ? "js_fn" : "unnamed";
        var firstEvent = targets.isEmpty() ? "" : targets.getFirst().event();
        var id = around.first() + all.size();
        var dependency = new Dependency(id, definition, targets, definition.inputs(), slots(definition.inputs()), slots(definition.outputs()),
                handler, definition.js(), handler.isPresent() && definition.queue(), unique(named),
                handler.isPresent() && !firstEvent.equals("unload") ? definition.apiVisibility() : ApiVisibility.PRIVATE,
                definition.showProgress().orElseGet(() -> showProgress(firstEvent)),
                definition.triggerMode().orElseGet(() -> triggerMode(firstEvent)),
                List.of(), false, definition.after().map(a -> OptionalInt.of(ids.get(a))).orElse(OptionalInt.empty()),
                definition.concurrencyId().map(c -> "id:" + c).orElse(lane(id)), limit(definition),
                definition.isRendering() ? layouts.id(definition.outputs().getFirst()) : OptionalInt.empty(), around.origin());
        requireSense(dependency);
        return dependency;
    }

    /** Listeners of several pages may have the same number, but not the same lane. */
    private String lane(int id) {
        return around.origin().map(origin -> "drawn:" + origin.serial() + ":" + id).orElse("fn:" + id);
    }

    private static ShowProgress showProgress(String event) {
        return switch (event) {
            case "tick", "unload", "" -> ShowProgress.HIDDEN;
            case "stream" -> ShowProgress.MINIMAL;
            default -> ShowProgress.FULL;
        };
    }

    private static TriggerMode triggerMode(String event) {
        return switch (event) {
            case "change", "key_up" -> TriggerMode.ALWAYS_LAST;
            case "stream" -> TriggerMode.MULTIPLE;
            default -> TriggerMode.ONCE;
        };
    }

    /** Combinations that cannot work are errors at the start, not surprises later. */
    private void requireSense(Dependency dependency) {
        var name = "The listener '" + dependency.apiName() + "' ";
        if (dependency.origin().isPresent() && (dependency.js().isPresent() || dependency.definition().cache().isPresent()
                || dependency.arguments().stream().anyMatch(Injected.OfCache.class::isInstance))) {
            throw new IllegalStateException(name + "was made by a Render: it can have no function in the browser and no cache");
        }
        if (dependency.origin().isPresent()) {
            dependency.definition().rolesAllowed().stream().filter(role -> !around.roles().contains(role)).findFirst().ifPresent(role -> {
                throw new IllegalStateException(name + "was made by a Render and needs the role '" + role + "': name it in Render.roles(…)");
            });
        }
        if (dependency.streams() && (!dependency.queue() || dependency.batchSize().isPresent())) {
            throw new IllegalStateException(name + "runs for pieces of a stream, which needs the queue and a function for one event at a time");
        }
        if (dependency.definition().cache().isEmpty()) {
            return;
        }
        if (dependency.streams() || dependency.batchSize().isPresent()) {
            throw new IllegalStateException(name + "cannot be cached: it handles a stream or a batch");
        }
        if (dependency.outputs().stream().anyMatch(o -> o.block() instanceof State<?>)) {
            throw new IllegalStateException(name + "cannot be cached: a State is among its outputs");
        }
        dependency.arguments().stream().filter(a -> switch (a) {
            case Injected.OfRequest r -> true;
            case Injected.OfBlock<?> b -> true;
            case Injected.OfProfile p -> true;
            case Injected.OfRequiredProfile p -> true;
            case Injected.OfToken t -> true;
            case Injected.OfRequiredToken t -> true;
            default -> false;
        }).findFirst().ifPresent(a -> {
            throw new IllegalStateException(name + "cannot be cached: it looks at the request, at who sent it or at what one page shows");
        });
    }

    /** What cancels others; where a timer fires one of them, it also stops the timer. */
    private Dependency cancelling(ListenerDefinition definition) {
        var cancelled = new ArrayList<Integer>();
        var timers = new LinkedHashSet<Block>();
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
            other.targets().stream().filter(t -> t.event().equals("tick")).map(ListenerDefinition.Target::block).forEach(timers::add);
        }
        var id = around.first() + all.size();
        var stopping = timers.isEmpty() ? definition : definition.calling(stopping(List.copyOf(timers)));
        return new Dependency(id, stopping, targets(definition), List.of(), List.of(), timers.isEmpty() ? List.of() : slots(stopping.outputs()),
                timers.isEmpty() ? Optional.empty() : stopping.handler(), Optional.empty(), false, unique("unnamed"), ApiVisibility.PRIVATE,
                ShowProgress.FULL, TriggerMode.ONCE, List.copyOf(cancelled), true,
                definition.after().map(a -> OptionalInt.of(ids.get(a))).orElse(OptionalInt.empty()), lane(id), OptionalInt.empty(),
                OptionalInt.empty(), around.origin());
    }

    private static ListenerDefinition stopping(List<Block> timers) {
        return Signature.<ListenerDefinition>endingIn(d -> d).outputs(timers).run(() -> {
            var stopped = Updates.none();
            for (var timer : timers) {
                stopped = stopped.and(new Update.OfProperties(timer, Map.of("active", false)));
            }
            return stopped;
        });
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
        all.replaceAll(d -> d.withLimit(lowest.getOrDefault(d.lane(), d.limit())));
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
            definition.inputs().stream().filter(definition.isRendering() ? HasChange.class::isInstance : Block.class::isInstance)
                    .forEach(b -> targets.add(new Dependency.Target(layouts.id((Block) b), "change")));
            targets.add(definition.isRendering() ? 0 : targets.size(), new Dependency.Target(OptionalInt.of(root), "load"));
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
        if (definition.isComputing()) {
            return definition.outputs().getFirst().property("label").map(Object::toString).map(Dependencies::slug).filter(s -> !s.isEmpty())
                    .or(() -> Optional.of("load"));
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
