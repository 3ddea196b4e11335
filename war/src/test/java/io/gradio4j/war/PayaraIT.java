package io.gradio4j.war;

import static io.gradio4j.war.Program.TARGET;

import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** The unchanged WAR on Payara Micro does what every server does. The settings stand in {@code arquillian.xml}. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PayaraIT implements ServerContract {

    @ArquillianResource
    private URI address;
    private Caller app;

    @Deployment(testable = false)
    static WebArchive war() {
        return ShrinkWrap.create(ZipImporter.class, "gradio4j.war").importFrom(TARGET.resolve("gradio4j.war").toFile()).as(WebArchive.class);
    }

    @BeforeEach
    void connect() {
        app = new Caller(address);
    }

    @AfterEach
    void disconnect() {
        app.close();
    }

    @Override
    public Caller app() {
        return app;
    }
}
