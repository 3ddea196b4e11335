package io.gradio4j.war;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A server in a Java of its own, on a free port; found at the address that it logs. */
public final class Program implements AutoCloseable {

    /** Where the build puts the WAR and what belongs to it. */
    public static final Path TARGET = Path.of("target").toAbsolutePath();

    private static final Pattern ADDRESS = Pattern.compile("\\* Running on local URL:  (http://\\S+)");
    private static final String JAVA = ProcessHandle.current().info().command().orElse("java");

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final StringBuffer log = new StringBuffer();
    private final URI url;

    private Program(Process process) throws IOException {
        this.process = process;
        var output = process.inputReader();
        url = awaitAddress(output);
        Thread.ofVirtual().start(() -> output.lines().forEach(line -> log.append(line).append('\n')));
    }

    public static Program start(List<String> arguments, Map<String, String> environment) throws IOException {
        var command = new ArrayList<>(List.of(JAVA));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GRADIO_"));
        builder.environment().put("GRADIO_SERVER_PORT", "0");
        builder.environment().putAll(environment);
        return new Program(builder.start());
    }

    /** A class path of all jars in some of the WAR's folders whose names match. */
    static String jars(Pattern names, String... folders) throws IOException {
        var jars = new ArrayList<String>();
        for (var folder : folders) {
            try (var files = Files.list(TARGET.resolve(folder))) {
                files.filter(file -> names.matcher(file.getFileName().toString()).matches()).map(Path::toString).forEach(jars::add);
            }
        }
        return String.join(System.getProperty("path.separator"), jars);
    }

    private URI awaitAddress(BufferedReader output) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            log.append(line).append('\n');
            var address = ADDRESS.matcher(line);
            if (address.find()) {
                return URI.create(address.group(1) + "/");
            }
        }
        throw new IllegalStateException("the program ended without a server:\n" + log);
    }

    /** Its address, with a slash at the end. */
    public URI url() {
        return url;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(url.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(url.resolve(path)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)).build(), HttpResponse.BodyHandlers.ofString());
    }

    public String log() {
        return log.toString();
    }

    /** Asks the program to end, as a terminal or a service manager does. */
    boolean end() throws InterruptedException {
        process.destroy();
        return process.waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        http.close();
    }
}
