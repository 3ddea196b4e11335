package io.gradio4j.impl.session;

import io.gradio4j.spi.SessionStore;

class LocalStoreTest extends SessionStoreContract {

    private final SessionStore store = new LocalStore();

    @Override
    protected SessionStore store() {
        return store;
    }

    @Override
    protected SessionStore elsewhere() {
        return store;
    }
}
