package io.gradio4j.impl.event;

import io.gradio4j.impl.json.JsonText;
import io.gradio4j.impl.message.MessageWriter;

/**
 * What a call gives, as HTTP says it.
 *
 * @param status the HTTP status
 * @param json the body
 */
public record Answer(int status, String json) {

    /** All is well, and there is nothing to say. */
    static final Answer NOTHING = new Answer(200, "");

    static Answer of(Direct result) {
        var out = new StringBuilder(256);
        result.output().ifPresent(output -> MessageWriter.output(output, new JsonText(out)));
        result.failure().ifPresent(failure -> MessageWriter.failure(failure, new JsonText(out)));
        return new Answer(result.output().isPresent() ? 200 : 500, out.toString());
    }
}
