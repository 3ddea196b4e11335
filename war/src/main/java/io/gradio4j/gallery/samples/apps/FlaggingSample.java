package io.gradio4j.gallery.samples.apps;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Component;
import io.gradio4j.components.apps.Interface;
import io.gradio4j.components.flagging.Flag;
import io.gradio4j.components.flagging.FlaggingCallback;
import io.gradio4j.components.textbox.Textbox;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A guess that people say something about. */
@ApplicationScoped
@AppPath("/components/flagging")
public class FlaggingSample extends Sample {

    /** Keeps the number of flags and nothing else; without it a CSV file keeps what was flagged. */
    static final class Counter implements FlaggingCallback {

        private final AtomicInteger flags = new AtomicInteger();

        @Override
        public void setUp(List<? extends Component<?, ?>> components, Path folder) {
        }

        @Override
        public int flag(Flag flag) {
            return flags.incrementAndGet();
        }
    }

    @Override
    protected String about() {
        return "Buttons with which people say what they think of a result.";
    }

    @Override
    protected Block live() {
        return Interface.inputs(new Textbox("Word"))
                .outputs(new Textbox("Plural"))
                .run(word -> word + "s")
                .flaggingOptions("right", "wrong")
                .flaggingCallback(new Counter())
                .blocks();
    }
}
