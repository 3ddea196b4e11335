package io.gradio4j.components.apps;

import static io.gradio4j.Gradio.on;

import io.gradio4j.Accordion;
import io.gradio4j.ApiVisibility;
import io.gradio4j.Block;
import io.gradio4j.BlockAccess;
import io.gradio4j.Blocks;
import io.gradio4j.Column;
import io.gradio4j.Component;
import io.gradio4j.Event;
import io.gradio4j.HasChange;
import io.gradio4j.HasSubmit;
import io.gradio4j.Row;
import io.gradio4j.State;
import io.gradio4j.TriggerMode;
import io.gradio4j.Updates;
import io.gradio4j.components.button.Button;
import io.gradio4j.components.markdown.Markdown;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the page of an {@link Interface}: first the tree, then the listeners, in the order of Gradio's own. */
final class InterfacePage {

    private static final String HEADING = "<h1 style='text-align: center; margin-bottom: 1rem'>%s</h1>";
    private static final String SHOW_AGAIN = "() => [{\"variant\": null, \"visible\": true, \"__type__\": \"update\"}]";

    private final InterfaceSettings settings;
    private final Button submit;
    private @Nullable Column inputColumn;

    InterfacePage(InterfaceSettings settings) {
        this.settings = settings;
        submit = settings.submit();
    }

    Blocks build() {
        labels();
        var blocks = page();
        run(blocks);
        clear();
        settings.page.accept(blocks);
        return blocks;
    }

    private void labels() {
        for (var i = 0; i < settings.inputs.size(); i++) {
            label(settings.inputs.get(i), "input " + i);
        }
        for (var i = 0; i < settings.outputs.size(); i++) {
            var output = settings.outputs.get(i);
            label(output, settings.outputs.size() == 1 ? "output" : "output " + i);
            if (!settings.inputs.contains(output) && unset(output, "interactive")) {
                output.interactive(false);
            }
        }
    }

    private static void label(Component<?, ?> component, String label) {
        if (unset(component, "label")) {
            component.label(label);
        }
    }

    /** Whether a component has a property, but the app's author did not set it. */
    private static boolean unset(Component<?, ?> component, String property) {
        return BlockAccess.defaults(component).names().contains(property) && BlockAccess.raw(component, property) == null;
    }

    private Blocks page() {
        var blocks = new ArrayList<Block>();
        if (settings.title != null) {
            blocks.add(new Markdown(HEADING.formatted(settings.title)));
        }
        if (settings.description != null) {
            blocks.add(new Markdown(settings.description));
        }
        var halves = new ArrayList<Block>();
        if (!settings.inputs.isEmpty()) {
            halves.add(inputHalf());
        }
        if (!settings.outputs.isEmpty() && !settings.inputsAreOutputs()) {
            halves.add(outputHalf());
        }
        blocks.add(new Row(array(halves)));
        if (settings.article != null) {
            blocks.add(new Markdown(settings.article));
        }
        var page = Blocks.of(array(blocks)).mode("interface").fillWidth(settings.fillWidth);
        return settings.title == null ? page : page.title(settings.title);
    }

    private Column inputHalf() {
        var inner = new ArrayList<Block>(visible(settings.inputs.stream().filter(i -> !settings.additional.contains(i)).toList()));
        if (!settings.additional.isEmpty()) {
            inner.add(new Accordion(settings.accordionLabel, array(visible(settings.additional))).open(settings.accordionOpen));
        }
        var column = new Column(array(inner));
        inputColumn = column;
        return new Column(column, new Row(array(buttons())));
    }

    private Column outputHalf() {
        var inner = new ArrayList<Block>(visible(settings.outputs));
        if (settings.inputs.isEmpty()) {
            inner.add(new Row(array(buttons())));
        }
        return new Column(array(inner));
    }

    private List<Block> buttons() {
        var buttons = new ArrayList<Block>(List.of(settings.clear));
        if (!settings.live || settings.inputs.isEmpty()) {
            buttons.add(submit);
        }
        if (settings.stoppable()) {
            buttons.add(settings.stop);
        }
        return buttons;
    }

    private static List<Component<?, ?>> visible(List<Component<?, ?>> components) {
        return components.stream().<Component<?, ?>>map(c -> c).filter(c -> !(c instanceof State)).toList();
    }

    private static Block[] array(List<? extends Block> blocks) {
        return blocks.toArray(Block[]::new);
    }

    private void run(Blocks page) {
        if (settings.live) {
            listen(on(liveTriggers(page))).triggerMode(TriggerMode.ALWAYS_LAST);
        } else if (settings.stoppable()) {
            runAndStop();
        } else {
            listen(on(submits())).scrollToOutput(true);
        }
    }

    private Event listen(Event event) {
        event.adopt(settings.function);
        return event.apiName(settings.apiName);
    }

    private Event[] liveTriggers(Blocks page) {
        if (settings.inputs.isEmpty()) {
            return new Event[] {page.onLoad(), submit.onClick()};
        }
        return settings.inputs.stream().filter(HasChange.class::isInstance).map(i -> ((HasChange) i).onChange()).toArray(Event[]::new);
    }

    private Event[] submits() {
        var events = new ArrayList<Event>(List.of(submit.onClick()));
        for (var input : settings.inputs) {
            if (input instanceof HasSubmit field) {
                events.add(field.onSubmit());
            }
        }
        return events.toArray(Event[]::new);
    }

    /** Submit and Stop take turns: one is shown while the function runs, the other while it does not. */
    private void runAndStop() {
        var running = helper(on(submits())).outputs(submit, settings.stop).run(() -> turn(false));
        var call = listen(running.then()).scrollToOutput(true);
        helper(call.then()).outputs(submit, settings.stop).run(() -> turn(true));
        helper(settings.stop.onClick()).cancels(call).outputs(submit, settings.stop).run(() -> turn(true));
    }

    private static Event helper(Event event) {
        return event.queue(false).apiVisibility(ApiVisibility.UNDOCUMENTED);
    }

    private Updates turn(boolean idle) {
        return Updates.of(new Button().visible(idle).as(submit)).and(new Button().visible(!idle).as(settings.stop));
    }

    private void clear() {
        var all = new LinkedHashSet<Component<?, ?>>(settings.inputs);
        all.addAll(settings.outputs);
        settings.clear.add(all.toArray(Component<?, ?>[]::new));
        var column = inputColumn;
        if (column != null) {
            settings.clear.onClick().outputs(List.of(column)).js(SHOW_AGAIN);
        }
    }
}
