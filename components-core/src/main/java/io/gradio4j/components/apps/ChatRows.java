package io.gradio4j.components.apps;

import io.gradio4j.Block;
import io.gradio4j.Component;
import io.gradio4j.State;
import io.gradio4j.Update;
import io.gradio4j.Updates;
import io.gradio4j.components.dataset.Plain;
import io.gradio4j.components.dataset.SampleDataset;
import io.gradio4j.components.multimodaltextbox.MultimodalTextbox;
import io.gradio4j.components.multimodaltextbox.MultimodalValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The examples of a chat that come with values of its additional inputs: a table. */
final class ChatRows {

    private final List<MultimodalValue> messages;
    private final List<Component<?, ?>> inputs;
    private final List<List<@Nullable Object>> values;
    private final SampleDataset dataset;

    /**
     * Makes the table.
     *
     * @param field the one in which a person writes
     * @throws IllegalArgumentException if an example has more values than there are additional inputs, or a number is no value of its input
     */
    ChatRows(ChatSettings settings, Component<?, ?> field) {
        messages = settings.rows.stream().map(ChatSettings.ChatRow::message).toList();
        inputs = settings.additionalInputs.stream().filter(input -> input instanceof Component<?, ?> && !(input instanceof State<?>))
                .<Component<?, ?>>map(input -> (Component<?, ?>) input).toList();
        values = settings.rows.stream().map(this::values).toList();
        var columns = new ArrayList<Component<?, ?>>(List.of(field));
        columns.addAll(inputs);
        var examples = new Examples(columns, null);
        for (var i = 0; i < messages.size(); i++) {
            var row = new ArrayList<@Nullable Object>();
            row.add(field instanceof MultimodalTextbox ? messages.get(i) : messages.get(i).text());
            row.addAll(values.get(i));
            examples.row(row.toArray());
        }
        dataset = examples.make();
    }

    private List<@Nullable Object> values(ChatSettings.ChatRow row) {
        if (row.values().size() > inputs.size()) {
            throw new IllegalArgumentException("The example \"" + row.message().text() + "\" has " + row.values().size()
                    + " values, but the chat has " + inputs.size() + " additional inputs");
        }
        return IntStream.range(0, row.values().size()).<@Nullable Object>mapToObj(i -> Plain.value(inputs.get(i), row.values().get(i)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    SampleDataset dataset() {
        return dataset;
    }

    /** The components that a row may have values for. */
    List<Block> inputs() {
        return List.copyOf(inputs);
    }

    MultimodalValue message(int index) {
        return messages.get(index);
    }

    /** Adds the values of a row to what else is changed. */
    Updates fill(int index, Updates updates) {
        var row = values.get(index);
        for (var i = 0; i < row.size(); i++) {
            var value = row.get(i);
            updates = value == null ? updates : updates.and(new Update.OfValue(inputs.get(i), value));
        }
        return updates;
    }
}
