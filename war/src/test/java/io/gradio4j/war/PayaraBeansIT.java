package io.gradio4j.war;

import static io.gradio4j.war.Caller.API;
import static io.gradio4j.war.Caller.json;
import static io.gradio4j.war.Caller.object;
import static io.gradio4j.war.Program.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.AppPath;
import io.gradio4j.GradioApp;
import io.gradio4j.GradioInterface;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
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

/** On a server with CDI, apps are beans that nobody has to register. Tests run within the server unless they say otherwise. */
@ExtendWith(ArquillianExtension.class)
class PayaraBeansIT {

    @Inject
    @Any
    private Instance<GradioApp> apps;
    @Inject
    private BeanManager beans;

    @Deployment
    @TargetsContainer("plain")
    static WebArchive war() {
        return ShrinkWrap.create(ZipImporter.class, "beans.war").importFrom(TARGET.resolve("gradio4j.war").toFile()).as(WebArchive.class)
                .addClass(PayaraBeansIT.class);
    }

    @Test
    void appsAreBeansWithAPath() {
        var paths = apps.handlesStream().map(app -> app.getBean().getBeanClass().getAnnotation(AppPath.class)).map(AppPath::value).toList();
        if (!paths.contains("/hello")) {
            throw new AssertionError("no app at /hello among " + paths);
        }
    }

    @Test
    void annotatedMethodsAreFoundOnBeans() {
        var found = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream().flatMap(bean -> Arrays.stream(bean.getBeanClass().getMethods()))
                .map(method -> method.getAnnotation(GradioInterface.class)).filter(annotation -> annotation != null)
                .map(GradioInterface::path).toList();
        if (!found.contains("/count")) {
            throw new AssertionError("no method at /count among " + found);
        }
    }

    @Test
    @RunAsClient
    void bothAreServed(@ArquillianResource URI address) throws Exception {
        try (var server = new Caller(address)) {
            assertThat(server.get("").body()).contains("components/textbox/");
            assertThat(object(server.post("hello/" + API + "run/greet", "{\"data\":[\"Ada\"]}")).get("data")).isEqualTo(json("[\"Hello Ada!\"]"));
            assertThat(object(server.post("count/" + API + "run/count", "{\"data\":[\"Banana\",\"a\"]}")).get("data")).isEqualTo(json("[3]"));
        }
        try (var hello = new Caller(address.resolve("hello/")); var page = hello.socket(Caller.newSession(), "")) {
            page.join("a", "greet", "Ada");
            assertThat(page.until("process_completed").getLast().getJsonObject("output").get("data")).isEqualTo(json("[\"Hello Ada!\"]"));
        }
    }
}
