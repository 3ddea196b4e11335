package io.gradio4j.gallery;

import io.gradio4j.AppPath;
import io.gradio4j.Block;
import io.gradio4j.Blocks;
import io.gradio4j.Column;
import io.gradio4j.GradioApp;
import io.gradio4j.Row;
import io.gradio4j.components.button.Button;
import io.gradio4j.components.button.ButtonSize;
import io.gradio4j.components.markdown.Markdown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * One page of the gallery: a component at work, and beside it the source that made it. A bean of this type with an {@link AppPath} is
 * all that a page needs; the index finds it.
 */
public abstract class Sample implements GradioApp {

    /** Made by the container of beans. */
    protected Sample() {
    }

    /** What the component is for, in one sentence. */
    protected abstract String about();

    /** The component at work. */
    protected abstract Block live();

    @Override
    public Blocks build() {
        var title = title(getClass());
        return Blocks.of(
                new Button("All components").link("../../").size(ButtonSize.SM).scale(0),
                new Markdown("# " + title + "\n\n" + about()),
                new Row(
                        new Column(live()).scale(2).elemId("live"),
                        new Column(new Markdown("```java\n" + source() + "```")).scale(3)))
                .title(title);
    }

    /** The name of a page: {@code Textbox} for {@code TextboxSample}. */
    static String title(Class<?> sample) {
        return sample.getSimpleName().replaceFirst("Sample$", "");
    }

    /** The build puts the source file of a page next to its class. */
    private String source() {
        var file = getClass().getSimpleName() + ".java";
        try (var source = getClass().getResourceAsStream(file)) {
            if (source == null) {
                throw new IllegalStateException("no source file " + file + " beside " + getClass());
            }
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
