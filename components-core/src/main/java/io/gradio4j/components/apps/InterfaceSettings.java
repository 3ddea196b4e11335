package io.gradio4j.components.apps;

import io.gradio4j.BlockAccess;
import io.gradio4j.Blocks;
import io.gradio4j.Component;
import io.gradio4j.Handler;
import io.gradio4j.HasStream;
import io.gradio4j.ListenerDefinition;
import io.gradio4j.components.button.Button;
import io.gradio4j.components.button.ClearButton;
import io.gradio4j.components.button.DeepLinkButton;
import io.gradio4j.components.button.Variant;
import io.gradio4j.components.flagging.CsvLogger;
import io.gradio4j.components.flagging.FlaggingCallback;
import io.gradio4j.components.flagging.FlaggingMode;
import io.gradio4j.components.flagging.FlaggingOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that was said of an {@link Interface}. */
final class InterfaceSettings {

    final ListenerDefinition function;
    final List<Component<?, ?>> inputs = new ArrayList<>();
    final List<Component<?, ?>> outputs = new ArrayList<>();
    final List<Component<?, ?>> additional = new ArrayList<>();
    @Nullable String title;
    @Nullable String description;
    @Nullable String article;
    boolean live;
    boolean fillWidth;
    @Nullable String accordionLabel;
    boolean accordionOpen;
    String apiName = "predict";
    @Nullable Button submit;
    Button stop = BlockAccess.ownTexts(new Button("Stop"), "value", "common.stop").variant(Variant.STOP).visible(false);
    ClearButton clear = new ClearButton();
    @Nullable DeepLinkButton deepLink;
    boolean allowDuplication;
    FlaggingMode flaggingMode = usualFlaggingMode();
    List<FlaggingOption> flaggingOptions = List.of(FlaggingOption.plain());
    Path flaggingDir = Path.of(".gradio", "flagged");
    FlaggingCallback flaggingCallback = new CsvLogger();
    Consumer<Examples> examples = examples -> {
    };
    boolean hasExamples;
    Consumer<Blocks> page = blocks -> {
    };

    InterfaceSettings(ListenerDefinition function) {
        this.function = function;
        for (var input : function.inputs()) {
            if (input instanceof Component<?, ?> component) {
                inputs.add(component);
            }
        }
        for (var output : function.outputs()) {
            if (!(output instanceof Component<?, ?> component)) {
                throw new IllegalArgumentException("An output of an Interface is a component, not " + output.describe());
            }
            outputs.add(component);
        }
        if (inputs.isEmpty() && outputs.isEmpty()) {
            throw new IllegalArgumentException("An Interface has at least one input or output");
        }
        function.apiName().ifPresent(name -> apiName = name);
    }

    private static FlaggingMode usualFlaggingMode() {
        var set = Optional.ofNullable(System.getProperty("GRADIO_FLAGGING_MODE", System.getenv("GRADIO_FLAGGING_MODE"))).orElse("manual");
        return Arrays.stream(FlaggingMode.values()).filter(mode -> mode.name().equalsIgnoreCase(set.strip())).findFirst().orElseThrow(() ->
                new IllegalArgumentException("GRADIO_FLAGGING_MODE must be never, auto or manual, not \"" + set + '"'));
    }

    /** Nothing is flagged of a function without outputs: there is nothing to think of it. */
    boolean flags(FlaggingMode mode) {
        return flaggingMode == mode && !outputs.isEmpty();
    }

    /** Whose values are flagged. */
    List<Component<?, ?>> flagged() {
        if (inputsAreOutputs()) {
            return inputs;
        }
        return Stream.concat(inputs.stream(), outputs.stream()).toList();
    }

    void additional(List<Component<?, ?>> some) {
        for (var input : some) {
            if (!inputs.contains(input)) {
                throw new IllegalArgumentException("additionalInputs: " + input.describe() + " is no input of this Interface");
            }
        }
        additional.addAll(some);
    }

    Button submit() {
        var set = submit;
        if (set == null) {
            var caption = inputs.isEmpty() ? "Generate" : "Submit";
            set = BlockAccess.ownTexts(new Button(caption), "value", inputs.isEmpty() ? "interface.generate" : "common.submit").variant(Variant.PRIMARY);
            submit = set;
        }
        return set;
    }

    boolean stoppable() {
        return !live && function.handler().filter(h -> h instanceof Handler.Streaming || h instanceof Handler.Emitting).isPresent();
    }

    /** Whether some input sends what it records piece by piece. */
    boolean streams() {
        return inputs.stream().anyMatch(InterfaceSettings::streams);
    }

    static boolean streams(Component<?, ?> input) {
        return input instanceof HasStream && input.property("streaming").filter(Boolean.TRUE::equals).isPresent();
    }

    boolean inputsAreOutputs() {
        return inputs.equals(outputs);
    }
}
