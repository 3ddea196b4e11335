package io.gradio4j.impl.auth;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An app's cookies. Their names carry a random part, because browsers share cookies among all ports of a host; the login's names begin as
 * Gradio's do. Scripts never see them, and other sites' forms and frames never send them.
 *
 * @param id the random part
 */
public record CookieNames(String id) {

    private static final String SECURE = "access-token-";
    private static final String UNSECURE = "access-token-unsecure-";
    private static final String OAUTH = "session-";
    private static final String ATTEMPT = "sign-in-";

    /**
     * Where a cookie goes.
     *
     * @param path the app's path, at which the browser sends it
     * @param secure whether the browser sends it by HTTPS only
     */
    public record Scope(String path, boolean secure) {

        private String attributes() {
            return "; HttpOnly; Path=" + (path.isEmpty() ? "/" : path) + "; SameSite=Lax" + (secure ? "; Secure" : "");
        }
    }

    /** The token of a login with a password. */
    public Optional<String> login(Map<String, String> cookies) {
        return value(cookies, SECURE + id).or(() -> value(cookies, UNSECURE + id));
    }

    /** What shows a sign-in with the identity provider. */
    public Optional<String> oauth(Map<String, String> cookies) {
        return value(cookies, OAUTH + id);
    }

    /** What shows that a sign-in was begun. */
    public Optional<String> attempt(Map<String, String> cookies) {
        return value(cookies, ATTEMPT + id);
    }

    private static Optional<String> value(Map<String, String> cookies, String name) {
        return Optional.ofNullable(cookies.get(name)).filter(v -> !v.isEmpty());
    }

    /** The header that sets the cookie of a login. */
    public String setLogin(String token, Scope scope) {
        return (scope.secure() ? SECURE : UNSECURE) + id + "=" + token + scope.attributes();
    }

    /** The headers that delete the cookies of a login. */
    public List<String> dropLogin(Scope scope) {
        return List.of(drop(SECURE, scope), drop(UNSECURE, scope));
    }

    /** The header that sets the cookie of a sign-in. */
    public String setOauth(String token, Scope scope) {
        return OAUTH + id + "=" + token + scope.attributes();
    }

    /** The header that deletes the cookie of a sign-in. */
    public String dropOauth(Scope scope) {
        return drop(OAUTH, scope);
    }

    /** The header that sets the cookie of a sign-in that has begun. */
    public String setAttempt(String token, Scope scope, Duration patience) {
        return ATTEMPT + id + "=" + token + scope.attributes() + "; Max-Age=" + patience.toSeconds();
    }

    /** The header that deletes it. */
    public String dropAttempt(Scope scope) {
        return drop(ATTEMPT, scope);
    }

    private String drop(String name, Scope scope) {
        return name + id + "=" + scope.attributes() + "; Max-Age=0";
    }
}
