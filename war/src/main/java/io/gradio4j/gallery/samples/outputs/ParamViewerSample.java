package io.gradio4j.gallery.samples.outputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Info;
import io.gradio4j.components.paramviewer.ParamViewer;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/** What a method takes. */
@ApplicationScoped
@AppPath("/components/paramviewer")
public class ParamViewerSample extends Sample {

    @Override
    protected String about() {
        return "The parameters of a function, which open to be read about.";
    }

    /** The method to be described. */
    static String repeat(@Info("what to say, see [String](https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/String.html)") String text,
            @Info("how often") int times) {
        return text.repeat(times);
    }

    @Override
    protected Block live() {
        var method = Stream.of(ParamViewerSample.class.getDeclaredMethods()).filter(m -> m.getName().equals("repeat")).findFirst().orElseThrow();
        return new ParamViewer().language(ParamViewer.Language.JAVA).header("repeat").anchorLinks(true)
                .value(ParamViewer.parametersOf(method));
    }
}
