package io.gradio4j.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Redis of its own on a free port, which keeps nothing on disk. It can be killed and started again. */
public final class RedisServer implements AutoCloseable {

    private final Path folder;
    private final int port;
    private Process process;

    /** Starts one. */
    public RedisServer(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        process = start();
    }

    private Process start() throws IOException, InterruptedException {
        var started = new ProcessBuilder(List.of("redis-server", "--port", String.valueOf(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no",
                "--dir", folder.toString())).redirectErrorStream(true).redirectOutput(folder.resolve("redis.log").toFile()).start();
        for (var i = 0; i < 200; i++) {
            try (var probe = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
                return started;
            } catch (IOException e) {
                if (!started.isAlive()) {
                    throw new IllegalStateException("redis-server ended at once; see " + folder, e);
                }
                Thread.sleep(25);
            }
        }
        started.destroyForcibly();
        throw new IllegalStateException("redis-server does not listen");
    }

    /** What {@code GRADIO_REDIS} has to be. */
    public String address() {
        return "redis://127.0.0.1:" + port;
    }

    /** Ends it, as a crash does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    /** Starts it again at the same place, without what it knew. */
    public void restart() throws IOException, InterruptedException {
        process = start();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
