package io.gradio4j.war;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.Blocks;
import io.gradio4j.GradioApp;
import io.gradio4j.impl.boot.GradioContextListener;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.security.ConstraintSecurityHandler;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.security.HashLoginService;
import org.eclipse.jetty.security.UserStore;
import org.eclipse.jetty.security.authentication.BasicAuthenticator;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.security.Credential;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Apps in a container that knows the users. */
class ContainerAuthIT {

    private static final String API = Caller.API;
    private static final String ADA = "Basic " + Base64.getEncoder().encodeToString("ada:pw".getBytes(StandardCharsets.UTF_8));
    private static final String BOB = "Basic " + Base64.getEncoder().encodeToString("bob:pw".getBytes(StandardCharsets.UTF_8));
    private static final String WRONG = "Basic " + Base64.getEncoder().encodeToString("ada:no".getBytes(StandardCharsets.UTF_8));
    private static Server server;

    private final Visitor visitor = new Visitor(url(""));

    @RolesAllowed("admin")
    static final class AdminApp implements GradioApp {
        @Override
        public Blocks build() {
            return AuthIT.page();
        }
    }

    private static URI url(String path) {
        return URI.create("http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort() + "/" + path);
    }

    @BeforeAll
    static void start() throws Exception {
        var users = new UserStore();
        users.addUser("ada", Credential.getCredential("pw"), new String[] {"admin"});
        users.addUser("bob", Credential.getCredential("pw"), new String[] {"user"});
        var realm = new HashLoginService("realm");
        realm.setUserStore(users);
        var security = new ConstraintSecurityHandler();
        security.setLoginService(realm);
        security.setAuthenticator(new BasicAuthenticator());
        var context = new ServletContextHandler("/");
        context.setSecurityHandler(security);
        JakartaWebSocketServletContainerInitializer.configure(context, null);
        var apps = Map.<String, GradioApp>of("/", AuthIT::page, "/admin", new AdminApp());
        context.setAttribute(GradioContextListener.APPS, apps);
        context.addEventListener(new GradioContextListener());
        server = new Server();
        var connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(context);
        System.setProperty("GRADIO_AUTH", "container");
        try {
            server.start();
        } finally {
            System.clearProperty("GRADIO_AUTH");
        }
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop();
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void containerAsksInItsOwnWay() throws Exception {
        var page = visitor.get("");
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWithIgnoringCase("basic");
        assertThat(visitor.get("", "Authorization", WRONG).statusCode()).isEqualTo(401);
        var route = visitor.get("config");
        assertThat(route.statusCode()).isEqualTo(401);
        assertThat(route.body()).contains("Not authenticated");
        assertThat(visitor.get("config", "Authorization", WRONG).statusCode()).isEqualTo(401);
    }

    @Test
    void containersUserIsTheUser() throws Exception {
        assertThat(visitor.get("", "Authorization", ADA).body()).contains("\"username\":\"ada\"");
        assertThat(visitor.post(API + "run/who", "{\"data\":[]}", "Authorization", BOB).body()).contains("\"data\":[\"bob\"]");
    }

    @Test
    void containersRolesAreTheRoles() throws Exception {
        assertThat(visitor.post(API + "run/secret", "{\"data\":[]}", "Authorization", ADA).body()).contains("\"data\":[\"42\"]");
        var refused = visitor.post(API + "run/secret", "{\"data\":[]}", "Authorization", BOB);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("'admin'");
    }

    @Test
    void appWithARoleIsClosedToUsersWithoutIt() throws Exception {
        assertThat(visitor.get("admin/").statusCode()).isEqualTo(401);
        assertThat(visitor.get("admin/", "Authorization", ADA).statusCode()).isEqualTo(200);
        for (var path : new String[] {"admin/", "admin/config", "admin/gradio_api/info"}) {
            var refused = visitor.get(path, "Authorization", BOB);
            assertThat(refused.statusCode()).as(path).isEqualTo(403);
            assertThat(refused.body()).isEqualTo("{\"detail\":\"This app is only for users with the role 'admin'.\"}");
        }
        assertThat(visitor.post("admin/" + API + "run/who", "{\"data\":[]}", "Authorization", BOB).statusCode()).isEqualTo(403);
    }

    @Test
    void socketOfTheUnknownIsClosed() throws Exception {
        assertThat(visitor.app().socket("x", "").closed()).isEqualTo(1008);
    }
}
