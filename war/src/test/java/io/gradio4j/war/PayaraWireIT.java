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

/** The wire apps of the fixtures beside each other in one WAR, on Payara Micro. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PayaraWireIT implements WireContract {

    @ArquillianResource
    private URI address;

    @Deployment(testable = false)
    @TargetsContainer("plain")
    static WebArchive war() {
        return ShrinkWrap.create(ZipImporter.class, "wire.war").importFrom(TARGET.resolve("gradio4j.war").toFile()).as(WebArchive.class)
                .addAsLibraries(TARGET.resolve("fixtures/gradio4j-fixtures.jar").toFile());
    }

    @Override
    public Caller app(String path) {
        return new Caller(address.resolve(path + "/"));
    }
}
