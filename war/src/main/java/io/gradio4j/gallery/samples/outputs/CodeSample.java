package io.gradio4j.gallery.samples.outputs;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Column;
import io.gradio4j.components.code.Code;
import io.gradio4j.components.code.Language;
import io.gradio4j.gallery.Sample;
import jakarta.enterprise.context.ApplicationScoped;

/** A page's source to be edited, and what is left of it without blank lines. */
@ApplicationScoped
@AppPath("/components/code")
public class CodeSample extends Sample {

    @Override
    protected String about() {
        return "An editor for code, and a view of it.";
    }

    @Override
    protected Block live() {
        var source = new Code("Source").language(Language.HTML).autocomplete(true).interactive(true)
                .value("<h1>Hello</h1>\n\n<script>\n  console.log('World');\n</script>");
        var dense = new Code("Without blank lines").language(Language.HTML).interactive(false).lines(3).maxLines(10);
        source.onChange().inputs(source).outputs(dense).run(code -> code.replaceAll("(?m)^\\s*\\n", ""));
        return new Column(source, dense);
    }
}
