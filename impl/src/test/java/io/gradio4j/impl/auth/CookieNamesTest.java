package io.gradio4j.impl.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CookieNamesTest {

    private static final CookieNames.Scope HTTP = new CookieNames.Scope("", false);
    private static final CookieNames.Scope HTTPS = new CookieNames.Scope("/greet", true);

    private final CookieNames names = new CookieNames("id");

    @Test
    void loginIsClosedToScriptsAndOtherSites() {
        assertThat(names.setLogin("t", HTTP)).isEqualTo("access-token-unsecure-id=t; HttpOnly; Path=/; SameSite=Lax");
        assertThat(names.setLogin("t", HTTPS)).isEqualTo("access-token-id=t; HttpOnly; Path=/greet; SameSite=Lax; Secure");
    }

    @Test
    void signInIsClosedToScriptsAndOtherSites() {
        assertThat(names.setOauth("t", HTTPS)).isEqualTo("session-id=t; HttpOnly; Path=/greet; SameSite=Lax; Secure");
        assertThat(names.setAttempt("t", HTTP, Duration.ofMinutes(10)))
                .isEqualTo("sign-in-id=t; HttpOnly; Path=/; SameSite=Lax; Max-Age=600");
    }

    @Test
    void droppedCookiesEndAtOnceAtTheSamePlace() {
        assertThat(names.dropLogin(HTTPS)).containsExactly("access-token-id=; HttpOnly; Path=/greet; SameSite=Lax; Secure; Max-Age=0",
                "access-token-unsecure-id=; HttpOnly; Path=/greet; SameSite=Lax; Secure; Max-Age=0");
        assertThat(names.dropOauth(HTTP)).isEqualTo("session-id=; HttpOnly; Path=/; SameSite=Lax; Max-Age=0");
    }

    @Test
    void cookieOfAnotherAppIsNone() {
        assertThat(names.login(Map.of("access-token-other", "t", "access-token-unsecure-other", "t"))).isEmpty();
        assertThat(names.login(Map.of("access-token-id", "", "access-token-unsecure-id", "u"))).contains("u");
        assertThat(names.login(Map.of("access-token-id", "s", "access-token-unsecure-id", "u"))).contains("s");
    }
}
