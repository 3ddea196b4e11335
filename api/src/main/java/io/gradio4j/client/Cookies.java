package io.gradio4j.client;

import java.net.HttpCookie;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The cookies of one app. All requests go to the one server, so they need no domains; cookies for encrypted connections stay off plain
 * ones. Safe for use by many threads.
 */
final class Cookies {

    private static final int MOST = 100;

    private final boolean encrypted;
    private final Map<String, String> values = new LinkedHashMap<>();

    Cookies(boolean encrypted) {
        this.encrypted = encrypted;
    }

    synchronized void keep(List<String> setCookieHeaders) {
        for (var header : setCookieHeaders) {
            try {
                HttpCookie.parse(header).forEach(this::keep);
            } catch (IllegalArgumentException e) {
                // No cookie that could be sent back.
            }
        }
    }

    private void keep(HttpCookie cookie) {
        if (cookie.hasExpired()) {
            values.remove(cookie.getName());
        } else if ((encrypted || !cookie.getSecure()) && values.size() < MOST) {
            values.put(cookie.getName(), cookie.getValue());
        }
    }

    /** The header's value; an empty string for none. */
    synchronized String header() {
        return values.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; "));
    }
}
