package io.gradio4j.impl.auth;

import io.gradio4j.OAuthProfile;
import io.gradio4j.OAuthToken;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * Who a request comes from.
 *
 * @param user the name; an empty string for nobody
 * @param roles those of the app's roles that the user has
 * @param profile who is signed in with the identity provider
 * @param token the token of that
 */
public record Caller(String user, Set<String> roles, Optional<OAuthProfile> profile, Optional<OAuthToken> token) {

    /** Nobody that is known. */
    public static final Caller NOBODY = new Caller("", Set.of(), Optional.empty(), Optional.empty());

    /** Whether somebody is logged in. */
    public boolean isKnown() {
        return !user.isEmpty();
    }

    /**
     * Whether what these roles guard is open to the caller.
     *
     * @param allowed the roles of which one is needed; empty when none is
     */
    public boolean hasOneOf(Set<String> allowed) {
        return allowed.isEmpty() || !Collections.disjoint(roles, allowed);
    }

    /**
     * This caller with a token that the call itself carries; that of a signed-in browser wins.
     *
     * @param given the token, if the call has one
     */
    public Caller withToken(Optional<String> given) {
        return token.isPresent() || given.isEmpty() ? this
                : new Caller(user, roles, profile, given.map(t -> new OAuthToken(t, "", Instant.EPOCH)));
    }
}
