package io.gradio4j.impl.event;

import io.gradio4j.impl.json.JsonText;
import io.gradio4j.impl.message.Message;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All results of one event as they went over the wire, so that they can come once more. Complete before it is shared. */
final class Recording {

    private sealed interface Step {
        record Whole(List<JsonValue> values) implements Step {
        }

        record Grown(int output, String text) implements Step {
        }
    }

    private final List<Step> steps = new ArrayList<>();
    private @Nullable List<JsonValue> only;
    private long weight;

    void whole(List<JsonValue> values) {
        steps.add(new Step.Whole(List.copyOf(values)));
        weigh(values);
    }

    void grown(int output, String text) {
        steps.add(new Step.Grown(output, text));
        weight += text.length();
    }

    void only(List<JsonValue> values) {
        only = List.copyOf(values);
        weigh(values);
    }

    private void weigh(List<JsonValue> values) {
        values.forEach(value -> weight += JsonText.of(value).length());
    }

    /** About how many bytes it takes. */
    long weight() {
        return weight;
    }

    /** Repeats all results; the last one. */
    Message.Output replay(Emission emission) {
        for (var step : steps) {
            switch (step) {
                case Step.Whole(List<JsonValue> values) -> emission.show(values);
                case Step.Grown(int output, String text) -> emission.append(output, text);
            }
        }
        return only == null ? emission.complete() : emission.completeWith(only);
    }
}
