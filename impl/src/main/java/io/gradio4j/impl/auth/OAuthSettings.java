package io.gradio4j.impl.auth;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The identity provider with which users may sign in, under Gradio's names.
 *
 * @param provider its address: the issuer of OpenID Connect
 * @param clientId the name that it gave the app
 * @param clientSecret the app's password; empty for a client without one
 * @param scopes what is asked for
 */
public record OAuthSettings(URI provider, String clientId, Optional<String> clientSecret, List<String> scopes) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    @Override
    public String toString() {
        return "OAuthSettings[provider=" + provider + ", clientId=" + clientId + ", scopes=" + scopes + "]";
    }

    static Optional<OAuthSettings> from(Function<String, Optional<String>> configuration) {
        var provider = text(configuration, "OPENID_PROVIDER_URL");
        var client = text(configuration, "OAUTH_CLIENT_ID");
        if (provider.isEmpty() && client.isEmpty()) {
            return Optional.empty();
        }
        var address = provider.orElseThrow(() -> new IllegalStateException("OAUTH_CLIENT_ID is set, but OPENID_PROVIDER_URL is not"));
        var scopes = List.of(text(configuration, "OAUTH_SCOPES").orElse("openid profile").split("\\s+"));
        return Optional.of(new OAuthSettings(checked(address),
                client.orElseThrow(() -> new IllegalStateException("OPENID_PROVIDER_URL is set, but OAUTH_CLIENT_ID is not")),
                text(configuration, "OAUTH_CLIENT_SECRET"), scopes));
    }

    private static Optional<String> text(Function<String, Optional<String>> configuration, String name) {
        return configuration.apply(name).map(String::strip).filter(s -> !s.isEmpty());
    }

    private static URI checked(String address) {
        var uri = URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
        var secure = "https".equals(uri.getScheme()) && uri.getHost() != null
                || "http".equals(uri.getScheme()) && uri.getHost() != null && LOOPBACK.contains(uri.getHost());
        if (!secure) {
            throw new IllegalArgumentException("OPENID_PROVIDER_URL must begin with https://, not \"" + address + "\"");
        }
        return uri;
    }
}
