package io.gradio4j.impl.auth;

import io.gradio4j.ListenerDefinition;
import io.gradio4j.impl.auth.AuthSettings.Mode;
import io.gradio4j.spi.SessionStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Who may use one app: says who a request comes from and whether that is enough, logs users in and out. Safe for use by many threads.
 */
public final class Access {

    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_PASSWORD = 1_024;
    private static final int MOST_LOGINS_OF_A_USER = 100;
    private static final Tokens.Limits LOGINS = new Tokens.Limits(10_000, Duration.ofDays(1), Duration.ofDays(14));

    private final AuthSettings settings;
    private final Set<String> needed;
    private final Set<String> roles;
    private final CookieNames cookies;
    private final Tokens<String> logins;
    private final Throttle throttle;
    private final BiPredicate<String, String> check;
    private final Optional<OAuth> oauth;

    /** Whether a caller may come in. */
    public enum Verdict {
        /** Yes. */
        WELCOME,
        /** Not without being known. */
        UNKNOWN,
        /** Known, but without the app's role. */
        FORBIDDEN
    }

    /** How an attempt to log in ended. */
    public sealed interface Login {

        /**
         * The user is known now.
         *
         * @param token the secret text that shows it
         */
        record Accepted(String token) implements Login {
        }

        /** Name and password do not fit. */
        record Wrong() implements Login {
        }

        /**
         * There were too many failures.
         *
         * @param pause until the next attempt
         */
        record TooMany(Duration pause) implements Login {
        }
    }

    /**
     * The access to an app.
     *
     * @param settings what author and operator decided
     * @param needed the roles of which one is needed to use the app at all; empty when none is
     * @param listeners the app's listeners, some of which may need roles
     * @param shared where logins are, if other nodes have to find them
     * @throws IllegalStateException if users are to sign in with an identity provider and the library for that is missing
     * @throws io.gradio4j.spi.UnreachableException if logins are where they cannot be reached
     */
    public Access(AuthSettings settings, Set<String> needed, Collection<ListenerDefinition> listeners, Optional<SessionStore> shared) {
        this(settings, needed, listeners, shared, InstantSource.system());
    }

    Access(AuthSettings settings, Set<String> needed, Collection<ListenerDefinition> listeners, Optional<SessionStore> shared, InstantSource clock) {
        this.settings = settings;
        this.needed = Set.copyOf(needed);
        var all = new HashSet<>(needed);
        listeners.forEach(listener -> {
            all.addAll(listener.rolesAllowed());
            all.addAll(listener.rolesWithin());
        });
        roles = Set.copyOf(all);
        var login = settings.mode() instanceof Mode.Passwords || settings.oauth().isPresent();
        var vault = new Vault(shared.filter(store -> login), clock);
        var secrets = vault.secrets();
        cookies = new CookieNames(vault.random("cookies"));
        logins = vault.tokens("login", LOGINS);
        throttle = new Throttle(secrets, clock);
        check = settings.mode() instanceof Mode.Passwords p ? p.check().orElseGet(() -> new Users(p.list(), secrets)) : (user, password) -> false;
        oauth = settings.oauth().map(o -> oauth(o, vault, clock));
    }

    private static OAuth oauth(OAuthSettings provider, Vault vault, InstantSource clock) {
        try {
            return new OAuth(provider, vault, clock);
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException("OPENID_PROVIDER_URL is set: signing in needs the artifact com.nimbusds:oauth2-oidc-sdk", e);
        }
    }

    /** The names of this app's cookies. */
    public CookieNames cookies() {
        return cookies;
    }

    /** The roles that the app asks for somewhere. */
    public Set<String> roles() {
        return roles;
    }

    /** Whether everybody may come in. */
    public boolean isOpen() {
        return settings.mode() instanceof Mode.Open && needed.isEmpty();
    }

    /** Whether users type a password. */
    public boolean hasLoginPage() {
        return settings.mode() instanceof Mode.Passwords;
    }

    /** Whether it is the container that has to know the users. */
    public boolean reliesOnContainer() {
        return settings.mode() instanceof Mode.Container || settings.mode() instanceof Mode.Open && !needed.isEmpty();
    }

    /** Simple HTML for those who are not known yet. */
    public Optional<String> message() {
        return settings.message();
    }

    /** Signing in with an identity provider, where one is configured. */
    public Optional<OAuth> oauth() {
        return oauth;
    }

    /** Who a request comes from. */
    public Caller caller(Evidence evidence) {
        var user = switch (settings.mode()) {
            case Mode.Open o -> evidence.containerUser();
            case Mode.Container c -> evidence.containerUser();
            case Mode.Passwords p -> cookies.login(evidence.cookies()).flatMap(logins::find).orElse("");
            case Mode.Own(var function) -> function.apply(evidence.view().get()).orElse("");
        };
        var grant = oauth.flatMap(o -> cookies.oauth(evidence.cookies()).flatMap(o::find));
        if (user.isEmpty() && grant.isEmpty()) {
            return Caller.NOBODY;
        }
        return new Caller(user, user.isEmpty() ? Set.of() : roles(user, evidence), grant.map(OAuth.Grant::profile), grant.map(OAuth.Grant::token));
    }

    private Set<String> roles(String user, Evidence evidence) {
        if (roles.isEmpty()) {
            return Set.of();
        }
        var held = new HashSet<>(settings.roles().apply(user));
        if (user.equals(evidence.containerUser())) {
            held.addAll(evidence.containerRoles());
        }
        held.retainAll(roles);
        return Set.copyOf(held);
    }

    /** Whether a caller may use the app. */
    public Verdict verdict(Caller caller) {
        return isOpen() ? Verdict.WELCOME : !caller.isKnown() ? Verdict.UNKNOWN : caller.hasOneOf(needed) ? Verdict.WELCOME : Verdict.FORBIDDEN;
    }

    /** What somebody without the app's role has to know. */
    public String refusal() {
        return "This app is only for users with the role " + String.join(" or ", needed.stream().sorted().map(r -> "'" + r + "'").toList()) + ".";
    }

    /**
     * Tries to log somebody in.
     *
     * @param user the name as it was typed
     * @param password the password as it was typed
     * @param address where the attempt comes from
     * @return how it ended
     */
    public Login login(String user, String password, String address) {
        var name = user.strip();
        var wait = throttle.attempt(name, address);
        if (wait.isPresent()) {
            return new Login.TooMany(wait.get());
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME || password.length() > LONGEST_PASSWORD || !check.test(name, password)) {
            return new Login.Wrong();
        }
        throttle.succeeded(name, address);
        return new Login.Accepted(logins.add(name, name, MOST_LOGINS_OF_A_USER));
    }

    /**
     * Logs out whom a request comes from.
     *
     * @param evidence the request
     * @param everywhere whether also in the user's other browsers
     */
    public void logout(Evidence evidence, boolean everywhere) {
        cookies.login(evidence.cookies()).flatMap(logins::take).filter(user -> everywhere).ifPresent(logins::removeAll);
        signOut(evidence);
    }

    /** Signs out at this app who is signed in with the identity provider; a login with a password stays. */
    public void signOut(Evidence evidence) {
        oauth.ifPresent(o -> cookies.oauth(evidence.cookies()).ifPresent(o::signOut));
    }
}
