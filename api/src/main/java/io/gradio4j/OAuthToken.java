package io.gradio4j;

import java.time.Instant;

/**
 * A token with which the app may act for a user at the provider's other services: an argument of a handler, see {@link Gradio#token()}.
 * Immutable. Its text form does not show the secret.
 *
 * @param token the secret: for the header {@code Authorization: Bearer …}
 * @param scope what it allows, separated by blanks; an empty string when that is not known
 * @param expiresAt when it ends; {@link Instant#EPOCH} when that is not known
 */
public record OAuthToken(String token, String scope, Instant expiresAt) {

    @Override
    public String toString() {
        return "OAuthToken[scope=" + scope + ", expiresAt=" + expiresAt + "]";
    }
}
