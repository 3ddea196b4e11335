package io.gradio4j.impl.event;

import io.gradio4j.impl.app.Dependency;
import io.gradio4j.impl.message.Message;
import io.gradio4j.impl.session.Session;
import java.lang.System.Logger;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * What a call without a queue gives.
 *
 * @param output the result, or empty when it failed
 * @param failure why it failed
 */
public record Direct(Optional<Message.Output> output, Optional<Message.Failure> failure) {

    private static final Logger LOG = System.getLogger(Direct.class.getName());

    private static final class FirstResult extends CancellationException {
        private final transient Message.Output output;

        FirstResult(Message.Output output) {
            super("Only the first result is wanted");
            this.output = output;
        }
    }

    /** Calls a handler on this thread. Of several results only the first one is taken; progress is lost, toasts go to the log. */
    static Direct of(Call call, Session session, Dependency dependency, Input input) {
        Emission.Receiver first = output -> {
            throw new FirstResult(output);
        };
        try {
            var remembered = call.recall(session, dependency, input, true, first);
            return new Direct(Optional.of(remembered.isPresent() ? remembered.get() : call.run(session, dependency, input, true,
                    new Call.Ears(first, units -> {
                    }, toast -> LOG.log(Logger.Level.INFO, "{0}: {1}", toast.title(), toast.message()), resource -> {
                    }, Optional.empty()))), Optional.empty());
        } catch (FirstResult e) {
            return new Direct(Optional.of(e.output), Optional.empty());
        } catch (Throwable e) {
            return new Direct(Optional.empty(), Optional.of(call.failure(session, "none", dependency, e)));
        }
    }
}
