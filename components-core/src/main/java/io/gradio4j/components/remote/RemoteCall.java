package io.gradio4j.components.remote;

import static io.gradio4j.Gradio.eventData;

import io.gradio4j.Block;
import io.gradio4j.Component;
import io.gradio4j.Event;
import io.gradio4j.EventData;
import io.gradio4j.Gradio;
import io.gradio4j.GradioException;
import io.gradio4j.Listener;
import io.gradio4j.Progress;
import io.gradio4j.Request;
import io.gradio4j.Toast;
import io.gradio4j.Update;
import io.gradio4j.Updates;
import io.gradio4j.Value;
import io.gradio4j.Values;
import io.gradio4j.client.ClientException;
import io.gradio4j.client.Job;
import io.gradio4j.client.LogMessage;
import io.gradio4j.client.Result;
import io.gradio4j.client.Status;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a listener of ours does: calls the one of the other app, and shows what comes back. */
final class RemoteCall {

    private static final Logger LOG = System.getLogger(RemoteCall.class.getName());

    private final Upstream upstream;
    private final int index;
    private final boolean generates;
    private final List<Input> inputs;
    private final List<Optional<Block>> outputs;
    private final Value<Request> request = Gradio.request();
    private final Value<Progress> progress = Gradio.progress();
    private final Optional<Value<EventData>> event;

    /**
     * An input of the other listener.
     *
     * @param component what it is here; empty for a state, which is known there alone
     * @param current the component with what has changed, if the other listener wants to see that
     */
    private record Input(Optional<RemoteComponent> component, Optional<Value<RemoteComponent>> current) {

        @Nullable Object of(Values given) {
            var value = component.<@Nullable Object>map(given::get).orElse(JsonValue.NULL);
            return current.<@Nullable Object>map(now -> given.get(now).seen(value)).orElse(value);
        }
    }

    /**
     * Prepares a listener.
     *
     * @param index its number in the other app
     * @param dependency what that app's configuration says of it
     */
    RemoteCall(Upstream upstream, RemotePage page, int index, JsonObject dependency) {
        this.upstream = upstream;
        this.index = index;
        generates = RemoteJson.isTrue(RemoteJson.object(dependency, "types"), "generator");
        var seen = RemoteJson.numbers(dependency, "component_prop_inputs");
        var ids = RemoteJson.numbers(dependency, "inputs");
        inputs = IntStream.range(0, ids.size()).mapToObj(i -> input(page, ids.get(i), seen.contains(i))).toList();
        outputs = RemoteJson.numbers(dependency, "outputs").stream().map(page::block).toList();
        event = RemoteJson.isTrue(dependency, "collects_event_data") ? Optional.of(eventData(EventData.class)) : Optional.empty();
    }

    private static Input input(RemotePage page, int id, boolean seen) {
        var component = page.block(id).filter(RemoteComponent.class::isInstance).map(RemoteComponent.class::cast);
        return new Input(component, component.filter(c -> seen).map(Gradio::current));
    }

    /** Ends the chain of our listener. */
    Listener end(Event start) {
        var values = new ArrayList<Value<?>>();
        inputs.forEach(input -> input.component().ifPresent(values::add));
        inputs.forEach(input -> input.current().ifPresent(values::add));
        values.add(request);
        values.add(progress);
        event.ifPresent(values::add);
        var call = start.inputs(values).outputs(outputs.stream().flatMap(Optional::stream).distinct().toList());
        return generates ? call.emit((given, out) -> run(given, out::next)) : call.run(given -> {
            var last = new AtomicReference<>(Updates.none());
            run(given, last::set);
            return last.get();
        });
    }

    private void run(Values given, Consumer<Updates> out) {
        var session = given.get(request).sessionHash();
        try (var lease = upstream.lease(session)) {
            var files = new RemoteValue.Source(lease.client()::files, failure -> {
                throw from(failure);
            });
            try (var job = dispatched(lease, given)) {
                var told = new Telling(job);
                job.onLog(message -> whileWanted(told::all)).onStatus(status -> whileWanted(() -> report(given.get(progress), status)));
                for (var result : job) {
                    told.all();
                    out.accept(updates(result, files));
                }
                told.all();
            }
        } catch (ClientException e) {
            throw shown(e, session);
        }
    }

    private Job dispatched(Upstream.Lease lease, Values given) {
        var values = inputs.stream().<@Nullable Object>map(input -> input.of(given)).collect(ArrayList<@Nullable Object>::new, ArrayList::add, ArrayList::addAll);
        var cause = event.map(given::get);
        try {
            return lease.client().dispatch(index, cause.map(c -> number(c.target())).orElse(0), cause.map(EventData::data).orElse(JsonValue.NULL), values);
        } catch (IllegalArgumentException e) {
            // A file that is larger than the other app takes, for example.
            throw new GradioException(String.valueOf(e.getMessage()), e);
        }
    }

    private static int number(Block block) {
        return switch (block) {
            case RemoteComponent component -> component.id();
            case RemoteLayout layout -> layout.id();
            default -> 0;
        };
    }

    private Updates updates(Result result, RemoteValue.Source files) {
        var updates = Updates.none();
        for (var i = 0; i < Math.min(outputs.size(), result.raw().size()); i++) {
            if (outputs.get(i).isPresent()) {
                updates = with(updates, outputs.get(i).get(), result.raw().get(i), files);
            }
        }
        return updates;
    }

    private static Updates with(Updates updates, Block output, JsonValue value, RemoteValue.Source files) {
        if (!(value instanceof JsonObject update) || !RemoteJson.text(update, "__type__").filter("update"::equals).isPresent()) {
            return output instanceof Component<?, ?> component ? updates.and(valued(component, value, files)) : updates;
        }
        var properties = RemoteProps.of(output.type(), update);
        var changed = properties.isEmpty() ? updates : updates.and(new Update.OfProperties(output, properties));
        return update.containsKey("value") && output instanceof Component<?, ?> component ? changed.and(valued(component, update.get("value"), files)) : changed;
    }

    private static Update valued(Component<?, ?> component, JsonValue value, RemoteValue.Source files) {
        return new Update.OfValue(component, value == JsonValue.NULL ? null : new RemoteValue(value, files));
    }

    /** What comes after somebody has cancelled our event is for nobody. */
    private static void whileWanted(Runnable news) {
        try {
            news.run();
        } catch (CancellationException e) {
            LOG.log(Logger.Level.DEBUG, "News of an event that was cancelled", e);
        }
    }

    private static void report(Progress progress, Status status) {
        if (!status.stage().isLast() && !status.progress().isEmpty()) {
            progress.report(status.progress().getFirst());
        }
    }

    private GradioException shown(ClientException failure, String session) {
        return switch (failure) {
            case ClientException.Failed e -> new GradioException(e.text(), e).title(e.title()).duration(e.duration().orElse(Duration.ZERO)).visible(e.visible());
            case ClientException.Invalid e -> new GradioException(e.text(), e);
            case ClientException.Unauthorized e -> forgotten(e, session);
            case ClientException.Unexpected e -> forgotten(e, session);
            default -> from(failure);
        };
    }

    private GradioException forgotten(ClientException failure, String session) {
        upstream.forgotten(session);
        return from(failure);
    }

    private GradioException from(ClientException failure) {
        return new GradioException("The app at " + upstream.place() + ": " + failure.text(), failure);
    }

    /** Passes on what the other listener tells the person: each message once, when it comes or before the result that comes after it. */
    private static final class Telling {

        private final Job job;
        private int told;

        Telling(Job job) {
            this.job = job;
        }

        synchronized void all() {
            var logs = job.logs();
            while (told < logs.size()) {
                tell(logs.get(told++));
            }
        }

        private static void tell(LogMessage message) {
            var level = switch (message.level()) {
                case INFO -> Toast.Level.INFO;
                case SUCCESS -> Toast.Level.SUCCESS;
                case WARNING, ERROR -> Toast.Level.WARNING;
            };
            Toast.of(level, message.text()).withTitle(message.title()).withDuration(message.duration().orElse(Duration.ZERO)).withVisible(message.visible()).show();
        }
    }
}
