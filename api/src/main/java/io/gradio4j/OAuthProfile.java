package io.gradio4j;

import jakarta.json.JsonObject;

/**
 * Who is signed in, as the identity provider says: an argument of a handler, see {@link Gradio#profile()}. Immutable.
 *
 * @param name the name to show; an empty string when the provider tells none
 * @param username the provider's {@code preferred_username}, else its id of the user: never empty
 * @param profile the address of the user's page; an empty string when the provider tells none
 * @param picture the address of the user's picture; an empty string when the provider tells none
 * @param claims all that the provider says of the user
 */
public record OAuthProfile(String name, String username, String profile, String picture, JsonObject claims) {
}
