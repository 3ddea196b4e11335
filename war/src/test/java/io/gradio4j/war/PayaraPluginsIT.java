package io.gradio4j.war;

import static io.gradio4j.war.Program.TARGET;

import java.net.URI;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A WAR to whose {@code WEB-INF/lib} somebody added jars, on Payara Micro. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PayaraPluginsIT implements PluginContract {

    @ArquillianResource
    private URI address;
    private Caller server;

    @Deployment(testable = false)
    @TargetsContainer("plain")
    static WebArchive war() {
        return ShrinkWrap.create(ZipImporter.class, "mine.war").importFrom(TARGET.resolve("gradio4j.war").toFile()).as(WebArchive.class)
                .addAsLibraries(PluginContract.jars().map(Path::toFile).toArray(java.io.File[]::new));
    }

    @BeforeEach
    void connect() {
        server = new Caller(address);
    }

    @AfterEach
    void disconnect() {
        server.close();
    }

    @Override
    public Caller server() {
        return server;
    }
}
