package io.gradio4j.impl.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.spi.ComponentProvider;
import io.gradio4j.spi.ComponentType;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two jars that claim the same type, in whatever order a server's class loader finds them. */
class PluginOrderTest {

    @TempDir
    private Path folder;

    /** One of the two. */
    public static final class First implements ComponentProvider {
        @Override
        public List<ComponentType> components() {
            return List.of(ComponentType.of("stars", Field.class, Field::new).module("stars/first.js"));
        }
    }

    /** The other one. */
    public static final class Second implements ComponentProvider {
        @Override
        public List<ComponentType> components() {
            return List.of(ComponentType.of("stars", Field.class, Field::new).module("stars/second.js"));
        }
    }

    private URL jar(String name, Class<?> provider) throws IOException {
        var path = provider.getName().replace('.', '/') + ".class";
        var file = folder.resolve(name);
        try (var jar = new JarOutputStream(Files.newOutputStream(file)); var bytes = PluginOrderTest.class.getClassLoader().getResourceAsStream(path)) {
            jar.putNextEntry(new JarEntry("META-INF/services/" + ComponentProvider.class.getName()));
            jar.write(provider.getName().getBytes(StandardCharsets.UTF_8));
            jar.putNextEntry(new JarEntry(path));
            bytes.transferTo(jar);
        }
        return file.toUri().toURL();
    }

    /** Knows this test's classes, but for the two providers, which are in the jars alone. */
    private static ClassLoader around() {
        return new ClassLoader(PluginOrderTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.startsWith(PluginOrderTest.class.getName() + "$")) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }
        };
    }

    @Test
    void jarWhoseNameComesFirstGetsTheType() throws IOException {
        var a = jar("a.jar", Second.class);
        var b = jar("b.jar", First.class);
        for (var jars : new URL[][] {{a, b}, {b, a}}) {
            try (var loader = new URLClassLoader(jars, around()); var plugins = new Plugins(loader, Optional.empty())) {
                assertThat(plugins.types().get("stars").module()).contains("stars/second.js");
                assertThat(plugins.problems()).anyMatch(p -> p.contains("b.jar: the component type 'stars' is already provided by a.jar"));
            }
        }
    }

    @Test
    void jarsOfThePluginFolderComeAfterThoseOfTheServer() throws IOException {
        var server = jar("z.jar", First.class);
        Files.createDirectory(folder.resolve("plugins"));
        jar("plugins/a.jar", Second.class);
        try (var loader = new URLClassLoader(new URL[] {server}, around()); var plugins = new Plugins(loader, Optional.of(folder.resolve("plugins")))) {
            assertThat(plugins.types().get("stars").module()).contains("stars/first.js");
            assertThat(plugins.problems()).anyMatch(p -> p.contains("a.jar: the component type 'stars' is already provided by z.jar"));
        }
    }
}
