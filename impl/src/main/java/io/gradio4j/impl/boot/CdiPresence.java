package io.gradio4j.impl.boot;

import jakarta.enterprise.inject.spi.CDI;

/** Whether a CDI container is running here. This class is loaded only where there is CDI. */
final class CdiPresence {

    private CdiPresence() {
    }

    static boolean isRunning() {
        try {
            return CDI.current() != null;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
