package io.gradio4j.impl.auth;

import io.gradio4j.LaunchOptions;
import io.gradio4j.Request;
import java.lang.System.Logger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Who may use the apps of a server, as author and operator decided.
 *
 * @param mode how users are known
 * @param message simple HTML for those who are not known yet; empty for none
 * @param roles the roles of a user's name, besides those that the container knows
 * @param oauth the identity provider with which users may sign in
 */
public record AuthSettings(Mode mode, Optional<String> message, Function<String, Set<String>> roles, Optional<OAuthSettings> oauth) {

    private static final Logger LOG = System.getLogger(AuthSettings.class.getName());

    /** How users are known. */
    public sealed interface Mode {

        /** Everybody may come in; a user that the container knows has a name. */
        record Open() implements Mode {
        }

        /**
         * Users type a name and a password.
         *
         * @param check whether they fit; empty when they stand in the list
         * @param list names with passwords
         */
        record Passwords(Optional<BiPredicate<String, String>> check, Map<String, String> list) implements Mode {
        }

        /**
         * The app's own function looks at each request.
         *
         * @param user gives the name
         */
        record Own(Function<Request, Optional<String>> user) implements Mode {
        }

        /** Only who the container knows may come in. */
        record Container() implements Mode {
        }
    }

    /**
     * Reads the settings.
     *
     * @param options what the app's author set
     * @param configuration looks a name up
     * @return the settings
     * @throws IllegalArgumentException if a setting cannot be understood; never quotes a secret
     * @throws IllegalStateException if the identity provider is described in part only
     */
    @SuppressWarnings("unchecked")
    public static AuthSettings from(LaunchOptions options, Function<String, Optional<String>> configuration) {
        var mode = switch (options.get("auth", Object.class).orElse("")) {
            case Map<?, ?> users -> passwords((Map<String, String>) users);
            case BiPredicate<?, ?> check -> new Mode.Passwords(Optional.of((BiPredicate<String, String>) check), Map.of());
            case Function<?, ?> user -> new Mode.Own((Function<Request, Optional<String>>) user);
            default -> configured(configuration.apply("GRADIO_AUTH").map(String::strip).orElse(""));
        };
        var message = options.get("auth_message", String.class).or(() -> configuration.apply("GRADIO_AUTH_MESSAGE"));
        Function<String, Set<String>> roles = options.get("roles", Function.class).orElse(user -> Set.of());
        return new AuthSettings(mode, message, roles, OAuthSettings.from(configuration));
    }

    private static Mode configured(String text) {
        if (text.isEmpty()) {
            return new Mode.Open();
        }
        if (text.equalsIgnoreCase("container")) {
            return new Mode.Container();
        }
        var users = new LinkedHashMap<String, String>();
        for (var pair : text.split(",")) {
            var colon = pair.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("GRADIO_AUTH must be \"container\" or a list such as ada:secret,bob:other");
            }
            users.put(pair.substring(0, colon).strip(), pair.substring(colon + 1));
        }
        return passwords(users);
    }

    private static Mode passwords(Map<String, String> users) {
        users.forEach((user, password) -> {
            if (user.isBlank() || password.isEmpty()) {
                LOG.log(Logger.Level.WARNING, "auth has a user without a name or without a password: \"{0}\"", user);
            }
        });
        return new Mode.Passwords(Optional.empty(), users);
    }
}
