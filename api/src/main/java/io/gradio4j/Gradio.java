package io.gradio4j;

import java.util.Arrays;

/** The static words of an app's definition, made for {@code import static io.gradio4j.Gradio.*}. */
public final class Gradio {

    private Gradio() {
    }

    /**
     * One listener with several triggers: whichever fires first runs it.
     *
     * <p>With no trigger at all, the listener runs on the {@code change} of each of its inputs and when the page loads.
     *
     * @param triggers events of components, such as {@code query.onSubmit(), go.onClick()}
     * @return the listener's chain
     */
    public static Event on(Event... triggers) {
        return Event.merge(Arrays.asList(triggers));
    }

    /**
     * The progress of the running event as an argument. Reports reach the page only for queued events.
     *
     * @return an input of type {@link Progress}
     */
    public static Value<Progress> progress() {
        return new Injected.OfProgress();
    }

    /**
     * The request that started the event as an argument: headers, cookies, query, user, session.
     *
     * @return an input of type {@link Request}
     */
    public static Value<Request> request() {
        return new Injected.OfRequest();
    }

    /**
     * What the triggering event carries as an argument, for example {@code eventData(SelectData.class)}.
     *
     * @param type {@link EventData}, {@link SelectData}, {@link CopyData}, or any class that JSON-B can read from the payload
     * @param <T> the argument's type
     * @return an input of that type
     */
    public static <T> Value<T> eventData(Class<T> type) {
        return new Injected.OfEventData<>(type);
    }

    /**
     * One header of the request as an argument; an empty string when the request has none of that name.
     *
     * @param name the header's name, any case
     * @return an input of type {@code String}
     */
    public static Value<String> header(String name) {
        return new Injected.OfHeader(name);
    }
}
