package io.gradio4j.impl.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gradio4j.Blocks;
import io.gradio4j.LaunchOptions;
import io.gradio4j.Request;
import io.gradio4j.impl.app.Settings;
import io.gradio4j.impl.auth.Access;
import io.gradio4j.impl.auth.AuthSettings;
import io.gradio4j.impl.auth.Evidence;
import io.gradio4j.impl.event.AppRuntime;
import io.gradio4j.impl.event.EventQueue;
import io.gradio4j.impl.event.Input;
import io.gradio4j.impl.fixtures.Apps;
import io.gradio4j.impl.fixtures.Field;
import io.gradio4j.impl.fixtures.Press;
import jakarta.json.JsonValue;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a connection's end is understood. */
class SocketTest {

    private final CountDownLatch over = new CountDownLatch(1);
    private AppRuntime runtime;
    private Access access;

    @BeforeEach
    void startAnEvent() {
        var out = new Field("Out");
        var go = new Press("Go");
        go.onClick().outputs(out).apiName("wait").run(() -> {
            over.await();
            return "done";
        });
        runtime = new AppRuntime(Apps.of(Blocks.of(out, go), Settings.defaults()), Apps.plugins(), Settings.defaults());
        access = new Access(AuthSettings.from(new LaunchOptions(), name -> Optional.empty()), Set.of(), List.of(), Optional.empty());
        runtime.queue().join(runtime.sessions().open("page"), runtime.app().endpoint("wait").orElseThrow(),
                new Input(JsonValue.EMPTY_JSON_ARRAY, JsonValue.NULL, OptionalInt.empty(), Request.NONE), EventQueue.Ticket.whole(EventQueue.newId()));
    }

    @AfterEach
    void stop() {
        over.countDown();
        runtime.close();
    }

    /** A connection that ends, when this side closes it, as the container says; sending may fail. */
    private Socket connected(boolean broken, CompletableFuture<Void> closing) {
        var remote = stub(RemoteEndpoint.Basic.class, (method, arguments) -> {
            if (broken && method.equals("sendText")) {
                throw new IOException("Broken pipe");
            }
            return null;
        });
        var session = stub(Session.class, (method, arguments) -> switch (method) {
            case "getRequestParameterMap" -> Map.of("session_hash", List.of("page"));
            case "getBasicRemote" -> remote;
            case "getMaxTextMessageBufferSize" -> 1_000;
            case "close" -> {
                closing.complete(null);
                yield null;
            }
            default -> null;
        });
        return Socket.open(runtime, access, session, new Handshakes.Handshake(true, true, Request.NONE, Evidence.NONE, "")).orElseThrow();
    }

    private interface Answer {
        Object to(String method, Object[] arguments) throws Exception;
    }

    private static <T> T stub(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
    }

    private boolean isEventRunning() {
        return runtime.queue().isBusyFor(runtime.sessions().open("page"));
    }

    @Test
    void closedPageEndsItsEvents() {
        connected(false, new CompletableFuture<>()).closed(new CloseReason(CloseCodes.GOING_AWAY, ""));
        await().until(() -> !isEventRunning());
    }

    @Test
    void pageThatLeavesInOrderEndsItsEvents() {
        connected(false, new CompletableFuture<>()).closed(new CloseReason(CloseCodes.NORMAL_CLOSURE, ""));
        await().until(() -> !isEventRunning());
    }

    @Test
    void lostConnectionLeavesItsEventsUntilThePageIsBack() {
        connected(false, new CompletableFuture<>()).closed(new CloseReason(CloseCodes.CLOSED_ABNORMALLY, ""));
        assertThat(isEventRunning()).isTrue();
    }

    /** Undertow ends such a connection with the code of a normal closure. */
    @Test
    void connectionThatCannotBeWrittenToIsLostWhateverTheContainerCallsIt() {
        var closing = new CompletableFuture<Void>();
        var socket = connected(true, closing);
        closing.join();
        socket.closed(new CloseReason(CloseCodes.NORMAL_CLOSURE, ""));
        assertThat(isEventRunning()).isTrue();
    }
}
