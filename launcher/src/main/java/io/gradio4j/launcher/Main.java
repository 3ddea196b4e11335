package io.gradio4j.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What {@code java -jar gradio4j.war} runs: makes one class loader of the WAR's own classes and jars and of the server jars in its
 * {@code META-INF/launcher/}, and starts {@link WarLauncher} in it.
 *
 * <p>Jars within a jar cannot be loaded, so they are unpacked once, into {@code $XDG_CACHE_HOME/gradio4j/} (else
 * {@code ~/.cache/gradio4j/}), under a name made of what they contain. Where that folder cannot be written, a temporary one is used.
 */
public final class Main {

    private static final String CLASSES = "WEB-INF/classes/";
    private static final List<String> PARTS = List.of(CLASSES, "WEB-INF/lib/", "META-INF/launcher/");

    private Main() {
    }

    /**
     * Starts the WAR's apps.
     *
     * @param arguments none, as {@link WarLauncher#main} says
     * @throws Throwable what stops the start
     */
    public static void main(String... arguments) throws Throwable {
        var war = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        var loader = new URLClassLoader("gradio4j", classPath(unpacked(war)), ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        try {
            loader.loadClass("io.gradio4j.launcher.WarLauncher").getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static URL[] classPath(Path folder) throws IOException {
        var urls = new ArrayList<URL>();
        for (var part : PARTS) {
            var inside = folder.resolve(part);
            if (part.equals(CLASSES)) {
                urls.add(inside.toUri().toURL());
            } else {
                try (var jars = Files.newDirectoryStream(inside, "*.jar")) {
                    for (var jar : jars) {
                        urls.add(jar.toUri().toURL());
                    }
                }
            }
        }
        return urls.toArray(URL[]::new);
    }

    private static Path unpacked(Path war) throws IOException {
        try (var zip = new ZipFile(war.toFile())) {
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(entry -> !entry.isDirectory() && PARTS.stream().anyMatch(entry.getName()::startsWith)).toList();
            var folder = cache().map(cache -> cache.resolve(key(entries)));
            if (folder.isPresent() && Files.isDirectory(folder.get())) {
                return folder.get();
            }
            var fresh = folder.isPresent()
                    ? Files.createTempDirectory(folder.get().getParent(), "unpacking") : Files.createTempDirectory("gradio4j");
            Files.createDirectories(fresh.resolve(CLASSES));
            for (var entry : entries) {
                var file = fresh.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (var content = zip.getInputStream(entry)) {
                    Files.copy(content, file);
                }
            }
            if (folder.isPresent()) {
                return renamed(fresh, folder.get());
            }
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(fresh)));
            return fresh;
        }
    }

    /** The rename is what makes it complete: a program that starts at the same moment sees all of it or nothing. */
    private static Path renamed(Path fresh, Path folder) throws IOException {
        try {
            return Files.move(fresh, folder);
        } catch (IOException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
            delete(fresh);
            return folder;
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> cache() {
        var home = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).filter(text -> !text.isBlank()).map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache"));
        try {
            var cache = Files.createDirectories(home.resolve("gradio4j"));
            return Files.isWritable(cache) ? Optional.of(cache) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String key(List<? extends ZipEntry> entries) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var entry : entries) {
                digest.update((entry.getName() + ' ' + entry.getCrc() + ' ' + entry.getSize() + '\n').getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
