import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/**
 * Makes a jar of each folder of plugin sources, as somebody outside this project would: with javac, the published jars on the class path
 * and nothing else. Jars that were made before are on the class path too, so the folders are taken in the order that was given.
 *
 * <p>{@code java Plugins.java SOURCES TARGET CLASSPATH-FOLDERS NAME…}
 */
final class Plugins {

    private Plugins() {
    }

    public static void main(String... arguments) throws IOException {
        var sources = Path.of(arguments[0]);
        var target = Files.createDirectories(Path.of(arguments[1]));
        var jars = new ArrayList<Path>();
        for (var folder : arguments[2].split(File.pathSeparator)) {
            try (var files = Files.list(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".jar")).forEach(jars::add);
            }
        }
        for (var name : List.of(arguments).subList(3, arguments.length)) {
            var classes = compiled(sources.resolve(name).resolve("java"), Files.createTempDirectory("plugin"), jars);
            var jar = target.resolve(name + ".jar");
            pack(jar, classes, sources.resolve(name).resolve("resources"));
            jars.add(jar);
            delete(classes);
        }
    }

    private static Path compiled(Path sources, Path classes, List<Path> jars) throws IOException {
        var command = new ArrayList<>(List.of("--release", "21", "-Xlint:all,-path,-processing,-classfile,-serial", "-Werror", "-proc:none",
                "-d", classes.toString(), "-cp", jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
        try (var files = Files.walk(sources)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(command::add);
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, command.toArray(String[]::new)) != 0) {
            throw new IllegalStateException(sources + " does not compile");
        }
        return classes;
    }

    private static void pack(Path jar, Path... folders) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var folder : folders) {
                try (var files = Files.walk(folder)) {
                    for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                        out.putNextEntry(new JarEntry(folder.relativize(file).toString().replace(File.separatorChar, '/')));
                        Files.copy(file, out);
                    }
                }
            }
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
