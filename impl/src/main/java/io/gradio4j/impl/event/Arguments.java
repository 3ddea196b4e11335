package io.gradio4j.impl.event;

import io.gradio4j.Block;
import io.gradio4j.BlockAccess;
import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.EventData;
import io.gradio4j.GradioException;
import io.gradio4j.Injected;
import io.gradio4j.ListenerDefinition;
import io.gradio4j.Progress;
import io.gradio4j.State;
import io.gradio4j.ValidationException;
import io.gradio4j.Value;
import io.gradio4j.impl.app.App;
import io.gradio4j.impl.app.Dependency;
import io.gradio4j.impl.json.JsonText;
import io.gradio4j.impl.json.JsonbConversion;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.impl.session.Session;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a handler's arguments of what a client sent, and checks them. */
final class Arguments {

    private final App app;
    private final Caches caches;

    Arguments(App app, Caches caches) {
        this.app = app;
        this.caches = caches;
    }

    /**
     * What a handler uses besides values.
     *
     * @param progress takes its progress
     * @param cacheUsed runs when it found something in its cache
     */
    record Tools(Progress progress, Runnable cacheUsed) {

        /** Nobody listens. */
        static Tools unheard() {
            return new Tools(new Progress(units -> {
            }), () -> {
            });
        }
    }

    /**
     * The arguments in the handler's order.
     *
     * @throws ValidationException if a value is missing or wrong
     */
    @Nullable Object[] of(Session session, Dependency dependency, Input input, Tools tools) {
        requireEnough(dependency, input.data());
        var conversion = app.files().conversion(input.root());
        var arguments = new @Nullable Object[dependency.arguments().size()];
        var position = 0;
        for (var i = 0; i < arguments.length; i++) {
            var value = dependency.arguments().get(i);
            arguments[i] = switch (value) {
                case Injected<?> injected -> injected(injected, session, input, tools, conversion);
                case Component<?, ?> component -> {
                    var slot = dependency.inputs().get(position);
                    var payload = position < input.data().size() ? input.data().get(position) : JsonValue.NULL;
                    position++;
                    yield value(session, slot, component, payload, conversion);
                }
            };
        }
        return arguments;
    }

    private static void requireEnough(Dependency dependency, JsonArray data) {
        var needed = dependency.inputs().size();
        if (data.size() < needed) {
            throw new ValidationException("An event handler (" + dependency.apiName() + ") didn't receive enough input values (needed: "
                    + needed + ", got: " + data.size() + "). Its inputs are: "
                    + String.join(", ", dependency.inputs().stream().map(s -> s.block().describe()).toList()));
        }
    }

    private @Nullable Object value(Session session, Dependency.Slot slot, Component<?, ?> component, JsonValue payload,
            Conversion conversion) {
        if (component instanceof State<?> state) {
            return session.state(slot.id(), state);
        }
        app.files().check(payload);
        var current = (Component<?, ?>) session.block(slot.id(), component);
        try {
            return BlockAccess.preprocess(current, payload, conversion);
        } catch (GradioException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalStateException("preprocess of " + current.describe() + " failed for the value "
                    + JsonbConversion.abbreviate(JsonText.of(payload)), e);
        }
    }

    private Object injected(Injected<?> injected, Session session, Input input, Tools tools, Conversion conversion) {
        return switch (injected) {
            case Injected.OfProgress p -> tools.progress();
            case Injected.OfCache cache -> caches.handle(cache, session, tools.cacheUsed());
            case Injected.OfRequest r -> input.request();
            case Injected.OfHeader(String name) -> input.request().header(name).orElse("");
            case Injected.OfEventData<?>(Class<?> type) -> eventData(type, session, input, conversion);
            case Injected.OfBlock<?>(Block block) -> current(block, session);
            case Injected.OfProfile p -> input.caller().profile();
            case Injected.OfRequiredProfile p -> input.caller().profile().orElseThrow(Arguments::nobodySignedIn);
            case Injected.OfToken t -> input.caller().token();
            case Injected.OfRequiredToken t -> input.caller().token().orElseThrow(Arguments::nobodySignedIn);
        };
    }

    private Block current(Block block, Session session) {
        return Stream.of(app.blocks(), session.parts().blocks()).flatMap(blocks -> blocks.entrySet().stream()).filter(e -> e.getValue() == block)
                .findFirst().map(e -> session.block(e.getKey(), block)).orElse(block);
    }

    private static GradioException nobodySignedIn() {
        return new GradioException("This action requires a logged in user. Please sign in and retry.");
    }

    private Object eventData(Class<?> type, Session session, Input input, Conversion conversion) {
        app.files().checkEventData(input.eventData());
        var target = input.trigger().isPresent() ? Optional.<Block>ofNullable(app.blocks().get(input.trigger().getAsInt()))
                        .or(() -> session.parts().block(input.trigger().getAsInt()))
                : Optional.<Block>empty();
        var reader = BlockAccess.eventReader(type);
        if (reader.isEmpty()) {
            return conversion.fromJson(input.eventData(), type);
        }
        return reader.get().apply(new EventData(target.orElseThrow(() -> new ValidationException(
                "The event carries no trigger_id of a block, so it has no event data")), input.eventData()));
    }

    /**
     * Checks the listener's own rules.
     *
     * @throws RefusedException with one entry for each input if some value breaks its rule
     */
    void check(Session session, Dependency dependency, Input input) {
        if (dependency.definition().lastChecked().isEmpty()) {
            return;
        }
        var arguments = of(session, dependency, input, Tools.unheard());
        var entries = Jsons.array();
        var broken = Optional.<String>empty();
        var position = 0;
        for (var i = 0; i < arguments.length; i++) {
            var value = dependency.arguments().get(i);
            if (value instanceof Component<?, ?>) {
                var message = brokenRule(dependency.definition(), value, arguments[i]);
                entries.add(entry(message, parameterName(dependency, position++)));
                broken = broken.or(() -> message);
            }
        }
        if (broken.isPresent()) {
            throw new RefusedException(422, entries.build(), broken.get());
        }
    }

    private String parameterName(Dependency dependency, int position) {
        return app.info().endpoint("/" + dependency.apiName())
                .flatMap(e -> e.parameters().stream().filter(p -> p.position() == position).findFirst()).map(p -> p.name())
                .orElse("parameter_" + position);
    }

    private static JsonObject entry(Optional<String> message, String parameter) {
        var entry = Jsons.object();
        message.ifPresent(text -> entry.add("__type__", "validate"));
        entry.add("is_valid", message.isEmpty()).add("message", message.orElse(""));
        message.ifPresent(text -> entry.add("parameter_name", parameter));
        return entry.build();
    }

    @SuppressWarnings("unchecked")
    private static Optional<String> brokenRule(ListenerDefinition definition, Value<?> input, @Nullable Object value) {
        for (var check : definition.checks(input)) {
            if (!((Predicate<@Nullable Object>) check.rule()).test(value)) {
                return Optional.of(check.message());
            }
        }
        return Optional.empty();
    }
}
