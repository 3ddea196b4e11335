package io.gradio4j.war;

import static io.gradio4j.Gradio.request;
import static io.gradio4j.war.Caller.API;
import static io.gradio4j.war.Program.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.AppPath;
import io.gradio4j.Blocks;
import io.gradio4j.GradioApp;
import io.gradio4j.Request;
import io.gradio4j.components.button.Button;
import io.gradio4j.components.textbox.Textbox;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Jakarta Security says who the users are and which roles they have. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PayaraAuthIT {

    private static final String ADA = basic("ada");
    private static final String BOB = basic("bob");
    private static final String EVE = basic("eve");

    @ArquillianResource
    private URI address;

    /** Three users and how they log in. */
    @ApplicationScoped
    @BasicAuthenticationMechanismDefinition(realmName = "test")
    public static class Members implements IdentityStore {

        private static final Map<String, Set<String>> ROLES = Map.of("ada", Set.of("member", "admin"), "bob", Set.of("member"), "eve", Set.of());

        @Override
        public CredentialValidationResult validate(Credential credential) {
            return credential instanceof UsernamePasswordCredential c && ROLES.containsKey(c.getCaller()) && c.compareTo(c.getCaller(), "pw")
                    ? new CredentialValidationResult(c.getCaller(), ROLES.get(c.getCaller())) : CredentialValidationResult.INVALID_RESULT;
        }
    }

    /** An app for members, with an endpoint for one of them. */
    @ApplicationScoped
    @AppPath("/club")
    @RolesAllowed("member")
    public static class ClubApp implements GradioApp {
        @Override
        public Blocks build() {
            var out = new Textbox("Out");
            var ask = new Button("Ask");
            ask.onClick().inputs(request()).outputs(out).apiName("who").run(Request::username);
            ask.onClick().outputs(out).apiName("secret").rolesAllowed("admin").run(() -> "42");
            return Blocks.of(out, ask).title("Club");
        }
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":pw").getBytes(StandardCharsets.UTF_8));
    }

    @Deployment(testable = false)
    @TargetsContainer("plain")
    static WebArchive war() {
        return ShrinkWrap.create(ZipImporter.class, "club.war").importFrom(TARGET.resolve("gradio4j.war").toFile()).as(WebArchive.class)
                .addClasses(PayaraAuthIT.class, Members.class, ClubApp.class);
    }

    @Test
    void serverAsksForTheUserAndTheAppForTheRole() throws Exception {
        try (var club = new Caller(address.resolve("club/"))) {
            var page = club.get("");
            assertThat(page.statusCode()).isEqualTo(401);
            assertThat(page.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWithIgnoringCase("basic");
            assertThat(club.get("config").statusCode()).isEqualTo(401);
            assertThat(club.get("", "Authorization", EVE).statusCode()).isEqualTo(403);
            assertThat(club.get("config", "Authorization", EVE).body()).isEqualTo("{\"detail\":\"This app is only for users with the role 'member'.\"}");
            assertThat(club.get("", "Authorization", BOB).body()).contains("<title>Club</title>").contains("\"username\":\"bob\"");
        }
    }

    @Test
    void endpointAsksForTheRoleOverHttpAndWebSocket() throws Exception {
        try (var club = new Caller(address.resolve("club/"))) {
            assertThat(club.post(API + "run/who", "{\"data\":[]}", "Authorization", BOB).body()).contains("\"data\":[\"bob\"]");
            assertThat(club.post(API + "run/secret", "{\"data\":[]}", "Authorization", ADA).body()).contains("\"data\":[\"42\"]");
            assertThat(club.post(API + "run/secret", "{\"data\":[]}", "Authorization", BOB).statusCode()).isEqualTo(403);
            assertThat(club.socket("a", "").closed()).isEqualTo(1008);
            try (var page = club.socket("b", "", "Authorization", BOB)) {
                page.send("{\"type\":\"join\",\"id\":\"1\",\"fn_index\":0,\"data\":[]}");
                assertThat(page.until("process_completed").getLast().toString()).contains("\"data\":[\"bob\"]");
                page.send("{\"type\":\"join\",\"id\":\"2\",\"fn_index\":1,\"data\":[]}");
                assertThat(page.until("rejected").getLast().getInt("status")).isEqualTo(403);
            }
            try (var page = club.socket("c", "", "Authorization", ADA)) {
                page.send("{\"type\":\"join\",\"id\":\"1\",\"fn_index\":1,\"data\":[]}");
                assertThat(page.until("process_completed").getLast().toString()).contains("\"data\":[\"42\"]");
            }
        }
    }

    @Test
    void otherAppsStayOpen() throws Exception {
        try (var hello = new Caller(address.resolve("hello/"))) {
            assertThat(hello.get("").body()).contains("\"username\":null");
            assertThat(hello.get("", "Authorization", EVE).body()).contains("\"username\":\"eve\"");
        }
    }
}
