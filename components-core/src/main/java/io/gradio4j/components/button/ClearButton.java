package io.gradio4j.components.button;

import io.gradio4j.ApiVisibility;
import io.gradio4j.Component;
import io.gradio4j.Defaults;
import io.gradio4j.Event;
import io.gradio4j.State;
import io.gradio4j.Updates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A button that empties components. It does so in the browser, without asking the server; only a {@link State} is set back on the
 * server, to a new initial value.
 *
 * {@snippet :
 * new ClearButton(question, answer);
 * }
 */
public final class ClearButton extends BaseButton<ClearButton> {

    private static final Defaults DEFAULTS = defaults("Clear", "api_name", null, "api_visibility", "undocumented").saying("value", "common.clear");

    private final List<Event> resets = new ArrayList<>();

    /**
     * Makes a button that says "Clear".
     *
     * @param components what it empties; more can be {@link #add added}
     */
    public ClearButton(Component<?, ?>... components) {
        super("button");
        if (components.length > 0) {
            add(components);
        }
    }

    /**
     * Makes a button that empties nothing yet.
     *
     * @param caption its text
     */
    public ClearButton(String caption) {
        this();
        value(caption);
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }

    /**
     * Empties these components, too. What "empty" means is decided now, by the properties they have: a slider's least value, for
     * example.
     *
     * @param components one or more
     * @return this button
     */
    public ClearButton add(Component<?, ?>... components) {
        var outputs = Arrays.asList(components);
        var values = outputs.stream().map(c -> c.emptyPayload().toString()).collect(Collectors.joining(", ", "() => [", "]"));
        onClick().outputs(outputs).js(values);
        var states = outputs.stream().filter(State.class::isInstance).<State<?>>map(c -> (State<?>) c).toList();
        if (!states.isEmpty()) {
            reset(states);
        }
        return this;
    }

    private void reset(List<State<?>> states) {
        var click = onClick().apiVisibility(properties().get("api_visibility") instanceof ApiVisibility given ? given : ApiVisibility.UNDOCUMENTED);
        property("api_name").map(String::valueOf).ifPresent(click::apiName);
        click.outputs(states).run(() -> {
            var updates = Updates.none();
            for (var state : states) {
                updates = withInitial(updates, state);
            }
            return updates;
        });
        resets.add(click);
    }

    private static <T> Updates withInitial(Updates updates, State<T> state) {
        return updates.and(state, state.initial());
    }

    /**
     * The name of the endpoint that sets back the states.
     *
     * @param name default: made by the rules of all endpoints
     * @return this button
     */
    public ClearButton apiName(String name) {
        resets.forEach(r -> r.apiName(name));
        return set("api_name", name);
    }

    /**
     * Who may call the endpoint that sets back the states.
     *
     * @param visibility default: {@link ApiVisibility#UNDOCUMENTED}
     * @return this button
     */
    public ClearButton apiVisibility(ApiVisibility visibility) {
        resets.forEach(r -> r.apiVisibility(visibility));
        return set("api_visibility", visibility);
    }
}
