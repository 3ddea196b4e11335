package io.gradio4j.impl.web;

import io.gradio4j.impl.web.Forwarding.Peer;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Knows the connection of a request that opens a WebSocket while the container handles it: the handshake itself does not tell. */
public final class Peers implements ServletRequestListener {

    private static final ThreadLocal<Peer> CURRENT = new ThreadLocal<>();

    /** For one web application. */
    public Peers() {
    }

    /** The connection of the request that this thread handles. */
    static Optional<Peer> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        if (event.getServletRequest() instanceof HttpServletRequest request && request.getHeader("Upgrade") != null) {
            CURRENT.set(Edge.peer(request));
        }
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        CURRENT.remove();
    }
}
