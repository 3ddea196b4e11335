package io.gradio4j.components.dataset;

import io.gradio4j.Component;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A dataset whose handlers see the chosen sample's index; see {@link Dataset#asIndex}. */
public final class IndexDataset extends BaseDataset<@Nullable Integer, IndexDataset> {

    IndexDataset(Component<?, ?>... components) {
        super(components);
    }

    @Override
    Integer seen(int index, List<@Nullable Object> sample) {
        return index;
    }

    @Override
    @Nullable Integer unseen() {
        return null;
    }

    @Override
    Optional<Integer> index(@Nullable Integer value, List<List<@Nullable Object>> samples) {
        return Optional.ofNullable(value).filter(i -> i >= 0 && i < samples.size());
    }

    @Override
    String kind() {
        return "index";
    }
}
