package io.gradio4j.impl.session;

import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.message.WrittenMessages;
import io.gradio4j.spi.EventBus;

class LocalBusTest extends EventBusContract {

    private final EventBus<Message> bus = new LocalCluster().join("app", WrittenMessages.FORM);

    @Override
    protected EventBus<Message> bus() {
        return bus;
    }
}
