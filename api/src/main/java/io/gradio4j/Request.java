package io.gradio4j;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The request that started an event: an argument of a handler, see {@link Gradio#request()}. Immutable; header names are in lower
 * case.
 *
 * @param headers all headers by lower-case name
 * @param cookies all cookies by name
 * @param query the page's query parameters
 * @param path the path within the app that the request went to
 * @param client the peer's address, without a port
 * @param username the user who is logged in; an empty string for nobody
 * @param sessionHash the client's session; an empty string when the call has none
 */
public record Request(Map<String, List<String>> headers, Map<String, String> cookies, Map<String, List<String>> query, String path,
        String client, String username, String sessionHash) {

    /** A request without anything: what a call from inside the server has. */
    public static final Request NONE = new Request(Map.of(), Map.of(), Map.of(), "", "", "", "");

    /**
     * One header.
     *
     * @param name any case
     * @return its first value
     */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of()).stream().findFirst();
    }

    /**
     * One query parameter of the page.
     *
     * @param name as written
     * @return its first value
     */
    public Optional<String> queryParameter(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }
}
