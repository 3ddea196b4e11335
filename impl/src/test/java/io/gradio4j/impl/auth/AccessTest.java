package io.gradio4j.impl.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.gradio4j.LaunchOptions;
import io.gradio4j.Request;
import io.gradio4j.impl.auth.Access.Login;
import io.gradio4j.impl.auth.Access.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

    private final Clock clock = new Clock();

    private Access access(LaunchOptions options, Map<String, String> configuration, String... roles) {
        return new Access(AuthSettings.from(options, name -> Optional.ofNullable(configuration.get(name))), Set.of(roles), List.of(), Optional.empty(), clock);
    }

    private static Evidence cookie(Access access, String token) {
        return new Evidence(Map.of("access-token-unsecure-" + access.cookies().id(), token), "", Set.of(), () -> Request.NONE);
    }

    private static Evidence container(String user, String... roles) {
        return new Evidence(Map.of(), user, Set.of(roles), () -> new Request(Map.of("x-user", List.of("eve")), Map.of(), Map.of(), "", "", user, ""));
    }

    private static String login(Access access, String user) {
        assertThat(access.login(user, "pw", "10.0.0.1")).isInstanceOf(Login.Accepted.class);
        return ((Login.Accepted) access.login(user, "pw", "10.0.0.1")).token();
    }

    @Test
    void withoutAnySettingEverybodyIsWelcome() {
        var access = access(new LaunchOptions(), Map.of());
        assertThat(access.isOpen()).isTrue();
        assertThat(access.verdict(access.caller(Evidence.NONE))).isEqualTo(Verdict.WELCOME);
        assertThat(access.caller(container("ada")).user()).isEqualTo("ada");
    }

    @Test
    void userIsKnownByTheTokenUntilTheLogout() {
        var access = access(new LaunchOptions().auth("ada", "pw").auth("bob", "pw"), Map.of());
        var token = login(access, " ada ");
        var elsewhere = login(access, "ada");
        var bob = login(access, "bob");
        assertThat(access.caller(cookie(access, token)).user()).isEqualTo("ada");
        access.logout(cookie(access, token), false);
        assertThat(access.caller(cookie(access, token)).isKnown()).isFalse();
        assertThat(access.caller(cookie(access, elsewhere)).user()).isEqualTo("ada");
        var third = login(access, "ada");
        access.logout(cookie(access, third), true);
        assertThat(access.caller(cookie(access, elsewhere)).isKnown()).isFalse();
        assertThat(access.caller(cookie(access, bob)).user()).isEqualTo("bob");
    }

    @Test
    void loginEndsByItself() {
        var access = access(new LaunchOptions().auth("ada", "pw"), Map.of());
        var token = login(access, "ada");
        clock.pass(Duration.ofHours(25));
        assertThat(access.caller(cookie(access, token)).isKnown()).isFalse();
    }

    @Test
    void containersUserIsNoLoginWhereThereArePasswords() {
        var access = access(new LaunchOptions().auth("ada", "pw"), Map.of());
        assertThat(access.verdict(access.caller(container("ada", "admin")))).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void ownCheckDecides() {
        var access = access(new LaunchOptions().auth((user, password) -> password.equals(user + "!")), Map.of());
        assertThat(access.login("ada", "ada!", "10.0.0.1")).isInstanceOf(Login.Accepted.class);
        assertThat(access.login("ada", "ada", "10.0.0.1")).isInstanceOf(Login.Wrong.class);
        assertThat(access.login("a".repeat(300), "a".repeat(300) + "!", "10.0.0.1")).isInstanceOf(Login.Wrong.class);
    }

    @Test
    void guessingIsSlowedDown() {
        var access = access(new LaunchOptions().auth("ada", "pw"), Map.of());
        for (var i = 0; i < 6; i++) {
            assertThat(access.login("ada", "guess", "10.0.0.1")).isInstanceOf(Login.Wrong.class);
        }
        assertThat(access.login("ada", "pw", "10.0.0.2")).isEqualTo(new Login.TooMany(Duration.ofSeconds(1)));
        clock.pass(Duration.ofSeconds(1));
        assertThat(access.login("ada", "pw", "10.0.0.2")).isInstanceOf(Login.Accepted.class);
    }

    @Test
    void ownFunctionSaysWhoItIs() {
        var access = access(new LaunchOptions().authenticate(request -> request.header("X-User").filter(u -> !u.equals("nobody"))), Map.of());
        assertThat(access.verdict(access.caller(Evidence.NONE))).isEqualTo(Verdict.UNKNOWN);
        assertThat(access.caller(container("ada")).user()).isEqualTo("eve");
        assertThat(access.hasLoginPage()).isFalse();
    }

    @Test
    void containerCanBeTheOnlyOneThatKnowsUsers() {
        var access = access(new LaunchOptions(), Map.of("GRADIO_AUTH", "container", "GRADIO_AUTH_MESSAGE", "Members only"), "admin");
        assertThat(access.reliesOnContainer()).isTrue();
        assertThat(access.message()).contains("Members only");
        assertThat(access.verdict(access.caller(container("")))).isEqualTo(Verdict.UNKNOWN);
        assertThat(access.verdict(access.caller(container("ada", "other")))).isEqualTo(Verdict.FORBIDDEN);
        assertThat(access.verdict(access.caller(container("ada", "admin")))).isEqualTo(Verdict.WELCOME);
        assertThat(access.refusal()).contains("'admin'");
    }

    @Test
    void appWithARoleIsNotOpenEvenWithoutALogin() {
        var access = access(new LaunchOptions().roles(user -> user.equals("ada") ? Set.of("admin", "unused") : Set.of()), Map.of(), "admin");
        assertThat(access.verdict(access.caller(Evidence.NONE))).isEqualTo(Verdict.UNKNOWN);
        assertThat(access.verdict(access.caller(container("bob")))).isEqualTo(Verdict.FORBIDDEN);
        assertThat(access.caller(container("ada")).roles()).containsExactly("admin");
    }

    @Test
    void usersCanComeFromConfiguration() {
        var access = access(new LaunchOptions(), Map.of("GRADIO_AUTH", "ada:pw, bob:a:b"));
        assertThat(access.login("ada", "pw", "10.0.0.1")).isInstanceOf(Login.Accepted.class);
        assertThat(access.login("bob", "a:b", "10.0.0.1")).isInstanceOf(Login.Accepted.class);
    }

    @Test
    void settingThatCannotBeUnderstoodIsNotQuoted() {
        assertThatIllegalArgumentException().isThrownBy(() -> access(new LaunchOptions(), Map.of("GRADIO_AUTH", "ada:pw,hunter2")))
                .withMessageContaining("GRADIO_AUTH").withMessageNotContaining("hunter2");
    }

    @Test
    void usersComeFromOnePlaceOnly() {
        assertThatIllegalStateException().isThrownBy(() -> new LaunchOptions().auth("ada", "pw").authenticate(r -> Optional.empty()));
        assertThatIllegalStateException().isThrownBy(() -> new LaunchOptions().authenticate(r -> Optional.empty()).auth((u, p) -> true));
        assertThatIllegalStateException().isThrownBy(() -> new LaunchOptions().auth((u, p) -> true).auth("ada", "pw"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://issuer.example", "ftp://issuer.example", "issuer.example", "https:issuer"})
    void identityProviderMustBeReachedByHttps(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> access(new LaunchOptions(),
                Map.of("OPENID_PROVIDER_URL", address, "OAUTH_CLIENT_ID", "c"))).withMessageContaining(address);
    }

    @Test
    void identityProviderIsDescribedAsAWholeOrNotAtAll() {
        assertThatIllegalStateException().isThrownBy(() -> access(new LaunchOptions(), Map.of("OAUTH_CLIENT_ID", "c")))
                .withMessageContaining("OPENID_PROVIDER_URL");
        assertThatIllegalStateException().isThrownBy(() -> access(new LaunchOptions(), Map.of("OPENID_PROVIDER_URL", "https://issuer.example")))
                .withMessageContaining("OAUTH_CLIENT_ID");
        assertThat(access(new LaunchOptions(), Map.of("OPENID_PROVIDER_URL", "https://issuer.example", "OAUTH_CLIENT_ID", "c")).oauth()).isPresent();
    }
}
