package io.gradio4j.impl.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelayTest {

    @TempDir
    Path folder;

    @Test
    void bytesAreWrittenInTheirOrderHoweverTheyCome() throws IOException {
        var random = new Random(1);
        var sent = new ByteArrayOutputStream();
        try (var draft = new Cache(folder, false).draft()) {
            try (var relay = new Relay(draft)) {
                while (sent.size() < 5 << 20) {
                    var bytes = new byte[random.nextInt(300_000)];
                    random.nextBytes(bytes);
                    var from = bytes.length / 10;
                    relay.write(bytes, from, bytes.length - from);
                    sent.write(bytes, from, bytes.length - from);
                }
                relay.finish();
            }
            draft.finish();

            assertThat(draft.size()).isEqualTo(sent.size());
            assertThat(Files.readAllBytes(draft.file())).isEqualTo(sent.toByteArray());
        }
    }

    @Test
    void smallDraftIsWrittenAtOnce() {
        try (var draft = new Cache(folder, false).draft(); var relay = new Relay(draft)) {
            relay.write(new byte[100], 0, 100);

            assertThat(draft.size()).isEqualTo(100);
        }
    }

    @Test
    void fullDiskStopsTheSender() throws IOException {
        try (var disk = Jimfs.newFileSystem(Configuration.unix().toBuilder().setMaxSize(2 << 20).setBlockSize(4096).build());
                var draft = new Cache(disk.getPath("/cache"), false).draft(); var relay = new Relay(draft)) {
            assertThatExceptionOfType(StorageException.class).isThrownBy(() -> {
                for (var i = 0; i < 1_000; i++) {
                    relay.write(new byte[128 << 10], 0, 128 << 10);
                }
            }).satisfies(e -> assertThat(e.status()).isEqualTo(507));
        }
    }
}
