package io.gradio4j.impl.web;

import io.gradio4j.impl.app.Dependency;
import io.gradio4j.impl.app.Settings;
import io.gradio4j.impl.auth.Access;
import io.gradio4j.impl.event.AppRuntime;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.Session;
import jakarta.websocket.WebSocketContainer;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.lang.System.Logger;
import java.util.Optional;

/** The WebSocket of one app: {@code gradio_api/ws}. The container makes one object for each connection. */
public final class SocketEndpoint extends Endpoint {

    private static final Logger LOG = System.getLogger(SocketEndpoint.class.getName());

    private final AppRuntime runtime;
    private final Access access;
    private final Handshakes handshakes;
    private Optional<Socket> open = Optional.empty();

    private SocketEndpoint(AppRuntime runtime, Access access, Handshakes handshakes) {
        this.runtime = runtime;
        this.access = access;
        this.handshakes = handshakes;
    }

    /**
     * The endpoint to be added to a container.
     *
     * @param runtime the running app
     * @param appPath its path within the web application, an empty string for the top
     * @param access who may use it
     * @return the endpoint
     */
    public static ServerEndpointConfig config(AppRuntime runtime, String appPath, Access access) {
        var edge = Edge.of(runtime.settings());
        var handshakes = new Handshakes(access, new Root(runtime.settings(), appPath, edge), edge,
                runtime.app().renders().isPresent() || runtime.app().dependencies().stream().anyMatch(Dependency::seesRequest));
        return ServerEndpointConfig.Builder.create(SocketEndpoint.class, appPath + Root.SOCKET)
                .configurator(new ServerEndpointConfig.Configurator() {
                    @Override
                    public boolean checkOrigin(String origin) {
                        return !"null".equals(origin);
                    }

                    @Override
                    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
                        handshakes.add(request);
                    }

                    @Override
                    public <T> T getEndpointInstance(Class<T> type) {
                        return type.cast(new SocketEndpoint(runtime, access, handshakes));
                    }
                }).build();
    }

    /**
     * Gives a container of Tyrus a limit for idle connections unless it has one. Without, Tyrus checks each new connection at once, on another
     * thread, against the limit that the connection has by then: one that was just given its own would be closed as idle while it is being upgraded.
     *
     * @param container where endpoints are going to be added
     * @param settings those of an app
     */
    public static void prepare(WebSocketContainer container, Settings settings) {
        if (Socket.isTyrus(container) && container.getDefaultMaxSessionIdleTimeout() <= 0) {
            container.setDefaultMaxSessionIdleTimeout(Socket.patience(settings).toMillis());
        }
    }

    @Override
    public void onOpen(Session socket, EndpointConfig config) {
        open = Socket.open(runtime, access, socket, handshakes.take(socket.getQueryString()));
    }

    @Override
    public void onClose(Session socket, CloseReason reason) {
        open.ifPresent(o -> o.closed(reason));
    }

    @Override
    public void onError(Session socket, Throwable cause) {
        LOG.log(Logger.Level.DEBUG, "A WebSocket failed", cause);
    }
}
