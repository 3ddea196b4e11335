package io.gradio4j;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An argument that the runtime supplies and no client sends. Made by the static methods of {@link Gradio}.
 *
 * @param <T> the Java type of the argument
 */
public sealed interface Injected<T extends @Nullable Object> extends Value<T> {

    /** The progress of the running event, see {@link Gradio#progress()}. */
    record OfProgress() implements Injected<Progress> {
    }

    /** The request that started the event, see {@link Gradio#request()}. */
    record OfRequest() implements Injected<Request> {
    }

    /**
     * What the triggering event carries, see {@link Gradio#eventData(Class)}.
     *
     * @param type the wanted class
     * @param <T> the wanted type
     */
    record OfEventData<T>(Class<T> type) implements Injected<T> {
    }

    /**
     * One header of the request, see {@link Gradio#header(String)}.
     *
     * @param name the header's name, any case
     */
    record OfHeader(String name) implements Injected<String> {
    }

    /**
     * What the handler remembers, see {@link Gradio#cache()}. Each of these objects has a store of its own.
     */
    final class OfCache implements Injected<Cache> {
        private final CacheOptions options;

        OfCache(CacheOptions options) {
            this.options = options;
        }

        /** How much is kept, and for whom. */
        public CacheOptions options() {
            return options;
        }
    }

    /**
     * A block as one page has it, see {@link Gradio#current(Block)}.
     *
     * @param block the block as it was defined
     * @param <B> its class
     */
    record OfBlock<B extends Block>(B block) implements Injected<B> {
    }

    /** Who is signed in, or nobody, see {@link Gradio#profile()}. */
    record OfProfile() implements Injected<Optional<OAuthProfile>> {
    }

    /** Who is signed in, see {@link Gradio#requiredProfile()}. */
    record OfRequiredProfile() implements Injected<OAuthProfile> {
    }

    /** The token of who is signed in, or nothing, see {@link Gradio#token()}. */
    record OfToken() implements Injected<Optional<OAuthToken>> {
    }

    /** The token of who is signed in, see {@link Gradio#requiredToken()}. */
    record OfRequiredToken() implements Injected<OAuthToken> {
    }
}
