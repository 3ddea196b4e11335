package io.gradio4j.impl.auth;

import io.gradio4j.Request;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a request carries that shows who it comes from.
 *
 * @param cookies by name
 * @param containerUser the user that the container knows; an empty string for none
 * @param containerRoles those of the app's roles that the container's user has
 * @param view the request, as an app's own function may look at it
 */
public record Evidence(Map<String, String> cookies, String containerUser, Set<String> containerRoles, Supplier<Request> view) {

    /** Nothing at all. */
    public static final Evidence NONE = new Evidence(Map.of(), "", Set.of(), () -> Request.NONE);
}
