package com.example.speaker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Sound in WAV files: 8000 samples a second, 16 bits each, one channel. */
final class Wav {

    private static final int RATE = 8_000;
    private static final int HEADER = 44;
    private static final short LOUD = 8_000;

    private Wav() {
    }

    /** A quarter of a second of one note. */
    static byte[] note(int hertz) {
        var samples = RATE / 4;
        var wav = header(samples * Short.BYTES);
        for (var i = 0; i < samples; i++) {
            wav.putShort((short) (LOUD * Math.sin(2 * Math.PI * hertz * i / RATE)));
        }
        return wav.array();
    }

    private static ByteBuffer header(int bytes) {
        return ByteBuffer.allocate(HEADER + bytes).order(ByteOrder.LITTLE_ENDIAN).put(ascii("RIFF")).putInt(HEADER - 8 + bytes).put(ascii("WAVEfmt "))
                .putInt(16).putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * Short.BYTES).putShort((short) Short.BYTES)
                .putShort((short) Short.SIZE).put(ascii("data")).putInt(bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static Duration duration(byte[] wav) {
        return Duration.ofMillis((wav.length - HEADER) * 1_000L / (RATE * Short.BYTES));
    }

    /** One file of several: one header, and all samples. */
    static void join(List<Path> pieces, OutputStream out) throws IOException {
        var bytes = 0L;
        for (var piece : pieces) {
            bytes += Files.size(piece) - HEADER;
        }
        out.write(header(Math.toIntExact(bytes)).array(), 0, HEADER);
        for (var piece : pieces) {
            try (var in = Files.newInputStream(piece)) {
                in.skipNBytes(HEADER);
                in.transferTo(out);
            }
        }
    }
}
