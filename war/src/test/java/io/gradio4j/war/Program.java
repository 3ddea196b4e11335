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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A server in a Java of its own, on a free port; found at the address that it logs. */
public final class Program implements AutoCloseable {

    /** Where the build puts the WAR and what belongs to it. */
    public static final Path TARGET = Path.of("target").toAbsolutePath();

    private static final String ADDRESS = "\\* Running on local URL:  http://(\\S+)";
    private static final Pattern HEAP_USED = Pattern.compile("(?m)^(?! *(?:Metaspace|class space)).*?used (\\d+)K");
    private static final String JAVA = ProcessHandle.current().info().command().orElse("java");

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final StringBuffer log = new StringBuffer();
    private final URI url;

    private Program(Process process, Pattern address, Pattern ready) throws IOException {
        this.process = process;
        var output = process.inputReader();
        var patience = CompletableFuture.runAsync(this::kill, CompletableFuture.delayedExecutor(60, TimeUnit.SECONDS));
        url = awaitAddress(output, address, ready);
        patience.cancel(false);
        // reading from a process holds the thread below a virtual one: two of them, and on two cores no other would run
        Thread.ofPlatform().daemon().start(() -> output.lines().forEach(line -> log.append(line).append('\n')));
    }

    /** Starts one that logs its address when it is ready, as the launcher does. */
    public static Program start(List<String> arguments, Map<String, String> environment) throws IOException {
        return start(arguments, environment, ADDRESS, ADDRESS);
    }

    /** Starts one by another command, which gets the one for it as its last arguments and becomes it. */
    static Program startBehind(List<String> command, List<String> arguments, Map<String, String> environment) throws IOException {
        return start(command, arguments, environment, ADDRESS, ADDRESS);
    }

    /**
     * Starts one.
     *
     * @param arguments those of {@code java}
     * @param environment more than this program's own, of which nothing of Gradio is passed on
     * @param address finds host and port in a line of its log
     * @param ready finds the line that says it is ready, the same one or a later one
     */
    static Program start(List<String> arguments, Map<String, String> environment, String address, String ready) throws IOException {
        return start(List.of(), arguments, environment, address, ready);
    }

    private static Program start(List<String> before, List<String> arguments, Map<String, String> environment, String address, String ready)
            throws IOException {
        var command = new ArrayList<>(before);
        command.add(JAVA);
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GRADIO_"));
        builder.environment().put("GRADIO_SERVER_PORT", "0");
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            return new Program(process, Pattern.compile(address), Pattern.compile(ready));
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
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

    private URI awaitAddress(BufferedReader output, Pattern address, Pattern ready) throws IOException {
        URI found = null;
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            log.append(line).append('\n');
            var match = address.matcher(line);
            if (match.find()) {
                found = URI.create("http://" + match.group(1) + "/");
            }
            if (found != null && ready.matcher(line).find()) {
                return found;
            }
        }
        throw new IllegalStateException("the program ended without a server, or took more than a minute:\n" + log);
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

    long pid() {
        return process.pid();
    }

    /** How many bytes its live objects take: what is used after a full collection. */
    long heap() throws IOException, InterruptedException {
        diagnose("GC.run");
        var used = HEAP_USED.matcher(diagnose("GC.heap_info"));
        var sum = 0L;
        while (used.find()) {
            sum += Long.parseLong(used.group(1)) << 10;
        }
        return sum;
    }

    private String diagnose(String command) throws IOException, InterruptedException {
        var jcmd = new ProcessBuilder(Path.of(JAVA).resolveSibling("jcmd").toString(), String.valueOf(process.pid()), command).redirectErrorStream(true).start();
        var answer = new String(jcmd.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IllegalStateException("jcmd " + command + " failed: " + answer);
        }
        return answer;
    }

    /** Asks the program to end, as a terminal or a service manager does. */
    boolean end() throws InterruptedException {
        process.destroy();
        return process.waitFor(10, TimeUnit.SECONDS);
    }

    /** By its handle: the process itself would close its output under the one who reads it. */
    private void kill() {
        process.toHandle().destroyForcibly();
    }

    @Override
    public void close() {
        kill();
        http.close();
    }
}
