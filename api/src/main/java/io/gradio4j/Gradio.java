package io.gradio4j;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

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
     * @param type {@link EventData}, {@link SelectData}, {@link CopyData}, {@link LikeData}, {@link RetryData}, {@link UndoData},
     *     {@link EditData}, {@link DeletedFileData}, {@link DownloadData}, or any class that JSON-B can read from the payload
     * @param <T> the argument's type
     * @return an input of that type
     */
    public static <T> Value<T> eventData(Class<T> type) {
        return new Injected.OfEventData<>(type);
    }

    /**
     * A block as this page has it, as an argument: with the properties that handlers have changed, see {@link Block#property}. What a person
     * has changed is not among them; the value that a person sees is an input of its own.
     *
     * {@snippet :
     * more.onClick().inputs(count, Gradio.current(count)).outputs(List.of(count)).run((value, field) ->
     *         Updates.of(new NumberField().maximum(2 * (double) field.property("maximum").orElse(10.0)).as(count)));
     * }
     *
     * @param block a block of the page; the handler's argument is a copy of it, which cannot be changed
     * @param <B> the block's class
     * @return an input of that class
     */
    public static <B extends Block> Value<B> current(B block) {
        return new Injected.OfBlock<>(block);
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

    /**
     * Who is signed in with the identity provider, as an argument; empty when nobody is. Signing in starts at
     * {@code login/huggingface} and needs the settings {@code OPENID_PROVIDER_URL}, {@code OAUTH_CLIENT_ID} and
     * {@code OAUTH_CLIENT_SECRET}.
     *
     * @return an input of type {@code Optional<OAuthProfile>}
     */
    public static Value<Optional<OAuthProfile>> profile() {
        return new Injected.OfProfile();
    }

    /**
     * Like {@link #profile}, but the handler is not called when nobody is signed in: the page then asks to sign in.
     *
     * @return an input of type {@link OAuthProfile}
     */
    public static Value<OAuthProfile> requiredProfile() {
        return new Injected.OfRequiredProfile();
    }

    /**
     * The token with which the app may act for who is signed in, as an argument; empty when nobody is. API clients may send one as
     * {@code oauth_token}; that of a signed-in browser wins.
     *
     * @return an input of type {@code Optional<OAuthToken>}
     */
    public static Value<Optional<OAuthToken>> token() {
        return new Injected.OfToken();
    }

    /**
     * Like {@link #token}, but the handler is not called when there is none: the page then asks to sign in.
     *
     * @return an input of type {@link OAuthToken}
     */
    public static Value<OAuthToken> requiredToken() {
        return new Injected.OfRequiredToken();
    }

    /**
     * What the handler remembers from one call to another, as an argument. Each value that this method returns has a store of its own, which
     * several listeners can share.
     *
     * @return an input of type {@link Cache}
     */
    public static Value<Cache> cache() {
        return cache(options -> {
        });
    }

    /**
     * Like {@link #cache()}, with other limits.
     *
     * @param options changes the defaults
     * @return an input of type {@link Cache}
     */
    public static Value<Cache> cache(Consumer<CacheOptions> options) {
        var limits = new CacheOptions();
        options.accept(limits);
        return new Injected.OfCache(limits);
    }
}
