package io.gradio4j.war;

import static io.gradio4j.war.Program.TARGET;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
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
class PayaraIT implements ServerContract, FilesContract, SecurityContract {

    /** Known to {@code arquillian.xml}. */
    private static final Path FILES = TARGET.resolve("files");

    @ArquillianResource
    private URI address;
    private Caller app;
    private Caller files;

    @Deployment(testable = false)
    static WebArchive war() throws IOException {
        FileTree.in(FILES);
        return ShrinkWrap.create(ZipImporter.class, "gradio4j.war").importFrom(TARGET.resolve("gradio4j.war").toFile()).as(WebArchive.class);
    }

    @BeforeEach
    void connect() {
        app = new Caller(address.resolve("contract/"));
        files = new Caller(address.resolve("files/"));
    }

    @AfterEach
    void disconnect() {
        app.close();
        files.close();
    }

    @Override
    public Caller app() {
        return app;
    }

    @Override
    public Caller files() {
        return files;
    }

    @Override
    public FileTree tree() {
        return new FileTree(FILES);
    }
}
