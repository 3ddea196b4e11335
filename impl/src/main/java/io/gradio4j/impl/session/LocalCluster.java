package io.gradio4j.impl.session;

import io.gradio4j.spi.Cluster;
import io.gradio4j.spi.EventBus;
import io.gradio4j.spi.MessageForm;
import io.gradio4j.spi.SessionStore;

/** A cluster of one: everything is in memory. */
public final class LocalCluster implements Cluster {

    /** Keeps nothing yet. */
    public LocalCluster() {
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public boolean isUp() {
        return true;
    }

    @Override
    public SessionStore sessions(String app) {
        return new LocalStore();
    }

    @Override
    public <M> EventBus<M> join(String app, MessageForm<M> form) {
        return new LocalBus<>(form);
    }

    @Override
    public void close() {
        // There is nothing but memory.
    }
}
