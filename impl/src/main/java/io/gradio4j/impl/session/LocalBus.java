package io.gradio4j.impl.session;

import io.gradio4j.spi.EventBus;
import io.gradio4j.spi.Mailbox;
import io.gradio4j.spi.MessageForm;
import java.util.Optional;

/** The bus of a server that is alone: messages stay in memory, and there is nobody to tell anything. */
final class LocalBus<M> implements EventBus<M> {

    private final MessageForm<M> form;

    LocalBus(MessageForm<M> form) {
        this.form = form;
    }

    @Override
    public String node() {
        return "";
    }

    @Override
    public void listen(Listener listener) {
        // There is nothing to hear.
    }

    @Override
    public Mailbox<M> mailbox(String session) {
        return new Outbox<>(form);
    }

    @Override
    public void remove(String session) {
        // It is gone with its mailbox.
    }

    @Override
    public Optional<String> session(String eventId) {
        return Optional.empty();
    }

    @Override
    public boolean send(String node, String command) {
        return false;
    }

    @Override
    public void broadcast(String command) {
        // Nobody listens.
    }

    @Override
    public void present(String session, boolean present) {
        // Nobody asks.
    }

    @Override
    public boolean isPresentElsewhere(String session) {
        return false;
    }
}
