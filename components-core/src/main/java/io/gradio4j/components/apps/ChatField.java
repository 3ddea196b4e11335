package io.gradio4j.components.apps;

import io.gradio4j.Component;
import io.gradio4j.Event;
import io.gradio4j.Update;
import io.gradio4j.Value;
import io.gradio4j.components.multimodaltextbox.MultimodalTextbox;
import io.gradio4j.components.multimodaltextbox.MultimodalValue;
import io.gradio4j.components.textbox.Textbox;

/** The field in which a person writes: for text alone, or for text and files. */
sealed interface ChatField {

    /** For text alone. */
    record OfText(Textbox field) implements ChatField {
    }

    /** For text and files. */
    record OfFiles(MultimodalTextbox field) implements ChatField {
    }

    String HINT = ChatSettings.words("message_placeholder");

    /** The field as the app gave it, or a new one, without a visible label. */
    static ChatField of(ChatSettings settings) {
        if (settings.multimodal) {
            var field = settings.multimodalTextbox != null ? settings.multimodalTextbox : new MultimodalTextbox("Message").placeholder(HINT)
                    .scale(7).autofocus(settings.autofocus);
            settings.takeButtonsOf(field);
            settings.submit(field::submitBtn, field::submitBtn);
            return new OfFiles(field.stopBtn(false).showLabel(false));
        }
        var field = settings.textbox != null ? settings.textbox : new Textbox("Message").placeholder(HINT).scale(7).autofocus(settings.autofocus);
        settings.takeButtonsOf(field);
        settings.submit(field::submitBtn, field::submitBtn);
        return new OfText(field.stopBtn(false).showLabel(false));
    }

    /** The component. */
    default Component<?, ?> component() {
        return switch (this) {
            case OfText(Textbox field) -> field;
            case OfFiles(MultimodalTextbox field) -> field;
        };
    }

    default Event onSubmit() {
        return switch (this) {
            case OfText(Textbox field) -> field.onSubmit();
            case OfFiles(MultimodalTextbox field) -> field.onSubmit();
        };
    }

    default Event onStop() {
        return switch (this) {
            case OfText(Textbox field) -> field.onStop();
            case OfFiles(MultimodalTextbox field) -> field.onStop();
        };
    }

    /** What its value says. */
    static MultimodalValue said(Object value) {
        return value instanceof MultimodalValue said ? said : new MultimodalValue((String) value);
    }

    /** Empty, and closed while an answer comes; it can be stopped meanwhile. */
    default Update busy(Object stopBtn) {
        return switch (this) {
            case OfText(Textbox field) -> {
                var change = new Textbox().value("").interactive(false).placeholder("").submitBtn(false);
                yield (stopBtn instanceof String caption ? change.stopBtn(caption) : change.stopBtn((boolean) stopBtn)).as(field);
            }
            case OfFiles(MultimodalTextbox field) -> {
                var change = new MultimodalTextbox().value("").interactive(false).placeholder("").submitBtn(false);
                yield (stopBtn instanceof String caption ? change.stopBtn(caption) : change.stopBtn((boolean) stopBtn)).as(field);
            }
        };
    }

    /** Open again. */
    default Update idle(Object submitBtn) {
        var hint = String.valueOf(component().property("placeholder").orElse(""));
        return switch (this) {
            case OfText(Textbox field) -> {
                var change = new Textbox().interactive(true).placeholder(hint).stopBtn(false);
                yield (submitBtn instanceof String caption ? change.submitBtn(caption) : change.submitBtn((boolean) submitBtn)).as(field);
            }
            case OfFiles(MultimodalTextbox field) -> {
                var change = new MultimodalTextbox().interactive(true).placeholder(hint).stopBtn(false);
                yield (submitBtn instanceof String caption ? change.submitBtn(caption) : change.submitBtn((boolean) submitBtn)).as(field);
            }
        };
    }

    /** With something in it, to be sent again. */
    default Update filled(MultimodalValue value) {
        return switch (this) {
            case OfText(Textbox field) -> new Textbox().value(value.text()).as(field);
            case OfFiles(MultimodalTextbox field) -> new MultimodalTextbox().value(value).as(field);
        };
    }
}
