package io.gradio4j.impl.auth;

import io.gradio4j.spi.Form;
import io.gradio4j.spi.SessionStore;
import java.time.InstantSource;
import java.util.Optional;

/** Where an app's secrets are: in memory, new at each start, or where all nodes that serve it find the same. */
final class Vault {

    private final Optional<SessionStore> shared;
    private final InstantSource clock;
    private final Secrets secrets;

    Vault(Optional<SessionStore> shared, InstantSource clock) {
        this.shared = shared;
        this.clock = clock;
        secrets = new Secrets(random("secrets"));
    }

    /** A random text with a name. */
    String random(String name) {
        return shared.map(store -> store.common(name, Form.TEXT, Secrets::random)).orElseGet(Secrets::random);
    }

    Secrets secrets() {
        return secrets;
    }

    /** A table of tokens of one kind. */
    <T> Tokens<T> tokens(String name, Tokens.Limits limits) {
        return shared.<Tokens<T>>map(store -> new SharedTokens<>(store, name, secrets, limits, clock))
                .orElseGet(() -> new TokenTable<>(secrets, limits, clock));
    }
}
