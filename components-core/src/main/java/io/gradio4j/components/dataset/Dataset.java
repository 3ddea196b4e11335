package io.gradio4j.components.dataset;

import io.gradio4j.Component;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Samples of some components' values, to be chosen by a click. Handlers see the values of the chosen one; with {@link #asIndex} they see its
 * index, with {@link #asSample} both. New samples come from a handler as an update.
 *
 * {@snippet :
 * var poems = new Dataset(new Textbox("Poem"), new Slider("Mood")).samples(List.of(List.of("Ozymandias", 3.0), List.of("If", 7.0)));
 * }
 *
 * <p>The components need not be on the page: they say how their values look.
 */
public final class Dataset extends BaseDataset<@Nullable List<@Nullable Object>, Dataset> {

    /**
     * Makes a dataset without samples.
     *
     * @param components of which there are samples; a column for each
     */
    public Dataset(Component<?, ?>... components) {
        super(components);
    }

    /**
     * A dataset whose handlers see the chosen sample's index.
     *
     * @param components of which there are samples
     * @return the component
     */
    public static IndexDataset asIndex(Component<?, ?>... components) {
        return new IndexDataset(components);
    }

    /**
     * A dataset whose handlers see the chosen sample's index and values.
     *
     * @param components of which there are samples
     * @return the component
     */
    public static SampleDataset asSample(Component<?, ?>... components) {
        return new SampleDataset(components);
    }

    @Override
    List<@Nullable Object> seen(int index, List<@Nullable Object> sample) {
        return sample;
    }

    @Override
    @Nullable List<@Nullable Object> unseen() {
        return null;
    }

    @Override
    Optional<Integer> index(@Nullable List<@Nullable Object> value, List<List<@Nullable Object>> samples) {
        return Optional.of(samples.indexOf(value)).filter(i -> i >= 0);
    }

    @Override
    String kind() {
        return "values";
    }
}
