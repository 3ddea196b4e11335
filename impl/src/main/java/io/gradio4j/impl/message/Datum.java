package io.gradio4j.impl.message;

import jakarta.json.JsonValue;
import java.util.List;

/** What one output gets in one message. */
public sealed interface Datum {

    /**
     * A whole value.
     *
     * @param value the value, or an update object
     */
    record Whole(JsonValue value) implements Datum {
    }

    /**
     * A text that grew: too long to be made whole more than once.
     *
     * @param text the whole text
     */
    record Text(String text) implements Datum {
    }

    /**
     * Changes of the value of the message before; none when it is unchanged.
     *
     * @param edits in order
     */
    record Edits(List<Edit> edits) implements Datum {
    }

    /**
     * Text at the end of a text of the message before.
     *
     * @param path where that text stands: object keys and array indices from the value's root; empty when the value is the text
     * @param text what was added
     */
    record Appended(List<Object> path, CharSequence text) implements Datum {

        /** Text at the end of a value that is a text. */
        public Appended(CharSequence text) {
            this(List.of(), text);
        }
    }
}
