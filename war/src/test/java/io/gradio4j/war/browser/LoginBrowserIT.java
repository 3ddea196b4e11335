package io.gradio4j.war.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.gradio4j.war.Program;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page for somebody who is not logged in. */
@ExtendWith(Browsing.class)
class LoginBrowserIT {

    private static final String MESSAGE = "<b>Members</b> only, see <a href=\"https://example.org/\">the rules</a>"
            + "<img src=x><a href=\"javascript:alert(1)\">!</a><script>document.title='run'</script>";
    private static Program server;

    @BeforeAll
    static void start() throws Exception {
        server = Machinery.server(Map.of("GRADIO_AUTH", "ada:lovelace", "GRADIO_AUTH_MESSAGE", MESSAGE, "GRADIO_APP", "HelloApp"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void logIn(Window window, String user, String password) {
        window.field("Username").fill(user);
        window.field("Password").fill(password);
        window.page().keyboard().press("Enter");
    }

    @Test
    void formLeadsIntoTheAppAndLogoutOutOfIt(Window window) {
        var page = window.visit(server.url(), "");
        assertThat(page).hasTitle("Login");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).hasText("Login");
        assertThat(window.field("Username")).isFocused();
        assertThat(window.field("Username")).hasAttribute("autocomplete", "username");
        assertThat(window.field("Password")).hasAttribute("autocomplete", "current-password");
        assertThat(window.field("Password")).hasAttribute("type", "password");
        logIn(window, "ada", "lovelace");
        assertThat(page.locator("[gr]").first()).isAttached();
        window.field("name").fill("Ada");
        window.press("Submit");
        assertThat(window.field("output")).hasValue("Hello Ada!");
        page.navigate(server.url() + "logout");
        assertThat(window.button("Login")).isVisible();
    }

    @Test
    void formSpeaksTheReadersLanguage(Window window) {
        window.options().setLocale("es-MX");
        var page = window.visit(server.url(), "");
        assertThat(window.field("Contraseña")).isVisible();
        assertThat(window.button("Iniciar sesión")).isVisible();
        assertThat(page).hasTitle("Iniciar sesión");
    }

    @Test
    void nothingOfTheShellIsLoaded(Window window) {
        window.visit(server.url(), "");
        assertThat(window.button("Login")).isVisible();
        assertThat(window.requests()).noneMatch(url -> url.contains("gradio4j.js")).filteredOn(url -> url.endsWith(".js")).hasSize(1);
    }

    @Test
    void messageIsShownAndCannotRun(Window window) {
        var page = window.visit(server.url(), "");
        assertThat(page.locator(".login-message")).hasText("Members only, see the rules!");
        assertThat(page.locator(".login-message b")).hasText("Members");
        assertThat(page.getByText("the rules")).hasAttribute("rel", "noopener noreferrer");
        assertThat(page.getByText("!", new Page.GetByTextOptions().setExact(true))).not().hasAttribute("href", Pattern.compile(".*"));
        assertThat(page.locator(".login-message img, .login-message script")).hasCount(0);
        assertThat(page).hasTitle("Login");
    }

    @Test
    void wrongPasswordIsToldAndCanBeTypedAgain(Window window) {
        window.announce("login|status of 400");
        var page = window.visit(server.url(), "");
        logIn(window, "ada", "byron");
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("Incorrect Credentials");
        assertThat(window.field("Password")).hasValue("");
        assertThat(window.field("Username")).isFocused();
        assertThat(window.field("Username")).hasAttribute("aria-invalid", "true");
        logIn(window, "ada", "lovelace");
        assertThat(page.locator("[gr]").first()).isAttached();
    }

    @Test
    void emptyFieldGetsTheFocus(Window window) {
        var page = window.visit(server.url(), "");
        window.field("Username").fill("ada");
        window.press("Login");
        assertThat(window.field("Password")).isFocused();
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("");
    }

    @Test
    void tooManyFailuresAreTold(Window window) {
        window.announce("login|status of 4");
        var page = window.visit(server.url(), "");
        for (var i = 0; i < 7; i++) {
            window.field("Username").fill("mallory");
            window.field("Password").fill("guess");
            page.waitForResponse(response -> response.url().endsWith("/login"), () -> window.press("Login"));
        }
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Too many failed logins");
    }

    @Test
    void axeFindsNothing(Window window) {
        window.announce("login|status of 400");
        window.options().setBypassCSP(true);
        var page = window.visit(server.url(), "");
        AccessibilityBrowserIT.assertNoFindings(page);
        logIn(window, "nobody", "guess");
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("Incorrect Credentials");
        AccessibilityBrowserIT.assertNoFindings(page);
    }
}
