package io.gradio4j.impl.web;

import io.gradio4j.impl.auth.Access;
import io.gradio4j.impl.auth.Access.Login;
import io.gradio4j.impl.auth.CookieNames;
import io.gradio4j.impl.auth.LoginForm;
import io.gradio4j.impl.auth.OAuth;
import io.gradio4j.impl.auth.SignInException;
import io.gradio4j.impl.auth.Targets;
import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The routes that log users in and out, and say who is logged in. Redirects go to pages of this app, or to its identity provider. */
final class AuthRoutes {

    private static final String CALLBACK = "/login/callback";

    private final Access access;
    private final CookieNames cookies;
    private final Root root;

    AuthRoutes(Access access, Root root) {
        this.access = access;
        this.root = root;
        cookies = access.cookies();
    }

    private CookieNames.Scope scope(Exchange exchange) {
        return new CookieNames.Scope(root.path(exchange.request()), root.isSecure(exchange.request()));
    }

    private static void setCookie(Exchange exchange, String cookie) {
        exchange.response().addHeader("Set-Cookie", cookie);
    }

    private void redirect(Exchange exchange, int status, String target) {
        exchange.redirect(status, root.path(exchange.request()) + target);
    }

    /** {@code POST login}: a form with {@code username} and {@code password}. */
    void login(Exchange exchange) {
        if (!access.hasLoginPage()) {
            redirect(exchange, 302, "/");
            return;
        }
        var fields = LoginForm.fields(exchange.header("Content-Type").orElse(""), exchange.bytes(LoginForm.MAX_BODY));
        switch (access.login(field(fields, "username"), field(fields, "password"), exchange.address())) {
            case Login.Accepted(String token) -> {
                setCookie(exchange, cookies.setLogin(token, scope(exchange)));
                exchange.text(200, "application/json", "{\"success\":true}");
            }
            case Login.Wrong w -> throw new HttpException(400, "Incorrect credentials.");
            case Login.TooMany(var pause) -> {
                var seconds = pause.plusMillis(999).toSeconds();
                exchange.response().setHeader("Retry-After", String.valueOf(seconds));
                throw new HttpException(429, "Too many failed logins. Please try again in " + seconds + " s.");
            }
        }
    }

    private static String field(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name))
                .orElseThrow(() -> HttpException.invalid("missing", "body", name, "Field required", JsonValue.NULL));
    }

    /**
     * {@code GET logout}. With {@code _target_url} it is a sign-out at this app from the identity provider alone, as the button for that
     * asks for it.
     */
    void logout(Exchange exchange) {
        if (!exchange.mayChange()) {
            throw new HttpException(403, "Other sites must not log users out.");
        }
        var target = exchange.query("_target_url").filter(t -> access.oauth().isPresent());
        if (access.oauth().isPresent()) {
            setCookie(exchange, cookies.dropOauth(scope(exchange)));
        }
        if (target.isPresent()) {
            access.signOut(exchange.evidence());
            redirect(exchange, 307, Targets.checked(target.get()));
            return;
        }
        access.logout(exchange.evidence(), exchange.query("all_session").map(AuthRoutes::isTrue).orElse(true));
        cookies.dropLogin(scope(exchange)).forEach(cookie -> setCookie(exchange, cookie));
        redirect(exchange, 302, "/");
    }

    private static boolean isTrue(String text) {
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "false", "0", "no", "off", "f", "n" -> false;
            default -> true;
        };
    }

    /** {@code GET gradio_api/user}. */
    void user(Exchange exchange) {
        exchange.json(200, name(exchange));
    }

    private static JsonValue name(Exchange exchange) {
        return exchange.caller().isKnown() ? Jsons.string(exchange.caller().user()) : JsonValue.NULL;
    }

    /** {@code GET gradio_api/token}. Scripts in a browser never get the token: that is what its cookie is closed to them for. */
    void token(Exchange exchange) {
        var script = exchange.header("Sec-Fetch-Site").isPresent();
        var token = cookies.login(exchange.evidence().cookies()).filter(t -> exchange.caller().isKnown() && !script);
        exchange.json(200, Jsons.object().add("token", token.<JsonValue>map(Jsons::string).orElse(JsonValue.NULL)).add("user", name(exchange))
                .build());
    }

    private OAuth oauth() {
        return access.oauth().orElseThrow(HttpException::notFound);
    }

    /** {@code GET login/oidc} and, as Gradio's button asks for it, {@code GET login/huggingface}: goes to the identity provider. */
    void signIn(Exchange exchange) {
        var oauth = access.oauth().orElseThrow(() -> new HttpException(404, "Nobody can sign in here: no identity provider is set."));
        var query = Optional.ofNullable(exchange.request().getQueryString());
        var target = Targets.checked(exchange.query("_target_url").orElseGet(() -> "/" + query.map(q -> "?" + q).orElse("")));
        answer(exchange, () -> {
            var begun = oauth.begin(URI.create(root.url(exchange.request()) + CALLBACK), target);
            setCookie(exchange, cookies.setAttempt(begun.cookie(), scope(exchange), OAuth.PATIENCE));
            exchange.redirect(302, begun.provider().toString());
        });
    }

    /** {@code GET login/callback}: comes back from the identity provider. */
    void callback(Exchange exchange) {
        var oauth = oauth();
        answer(exchange, () -> {
            setCookie(exchange, cookies.dropAttempt(scope(exchange)));
            var finished = oauth.finish(cookies.attempt(exchange.evidence().cookies()).orElse(""),
                    Optional.ofNullable(exchange.request().getQueryString()).orElse(""));
            setCookie(exchange, cookies.setOauth(finished.cookie(), scope(exchange)));
            redirect(exchange, 307, finished.target());
        });
    }

    /** On a virtual thread, because the provider is asked on the way. */
    private static void answer(Exchange exchange, Runnable answer) {
        exchange.response().setHeader("Cache-Control", "no-store");
        EventStreams.onVirtualThread(exchange, () -> {
            try {
                answer.run();
            } catch (SignInException e) {
                throw new HttpException(e.status(), String.valueOf(e.getMessage()));
            }
        });
    }
}
