package io.gradio4j.components.flagging;

import java.util.Optional;

/**
 * A button that flags.
 *
 * @param label its caption
 * @param value what the flag then says; empty for nothing
 */
public record FlaggingOption(String label, Optional<String> value) {

    /** The only button of those who want no more: {@code Flag}. */
    public static FlaggingOption plain() {
        return new FlaggingOption("Flag", Optional.empty());
    }

    /** A button {@code Flag as wrong} for {@code wrong}. */
    public static FlaggingOption as(String value) {
        return new FlaggingOption("Flag as " + value, Optional.of(value));
    }
}
