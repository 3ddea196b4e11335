package io.gradio4j.components.file;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.FileCount;
import io.gradio4j.FileData;
import io.gradio4j.FileTypes;
import io.gradio4j.Schema;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all components share whose value is a file, or several.
 *
 * @param <T> how a handler sees the files
 * @param <S> the component's own type
 */
public abstract class FileComponent<T extends @Nullable Object, S extends FileComponent<T, S>> extends Component<T, S> {

    private final FileValues<T> values;

    /**
     * Makes a component.
     *
     * @param type the front-end name
     * @param values how a handler sees the files
     */
    protected FileComponent(String type, FileValues<T> values) {
        super(type);
        this.values = values;
    }

    @Override
    protected final T preprocess(JsonValue payload, Conversion conversion) {
        if (!FileValues.isValue(payload)) {
            throw expected(values.several() ? "a list of file objects" : "a file object", payload);
        }
        var types = properties().get("file_types") instanceof List<?> entries ? new FileTypes(entries.stream().map(String::valueOf).toList())
                : FileTypes.ANY;
        return values.read(payload, conversion, types);
    }

    @Override
    protected final JsonValue postprocess(T value, Conversion conversion) {
        return values.write(value, conversion);
    }

    @Override
    protected final JsonValue example(T value, Conversion conversion) {
        return values.names(value);
    }

    @Override
    public Schema schema() {
        return values.schema();
    }

    /**
     * Sets how many files a person chooses at a time.
     *
     * @param count a number that goes with what a handler sees
     * @return this component
     * @throws IllegalArgumentException if it does not
     */
    protected final S count(FileCount count) {
        if (values.several() == (count == FileCount.SINGLE)) {
            throw new IllegalArgumentException(describe() + ": a handler sees " + (values.several() ? "several files" : "one file")
                    + ", so fileCount cannot be " + count);
        }
        return set("file_count", count);
    }

    /**
     * An initial file elsewhere: browsers load it from there, this server does not.
     *
     * @param url an {@code http} or {@code https} URL
     * @return this component
     * @throws IllegalArgumentException if the URL has another scheme
     */
    public S value(URI url) {
        return set("value", FileData.remote(url));
    }
}
