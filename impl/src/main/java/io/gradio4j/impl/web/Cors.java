package io.gradio4j.impl.web;

import java.util.regex.Pattern;

/** Lets the pages of listed origins use the API from their browsers. Other origins get no permission at all. */
final class Cors {

    private static final Pattern HEADER_NAMES = Pattern.compile("[A-Za-z0-9_, \t-]{1,1000}");

    private final OriginPolicy origins;

    Cors(OriginPolicy origins) {
        this.origins = origins;
    }

    /**
     * Gives a listed origin its permission.
     *
     * @return whether the request is answered by that: it only asked for the permission
     */
    boolean answer(Exchange exchange) {
        if (!origins.listsAny()) {
            return false;
        }
        var response = exchange.response();
        response.addHeader("Vary", "Origin");
        var origin = exchange.header("Origin").filter(origins::lists);
        if (origin.isEmpty()) {
            return false;
        }
        response.setHeader("Access-Control-Allow-Origin", origin.get());
        response.setHeader("Access-Control-Allow-Credentials", "true");
        if (!exchange.request().getMethod().equals("OPTIONS") || exchange.header("Access-Control-Request-Method").isEmpty()) {
            return false;
        }
        response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST");
        exchange.header("Access-Control-Request-Headers").filter(names -> HEADER_NAMES.matcher(names).matches())
                .ifPresent(names -> response.setHeader("Access-Control-Allow-Headers", names));
        response.setHeader("Access-Control-Max-Age", "600");
        exchange.text(200, "text/plain", "OK");
        return true;
    }
}
