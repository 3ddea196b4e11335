package io.gradio4j.components.dataset;

import io.gradio4j.BlockAccess;
import io.gradio4j.BlockNumber;
import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.HasChange;
import io.gradio4j.HasClick;
import io.gradio4j.HasSelect;
import io.gradio4j.Schema;
import io.gradio4j.ValidationException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What datasets share, whatever a handler sees of the chosen sample. The value on the wire is its index.
 *
 * @param <T> what a handler sees; {@code null} before one was chosen
 * @param <S> the component's own type
 */
public abstract sealed class BaseDataset<T extends @Nullable Object, S extends BaseDataset<T, S>> extends Component<T, S>
        implements HasChange, HasClick, HasSelect permits Dataset, IndexDataset, SampleDataset {

    private static final Schema SCHEMA = Schema.integer().description("index of selected example").example(Conversion.JSON.createValue(0));

    private final List<Component<?, ?>> components;

    BaseDataset(Component<?, ?>... components) {
        super("dataset");
        this.components = List.of(components);
    }

    /** What a handler sees of the chosen sample. */
    abstract T seen(int index, List<@Nullable Object> sample);

    /** What a handler sees when none was chosen. */
    abstract T unseen();

    /** The index of what a handler gave. */
    abstract Optional<Integer> index(T value, List<List<@Nullable Object>> samples);

    /** How clients know the kind of value. */
    abstract String kind();

    private List<List<@Nullable Object>> rows() {
        return properties().get("samples") instanceof Samples samples ? samples.rows() : List.of(List.of());
    }

    @Override
    protected final T preprocess(JsonValue payload, Conversion conversion) {
        if (payload == JsonValue.NULL) {
            return unseen();
        }
        var rows = rows();
        if (!(payload instanceof JsonNumber number) || !number.isIntegral()) {
            throw expected("the index of a sample", payload);
        }
        var index = number.bigIntegerValue();
        if (index.signum() < 0 || index.bitLength() > 31 || index.intValue() >= rows.size()) {
            throw new ValidationException(describe() + " has " + rows.size() + " samples, but none of index " + index);
        }
        return seen(index.intValue(), rows.get(index.intValue()));
    }

    @Override
    protected final JsonValue postprocess(T value, Conversion conversion) {
        return index(value, rows()).<JsonValue>map(Conversion.JSON::createValue)
                .orElseThrow(() -> new IllegalArgumentException(describe() + " has no sample " + value));
    }

    @Override
    public final Schema schema() {
        return SCHEMA;
    }

    @Override
    protected final List<String> usedTypes() {
        return components.stream().map(Component::type).toList();
    }

    @Override
    protected final Defaults defaults() {
        return Defaults.of("label", null, "show_label", true, "component_props", new ComponentProps(components), "samples", List.of(List.of()),
                "headers", labels(), "type", kind(), "layout", null, "samples_per_page", 10, "visible", true, "elem_id", null, "elem_classes",
                List.of(), "key", null, "preserved_by_key", List.of("value"), "container", true, "scale", null, "min_width", 160,
                "sample_labels", null, "components", components.stream().map(BaseDataset::type).toList(), "component_ids", components.stream().map(BlockNumber::new).toList());
    }

    private static Map<String, String> type(Component<?, ?> component) {
        var type = new LinkedHashMap<String, String>();
        type.put("name", component.type());
        type.put("class_id", BlockAccess.classId(component));
        return type;
    }

    private List<String> labels() {
        var labels = components.stream().map(c -> c.property("label").map(String::valueOf)).toList();
        return labels.stream().allMatch(Optional::isEmpty) ? List.of() : labels.stream().map(l -> l.orElse("")).toList();
    }

    /**
     * The samples of one component.
     *
     * @param values one for each sample
     * @return this component
     * @throws IllegalArgumentException if there are several components
     */
    public S samples(@Nullable Object... values) {
        return samples(Stream.of(values).map(java.util.Collections::singletonList).toList());
    }

    /**
     * The samples.
     *
     * @param rows for each sample, a value for each component, as handlers see it; {@code null} for none; default: no sample
     * @return this component
     * @throws IllegalArgumentException if a row has too few or too many values
     */
    public S samples(List<? extends List<? extends @Nullable Object>> rows) {
        return set("samples", Samples.of(components, rows));
    }

    /**
     * The names of the columns.
     *
     * @param headers default: the components' labels
     * @return this component
     */
    public S headers(String... headers) {
        return set("headers", List.of(headers));
    }

    /**
     * How the samples stand on the page.
     *
     * @param layout default: side by side for one component or with labels, else a table
     * @return this component
     */
    public S layout(DatasetLayout layout) {
        return set("layout", layout);
    }

    /**
     * How many samples are shown at once.
     *
     * @param most 1 or more; default: 10
     * @return this component
     * @throws IllegalArgumentException if less than 1
     */
    public S samplesPerPage(int most) {
        if (most < 1) {
            throw new IllegalArgumentException(describe() + ": samplesPerPage must be 1 or more, not " + most);
        }
        return set("samples_per_page", most);
    }

    /**
     * Texts that are shown instead of the samples' values, side by side.
     *
     * @param labels one for each sample; default: the values themselves
     * @return this component
     */
    public S sampleLabels(String... labels) {
        return set("sample_labels", List.of(labels));
    }
}
