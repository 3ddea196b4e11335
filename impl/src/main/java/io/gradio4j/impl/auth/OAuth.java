package io.gradio4j.impl.auth;

import io.gradio4j.OAuthProfile;
import io.gradio4j.OAuthToken;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Signing in with an identity provider: OpenID Connect's authorization code flow with PKCE, state and nonce. The browser gets nothing but
 * cookies with random texts; tokens stay here. Safe for use by many threads.
 */
public final class OAuth {

    /** How long a person may take at the provider. */
    public static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Tokens.Limits ATTEMPTS = new Tokens.Limits(10_000, PATIENCE, PATIENCE);
    private static final Tokens.Limits GRANTS = new Tokens.Limits(10_000, Duration.ofDays(1), Duration.ofDays(14));

    private final Secrets secrets;
    private final InstantSource clock;
    private final OidcProvider provider;
    private final Tokens<Attempt> attempts;
    private final Tokens<Grant> grants;

    OAuth(OAuthSettings settings, Vault vault, InstantSource clock) {
        secrets = vault.secrets();
        this.clock = clock;
        provider = new OidcProvider(settings);
        attempts = vault.tokens("attempt", ATTEMPTS);
        grants = vault.tokens("grant", GRANTS);
    }

    /**
     * What one browser has begun.
     *
     * @param state comes back with the answer
     * @param nonce comes back in the ID token
     * @param verifier what only we can show when the code is exchanged
     * @param callback where the answer comes to
     * @param target where the browser goes afterwards
     */
    record Attempt(String state, String nonce, String verifier, URI callback, String target) {
    }

    /**
     * What the provider granted.
     *
     * @param profile who it is
     * @param token with which the app may act for the user
     */
    record Grant(OAuthProfile profile, OAuthToken token) {

        boolean isOver(Instant now) {
            return !token.expiresAt().equals(Instant.EPOCH) && !now.isBefore(token.expiresAt());
        }
    }

    /**
     * A beginning.
     *
     * @param provider where the browser has to go
     * @param cookie the text by which it is known when it comes back
     */
    public record Begun(URI provider, String cookie) {
    }

    /**
     * A success.
     *
     * @param cookie the text by which the browser is known from now on
     * @param target where it goes
     */
    public record Finished(String cookie, String target) {
    }

    /**
     * Begins.
     *
     * @param callback where the provider sends the browser afterwards; the provider must know this address
     * @param target a checked path of the app where the browser goes at last
     * @return where to go now
     * @throws SignInException if the provider does not work
     */
    public Begun begin(URI callback, String target) {
        var attempt = new Attempt(Secrets.random(), Secrets.random(), Secrets.random(), callback, target);
        var url = provider.authorization(attempt);
        return new Begun(url, attempts.add(attempt));
    }

    /**
     * Finishes: an attempt can be finished once.
     *
     * @param cookie the text from the beginning
     * @param query the query that the provider sent the browser back with
     * @return who is known now
     * @throws SignInException if anything is not as it has to be; then nobody is signed in
     */
    public Finished finish(String cookie, String query) {
        var attempt = attempts.take(cookie).orElseThrow(() -> new SignInException(400,
                "This sign-in was not begun in this browser, took too long, or is finished already. Please start again."));
        var answer = provider.answer(attempt, query);
        if (!secrets.same(answer.state(), attempt.state())) {
            throw new SignInException(400, "The answer does not belong to this sign-in. Please start again.");
        }
        var grant = provider.exchange(attempt, answer.code());
        if (grant.isOver(clock.instant())) {
            throw new SignInException(400, "The identity provider's token has ended already. Please start again.");
        }
        return new Finished(grants.add(grant), attempt.target());
    }

    /** What was granted to the browser with this cookie, as long as it holds. */
    Optional<Grant> find(String cookie) {
        return grants.find(cookie).filter(grant -> !grant.isOver(clock.instant()));
    }

    /** Signs a browser out. */
    public void signOut(String cookie) {
        grants.take(cookie);
    }
}
