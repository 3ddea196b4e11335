package com.example.speaker;

import io.gradio4j.Component;
import io.gradio4j.Conversion;
import io.gradio4j.Defaults;
import io.gradio4j.FileData;
import io.gradio4j.HasMediaStream;
import io.gradio4j.HasStream;
import io.gradio4j.MediaSegment;
import io.gradio4j.Schema;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Plays WAV while it comes, and records it piece by piece. */
public final class Speaker extends Component<byte[], Speaker> implements HasMediaStream<byte[]>, HasStream {

    private static final Defaults DEFAULTS = Defaults.of("value", null, "streaming", true, "label", null, "info", null, "show_label", true,
            "container", true, "scale", null, "min_width", 160, "interactive", null, "visible", true, "elem_id", null, "elem_classes",
            List.of(), "key", null, "preserved_by_key", List.of("value"));
    private static final String NAME = "audio-stream.wav";

    /**
     * Makes one.
     *
     * @param label the text above it
     */
    public Speaker(String label) {
        super("speaker");
        label(label);
    }

    @Override
    public boolean isStreaming() {
        return property("streaming").orElse(false).equals(true);
    }

    @Override
    public MediaSegment segment(byte[] wav, Conversion c) {
        return MediaSegment.of(wav, MediaSegment.Format.WAV, Wav.duration(wav), NAME);
    }

    @Override
    public String join(List<Path> pieces, String name, OutputStream out) throws IOException {
        Wav.join(pieces, out);
        return name;
    }

    @Override
    protected byte[] preprocess(JsonValue payload, Conversion c) {
        try {
            return payload == JsonValue.NULL ? new byte[0] : Files.readAllBytes(c.file(FileData.from(payload)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected JsonValue postprocess(byte[] wav, Conversion c) {
        return c.publish(wav, NAME).json();
    }

    @Override
    public Schema schema() {
        return Schema.file();
    }

    @Override
    protected Defaults defaults() {
        return DEFAULTS;
    }
}
