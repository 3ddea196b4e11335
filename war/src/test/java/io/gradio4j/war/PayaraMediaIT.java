package io.gradio4j.war;

import static io.gradio4j.war.Program.TARGET;

import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sound in pieces, on Payara Micro. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PayaraMediaIT implements MediaContract {

    @ArquillianResource
    private URI address;

    @Deployment(testable = false)
    @TargetsContainer("plain")
    static WebArchive war() {
        return ShrinkWrap.create(ZipImporter.class, "media.war").importFrom(TARGET.resolve("gradio4j.war").toFile()).as(WebArchive.class)
                .addAsLibraries(TARGET.resolve("plugins/speaker.jar").toFile());
    }

    @Override
    public Caller app() {
        return new Caller(address.resolve("speaker/"));
    }
}
