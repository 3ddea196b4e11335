package io.gradio4j.components.flagging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person flagged.
 *
 * @param values of the components, in the order of {@link FlaggingCallback#setUp}, as handlers get them
 * @param option what is thought of them, such as {@code wrong}; empty if there was only one button
 * @param username who is logged in; empty for nobody
 */
public record Flag(List<@Nullable Object> values, Optional<String> option, Optional<String> username) {

    /** Copies the list. */
    public Flag {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }
}
