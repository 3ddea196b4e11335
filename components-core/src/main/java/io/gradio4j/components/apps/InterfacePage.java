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
import io.gradio4j.Gradio;
import io.gradio4j.HasChange;
import io.gradio4j.HasStream;
import io.gradio4j.HasSubmit;
import io.gradio4j.Listener;
import io.gradio4j.Request;
import io.gradio4j.Row;
import io.gradio4j.ShowProgress;
import io.gradio4j.State;
import io.gradio4j.TriggerMode;
import io.gradio4j.Updates;
import io.gradio4j.Value;
import io.gradio4j.Values;
import io.gradio4j.components.button.Button;
import io.gradio4j.components.button.ButtonSize;
import io.gradio4j.components.button.DuplicateButton;
import io.gradio4j.components.flagging.Flag;
import io.gradio4j.components.flagging.FlaggingMode;
import io.gradio4j.components.flagging.FlaggingOption;
import io.gradio4j.components.markdown.Markdown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the page of an {@link Interface}: first the tree, then the listeners, in the order of Gradio's own. */
final class InterfacePage {

    private static final System.Logger LOG = System.getLogger(InterfacePage.class.getName());
    private static final String[] FLAGGING = {"interface.flag", "interface.saving", "interface.failed"};
    private static final Duration SHOWN = Duration.ofMillis(800);
    static final String HEADING = "<h1 style='text-align: center; margin-bottom: 1rem'>%s</h1>";
    private static final String SHOW_AGAIN = "() => [{\"variant\": null, \"visible\": true, \"__type__\": \"update\"}]";

    private static final String SHARE = "() => [{\"interactive\": true, \"__type__\": \"update\"}]";

    private final InterfaceSettings settings;
    private final Button submit;
    private final Map<FlaggingOption, Button> flagButtons = new LinkedHashMap<>();
    private final Value<Request> request = Gradio.request();
    private @Nullable Column inputColumn;
    private @Nullable Examples examples;
    private boolean shared;

    InterfacePage(InterfaceSettings settings) {
        this.settings = settings;
        submit = settings.submit();
        if (settings.flags(FlaggingMode.MANUAL)) {
            settings.flaggingOptions.forEach(option -> flagButtons.put(option, BlockAccess.ownTexts(new Button(option.label()), "value", FLAGGING)));
        }
        if (settings.flaggingMode != FlaggingMode.NEVER && !settings.outputs.isEmpty()) {
            settings.flaggingCallback.setUp(settings.flagged(), settings.flaggingDir);
        }
    }

    Blocks build() {
        labels();
        if (settings.streams() && !settings.live) {
            LOG.log(System.Logger.Level.WARNING, "An input of an Interface streams, but nobody takes its pieces: live(true) runs the function for each");
        }
        var blocks = page();
        run(blocks);
        clear();
        flagButtons.forEach((option, button) -> flagBy(button, option));
        var shown = examples;
        if (shown != null) {
            shown.listen().ifPresent(this::share);
        }
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
        if (settings.hasExamples) {
            blocks.add(examples());
        }
        if (settings.article != null) {
            blocks.add(new Markdown(settings.article));
        }
        var page = Blocks.of(array(blocks)).mode("interface").fillWidth(settings.fillWidth);
        return settings.title == null ? page : page.title(settings.title);
    }

    private Block examples() {
        var shown = new Examples(Examples.inputs(settings.function), settings.function);
        settings.examples.accept(shown);
        examples = shown;
        return shown.make();
    }

    private Column inputHalf() {
        var inner = new ArrayList<Block>(visible(settings.inputs.stream().filter(i -> !settings.additional.contains(i)).toList()));
        if (!settings.additional.isEmpty()) {
            inner.add(additional().open(settings.accordionOpen));
        }
        var column = new Column(array(inner));
        inputColumn = column;
        return new Column(column, new Row(array(buttons())));
    }

    private Column outputHalf() {
        var inner = new ArrayList<Block>(visible(settings.outputs));
        var buttons = settings.inputs.isEmpty() ? buttons() : resultButtons();
        if (settings.allowDuplication) {
            buttons.add(new DuplicateButton().scale(1).size(ButtonSize.LG));
        }
        if (!buttons.isEmpty()) {
            inner.add(new Row(array(buttons)));
        }
        return new Column(array(inner));
    }

    /** Of the results alone; the others stand below the inputs. */
    private List<Block> resultButtons() {
        var buttons = new ArrayList<Block>();
        if (!settings.live) {
            addDeepLink(buttons);
        }
        buttons.addAll(flagButtons.values());
        return buttons;
    }

    /** What is not beside results: of a page without inputs, or without outputs of its own. */
    private List<Block> buttons() {
        var buttons = new ArrayList<Block>();
        if (settings.inputs.isEmpty()) {
            addDeepLink(buttons);
        }
        buttons.add(settings.clear);
        if (settings.outputs.isEmpty() && !settings.live) {
            addDeepLink(buttons);
        }
        if (!settings.live || settings.inputs.isEmpty()) {
            buttons.add(submit);
        }
        if (settings.inputsAreOutputs()) {
            addDeepLink(buttons);
        }
        if (settings.stoppable()) {
            buttons.add(settings.stop);
        }
        if (settings.inputs.isEmpty() || settings.inputsAreOutputs()) {
            buttons.addAll(flagButtons.values());
        }
        return buttons;
    }

    private void addDeepLink(List<Block> buttons) {
        var link = settings.deepLink;
        if (link != null) {
            shared = true;
            buttons.add(link.interactive(false));
        }
    }

    private static List<Component<?, ?>> visible(List<Component<?, ?>> components) {
        return components.stream().<Component<?, ?>>map(c -> c).filter(c -> !(c instanceof State)).toList();
    }

    private static Block[] array(List<? extends Block> blocks) {
        return blocks.toArray(Block[]::new);
    }

    private void run(Blocks page) {
        Event call;
        if (settings.live) {
            call = listen(on(liveTriggers(page))).triggerMode(TriggerMode.ALWAYS_LAST);
            if (settings.streams()) {
                call.triggerMode(TriggerMode.MULTIPLE).showProgress(ShowProgress.HIDDEN);
            }
        } else if (settings.stoppable()) {
            call = runAndStop();
        } else {
            call = listen(on(submits())).scrollToOutput(true);
        }
        share(call);
        if (settings.flags(FlaggingMode.AUTO)) {
            helper(call.onSuccess()).inputs(flaggedAndWho()).run(values -> {
                flag(values, Optional.empty());
            });
        }
    }

    private Accordion additional() {
        var blocks = array(visible(settings.additional));
        var label = settings.accordionLabel;
        return label != null ? new Accordion(label, blocks) : BlockAccess.ownTexts(new Accordion("Additional Inputs", blocks), "label", "interface.additional_inputs");
    }

    /** A link shows results, so there have to be some first. */
    private void share(Listener ending) {
        var link = settings.deepLink;
        if (link != null && shared) {
            helper(ending.onSuccess()).outputs(List.of(link)).js(SHARE);
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
        return settings.inputs.stream().flatMap(InterfacePage::liveTrigger).toArray(Event[]::new);
    }

    /** What records gives its pieces, everything else its changes. */
    private static Stream<Event> liveTrigger(Component<?, ?> input) {
        if (InterfaceSettings.streams(input)) {
            return Stream.of(((HasStream) input).onStream());
        }
        return input instanceof HasChange one ? Stream.of(one.onChange()) : Stream.empty();
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
    private Event runAndStop() {
        var running = helper(on(submits())).outputs(submit, settings.stop).run(() -> turn(false));
        var call = listen(running.then()).scrollToOutput(true);
        helper(call.then()).outputs(submit, settings.stop).run(() -> turn(true));
        helper(settings.stop.onClick()).cancels(call).outputs(submit, settings.stop).run(() -> turn(true));
        return call;
    }

    private static Event helper(Event event) {
        return event.queue(false).apiVisibility(ApiVisibility.UNDOCUMENTED);
    }

    private Updates turn(boolean idle) {
        return Updates.of(new Button().visible(idle).as(submit)).and(new Button().visible(!idle).as(settings.stop));
    }

    private List<Value<?>> flaggedAndWho() {
        var inputs = new ArrayList<Value<?>>(settings.flagged());
        inputs.add(request);
        return inputs;
    }

    private void flag(Values values, Optional<String> option) {
        var user = Optional.of(values.get(request).username()).filter(name -> !name.isEmpty());
        settings.flaggingCallback.flag(new Flag(settings.flagged().stream().<@Nullable Object>map(values::get).toList(), option, user));
    }

    /** The button says that it keeps the values, and keeps saying so for a moment, so that a person sees it. */
    private void flagBy(Button button, FlaggingOption option) {
        helper(button.onClick()).apiName("lambda").outputs(List.of(button)).run(() ->
                Updates.of(new Button("Saving...").interactive(false).as(button)));
        helper(button.onClick()).apiName("Flag").inputs(flaggedAndWho()).outputs(List.of(button)).run(values -> {
            try {
                flag(values, option.value());
                Thread.sleep(SHOWN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "A flag could not be kept", e);
                // it may be pressed again
                return Updates.of(new Button("Error!").interactive(true).as(button));
            }
            return ready(button, option);
        });
        helper(settings.clear.onClick()).apiName("reset").outputs(List.of(button)).run(() -> ready(button, option));
    }

    private static Updates ready(Button button, FlaggingOption option) {
        return Updates.of(new Button(option.label()).interactive(true).as(button));
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
