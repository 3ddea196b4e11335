package com.example.speaker;

import io.gradio4j.AppPath;
import io.gradio4j.Blocks;
import io.gradio4j.GradioApp;
import io.gradio4j.Sink;
import io.gradio4j.components.apps.Examples;
import io.gradio4j.components.button.Button;
import io.gradio4j.components.textbox.Textbox;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A tune that goes on when somebody asks for its next note, and a microphone. */
@AppPath("/speaker")
public final class SpeakerApp implements GradioApp {

    private static final int[] TUNE = {262, 330, 392};

    private final Semaphore notes = new Semaphore(0);

    /** For the service loader. */
    public SpeakerApp() {
    }

    @Override
    public Blocks build() {
        var speaker = new Speaker("Tune");
        var microphone = new Speaker("Microphone");
        var heard = new Textbox("Heard");
        var play = new Button("Play");
        var next = new Button("Next note");
        var other = new Button("Other");
        play.onClick().outputs(speaker).apiName("play").emit(this::play);
        other.onClick().outputs(speaker).apiName("one").run(() -> Wav.note(TUNE[0]));
        other.onClick().outputs(speaker).apiName("breaks").emit(out -> {
            out.next(Wav.note(TUNE[0]));
            throw new IllegalStateException("a string broke");
        });
        next.onClick().apiName("next").queue(false).run(() -> notes.release());
        microphone.onStream().inputs(microphone).outputs(heard).apiName("hear").streamEvery(Duration.ofMillis(100)).timeLimit(Duration.ofSeconds(20))
                .run(wav -> wav.length + " bytes");
        var chord = new Textbox("Hertz");
        var arpeggio = other.onClick().inputs(chord).outputs(speaker).apiName("arpeggio").stream(
                text -> Stream.of(text.split(" ")).map(hertz -> Wav.note(Integer.parseInt(hertz))));
        return Blocks.of(speaker, play, next, other, microphone, heard, chord,
                Examples.of(arpeggio).values("262 330", "262 330 392").cacheExamples(true).dataset()).title("Speaker");
    }

    private void play(Sink<byte[]> out) throws InterruptedException {
        notes.drainPermits();
        for (var hertz : TUNE) {
            out.next(Wav.note(hertz));
            if (!notes.tryAcquire(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody asked for the next note");
            }
        }
    }
}
