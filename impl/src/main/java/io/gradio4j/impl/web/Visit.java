package io.gradio4j.impl.web;

/**
 * A request as its visitor's browser sees it, whatever proxies stand in between.
 *
 * @param scheme {@code http} or {@code https}
 * @param authority the host that the browser names, with a port unless it is the usual one
 * @param client the browser's address, without a port; an empty string when it is unknown
 */
record Visit(String scheme, String authority, String client) {
}
