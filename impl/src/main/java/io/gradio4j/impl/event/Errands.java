package io.gradio4j.impl.event;

import io.gradio4j.impl.json.JavaText;
import io.gradio4j.impl.json.JsonText;
import io.gradio4j.impl.json.Jsons;
import io.gradio4j.impl.message.Message;
import io.gradio4j.spi.EventBus;
import io.gradio4j.spi.UnreachableException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * What nodes do for each other, and tell each other of the end of it. Who waits asks every other second whether it is still being done: then
 * neither a node that dies nor a lost message lets anybody wait for good. Safe for use by many threads.
 */
final class Errands {

    private static final Logger LOG = System.getLogger(Errands.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final JavaText JAVA = new JavaText(Errands.class.getClassLoader());

    private final EventBus<Message> bus;
    private final Function<Errand, Answer> worker;
    private final Map<String, CompletableFuture<Object>> asked = new ConcurrentHashMap<>();
    private final Set<String> doing = ConcurrentHashMap.newKeySet();

    /** Why there is no {@link Answer}: a {@link RefusedException} that can be written. */
    private record Refusal(int status, JsonValue detail, String message) {

        static Refusal of(RefusedException e) {
            return new Refusal(e.status(), e.detail(), String.valueOf(e.getMessage()));
        }
    }

    /**
     * Nothing to do yet.
     *
     * @param worker does what other nodes want; it may wait
     */
    Errands(EventBus<Message> bus, Function<Errand, Answer> worker) {
        this.bus = bus;
        this.worker = worker;
    }

    /**
     * Has another node do something, and waits for the end of it.
     *
     * @throws RefusedException if the other node refuses, or is gone
     */
    Answer ask(String node, Errand errand) {
        var id = EventQueue.newId();
        var end = new CompletableFuture<Object>();
        asked.put(id, end);
        try {
            send(node, command("errand", id).add("what", JAVA.write(errand)));
            while (!end.isDone()) {
                await(node, id, end);
            }
            return switch (end.join()) {
                case Answer answer -> answer;
                case Refusal refusal -> throw new RefusedException(refusal.status(), refusal.detail(), refusal.message());
                default -> throw new IllegalStateException("Another node answers an errand with what is no answer");
            };
        } finally {
            asked.remove(id);
        }
    }

    private void await(String node, String id, CompletableFuture<Object> end) {
        try {
            end.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            send(node, command("still", id));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException(503, "Queue is stopped.");
        } catch (ExecutionException e) {
            throw new IllegalStateException("What another node has answered cannot be read", e);
        }
    }

    private JsonObjectBuilder command(String name, String id) {
        return Jsons.object().add("do", name).add("id", id).add("from", bus.node());
    }

    private void send(String node, JsonObjectBuilder command) {
        if (!bus.send(node, JsonText.of(command.build()))) {
            throw gone();
        }
    }

    private static RefusedException gone() {
        return new RefusedException(503, "The server that has drawn this page has stopped. Please try again.");
    }

    /** Another node wants something done, asks whether it still is, or has done it. */
    void obey(JsonObject command) {
        var id = command.getString("id");
        var from = command.getString("from");
        switch (command.getString("do")) {
            case "errand" -> {
                doing.add(id);
                Thread.ofVirtual().name("gradio-errand").start(() -> perform(id, from, command.getString("what")));
            }
            case "still" -> {
                if (!doing.contains(id)) {
                    answer(id, from, Refusal.of(gone()));
                }
            }
            default -> {
                var end = asked.get(id);
                if (end != null) {
                    complete(end, command.getString("what"));
                }
            }
        }
    }

    private static void complete(CompletableFuture<Object> end, String text) {
        try {
            end.complete(Objects.requireNonNull(JAVA.read(text)));
        } catch (RuntimeException e) {
            end.completeExceptionally(e);
        }
    }

    private void perform(String id, String from, String text) {
        try {
            answer(id, from, done(text));
        } finally {
            doing.remove(id);
        }
    }

    private Record done(String text) {
        try {
            return worker.apply((Errand) Objects.requireNonNull(JAVA.read(text)));
        } catch (RefusedException e) {
            return Refusal.of(e);
        } catch (UnreachableException e) {
            return new Refusal(503, Jsons.string(e.getMessage()), e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.log(Logger.Level.ERROR, "What another node wants cannot be done", e);
            return new Refusal(500, Jsons.string("Internal Server Error"), "Internal Server Error");
        }
    }

    private void answer(String id, String from, Record answer) {
        try {
            bus.send(from, JsonText.of(command("answer", id).add("what", JAVA.write(answer)).build()));
        } catch (UnreachableException e) {
            LOG.log(Logger.Level.DEBUG, "Nobody hears the answer; who waits for it asks again", e);
        }
    }
}
