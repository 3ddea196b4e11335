package io.gradio4j.war;

import static io.gradio4j.war.Program.TARGET;

import io.gradio4j.testing.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Servers that serve one app together: a Redis, a folder for files, and a load balancer before them. */
final class Nodes implements AutoCloseable {

    private final Path folder;
    private final Map<String, String> environment;
    private final RedisServer redis;
    private final List<Program> programs = new ArrayList<>();
    private final List<Caller> callers = new ArrayList<>();
    private final RoundRobin balancer;

    /**
     * Starts two.
     *
     * @param folder an empty folder
     * @param app the simple name of the app's class
     * @param environment more settings
     */
    Nodes(Path folder, String app, Map<String, String> environment) throws IOException, InterruptedException {
        this.folder = folder;
        redis = new RedisServer(Files.createDirectories(folder.resolve("redis")));
        this.environment = new HashMap<>(Map.of("GRADIO_REDIS", redis.address(), "GRADIO_APP", app, "GRADIO_PLUGINS",
                TARGET.resolve("fixtures").toString(), "GRADIO_HEARTBEAT_INTERVAL", "1", "XDG_CACHE_HOME", folder.resolve("unpacked").toString(),
                "GRADIO_TEMP_DIR", folder.resolve("files").toString()));
        this.environment.putAll(environment);
        start();
        start();
        balancer = new RoundRobin(programs.stream().map(Program::url).toList());
    }

    private Program start() throws IOException {
        var program = Program.start(List.of("-XX:+UseSerialGC", "-jar", TARGET.resolve("gradio4j.war").toString()), environment);
        programs.add(program);
        callers.add(new Caller(program.url()));
        return program;
    }

    /** Starts one more. */
    void grow() throws IOException {
        balancer.add(start().url());
    }

    RedisServer redis() {
        return redis;
    }

    Path folder() {
        return folder;
    }

    RoundRobin balancer() {
        return balancer;
    }

    Program program(int index) {
        return programs.get(index);
    }

    /** A client of one node. */
    Caller node(int index) {
        return callers.get(index);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        balancer.close();
        callers.forEach(Caller::close);
        programs.forEach(Program::close);
        redis.close();
    }
}
