package io.gradio4j.components.flagging;

import io.gradio4j.Component;
import java.nio.file.Path;
import java.util.List;

/** Keeps flags. Used by many threads at once. */
public interface FlaggingCallback {

    /**
     * Says what will be flagged; called once, when the app's page is made.
     *
     * @param components whose values a flag has
     * @param folder where files may be kept; it need not exist yet
     */
    void setUp(List<? extends Component<?, ?>> components, Path folder);

    /**
     * Keeps a flag.
     *
     * @param flag what was flagged
     * @return how many are kept now
     * @throws RuntimeException if it could not be kept; the button then says so
     */
    int flag(Flag flag);
}
