package io.gradio4j.components.html;

import io.gradio4j.Event;
import io.gradio4j.HasBlur;
import io.gradio4j.HasChange;
import io.gradio4j.HasClear;
import io.gradio4j.HasClick;
import io.gradio4j.HasCollapse;
import io.gradio4j.HasCopy;
import io.gradio4j.HasDelete;
import io.gradio4j.HasDownload;
import io.gradio4j.HasEdit;
import io.gradio4j.HasExampleSelect;
import io.gradio4j.HasExpand;
import io.gradio4j.HasFocus;
import io.gradio4j.HasInput;
import io.gradio4j.HasKeyUp;
import io.gradio4j.HasLike;
import io.gradio4j.HasOptionSelect;
import io.gradio4j.HasRelease;
import io.gradio4j.HasRetry;
import io.gradio4j.HasSelect;
import io.gradio4j.HasStop;
import io.gradio4j.HasStream;
import io.gradio4j.HasSubmit;
import io.gradio4j.HasTick;
import io.gradio4j.HasUndo;
import io.gradio4j.HasUpload;

/**
 * The events that HTML may fire: all that any component has. {@code change} comes with every other value; all others are fired by the
 * component's own script, with {@code trigger(name, data)}.
 */
public interface HtmlEvents extends HasChange, HasInput, HasClick, HasSubmit, HasStop, HasEdit, HasClear, HasFocus, HasBlur, HasUpload,
        HasRelease, HasSelect, HasStream, HasLike, HasExampleSelect, HasOptionSelect, HasKeyUp, HasDelete,
        HasTick, HasUndo, HasRetry, HasExpand, HasCollapse, HasDownload, HasCopy {

    /**
     * Starts a listener of {@code double_click}.
     *
     * @return the listener's chain
     */
    default Event onDoubleClick() {
        return Event.of(this, "double_click");
    }

    /**
     * Starts a listener of {@code play}.
     *
     * @return the listener's chain
     */
    default Event onPlay() {
        return Event.of(this, "play");
    }

    /**
     * Starts a listener of {@code pause}.
     *
     * @return the listener's chain
     */
    default Event onPause() {
        return Event.of(this, "pause");
    }

    /**
     * Starts a listener of {@code end}.
     *
     * @return the listener's chain
     */
    default Event onEnd() {
        return Event.of(this, "end");
    }

    /**
     * Starts a listener of {@code start_recording}.
     *
     * @return the listener's chain
     */
    default Event onStartRecording() {
        return Event.of(this, "start_recording");
    }

    /**
     * Starts a listener of {@code pause_recording}.
     *
     * @return the listener's chain
     */
    default Event onPauseRecording() {
        return Event.of(this, "pause_recording");
    }

    /**
     * Starts a listener of {@code stop_recording}.
     *
     * @return the listener's chain
     */
    default Event onStopRecording() {
        return Event.of(this, "stop_recording");
    }

    /**
     * Starts a listener of {@code load}.
     *
     * @return the listener's chain
     */
    default Event onLoad() {
        return Event.of(this, "load");
    }

    /**
     * Starts a listener of {@code apply}.
     *
     * @return the listener's chain
     */
    default Event onApply() {
        return Event.of(this, "apply");
    }
}
