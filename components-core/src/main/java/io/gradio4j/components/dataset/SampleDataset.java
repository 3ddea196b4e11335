package io.gradio4j.components.dataset;

import io.gradio4j.Component;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A dataset whose handlers see the chosen sample's index and values; see {@link Dataset#asSample}. */
public final class SampleDataset extends BaseDataset<SampleDataset.@Nullable Sample, SampleDataset> {

    /**
     * A chosen sample.
     *
     * @param index counted from 0
     * @param values one for each component
     */
    public record Sample(int index, List<@Nullable Object> values) {
    }

    SampleDataset(Component<?, ?>... components) {
        super(components);
    }

    @Override
    Sample seen(int index, List<@Nullable Object> sample) {
        return new Sample(index, sample);
    }

    @Override
    @Nullable Sample unseen() {
        return null;
    }

    @Override
    Optional<Integer> index(@Nullable Sample value, List<List<@Nullable Object>> samples) {
        return Optional.ofNullable(value).map(Sample::index).filter(i -> i >= 0 && i < samples.size());
    }

    @Override
    String kind() {
        return "tuple";
    }
}
