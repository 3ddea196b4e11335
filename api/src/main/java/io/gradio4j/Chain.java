package io.gradio4j;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What all steps of one chain share: the definition, and what the finished chain is. A definition is filled step by step.
 *
 * @param definition what is being defined
 * @param ending makes the result of the chain
 * @param <X> what the finished chain is
 */
record Chain<X>(ListenerDefinition definition, Function<ListenerDefinition, X> ending) {

    Chain<X> inputs(Value<?>... inputs) {
        definition.inputs.addAll(List.of(inputs));
        return this;
    }

    Chain<X> typedOutput(Component<?, ?> output) {
        definition.typedOutput = true;
        definition.outputs.add(output);
        return this;
    }

    Chain<X> outputs(Block first, Block second, Block... more) {
        definition.outputs.add(first);
        definition.outputs.add(second);
        return outputs(List.of(more));
    }

    Chain<X> outputs(List<? extends Block> outputs) {
        definition.outputs.addAll(outputs);
        return this;
    }

    /** The values of one input in all events of a batch. */
    static List<@Nullable Object> column(List<@Nullable Object[]> rows, int index) {
        return rows.stream().map(row -> row[index]).collect(Collectors.toCollection(ArrayList::new));
    }

    X end(Handler handler) {
        for (var checked : definition.checks.keySet()) {
            if (!definition.inputs.contains(checked)) {
                throw new IllegalArgumentException("validate(…): " + checked + " is none of the listener's inputs; add it to inputs(…)");
            }
        }
        definition.handler = handler;
        return ending.apply(definition);
    }
}
