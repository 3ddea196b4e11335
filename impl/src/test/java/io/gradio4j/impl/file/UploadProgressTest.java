package io.gradio4j.impl.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class UploadProgressTest {

    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final UploadProgress progress = new UploadProgress();

    @Test
    void bytesOfEachFileAreAddedUpUntilTheyAreTaken() throws InterruptedException {
        var upload = progress.start(Optional.of("id"));
        upload.add("a", 1);
        upload.add("b", 2);
        upload.add("a", 3);

        assertThat(progress.await("id", SHORT).orElseThrow().take(SHORT)).containsEntry("a", 4L).containsEntry("b", 2L).hasSize(2);
        assertThat(upload.take(SHORT)).isEmpty();
        assertThat(upload.isOver()).isFalse();
    }

    @Test
    void uploadIsOverWhenItsLastBytesAreTaken() throws InterruptedException {
        var upload = progress.start(Optional.of("id"));
        upload.add("a", 1);
        upload.end();

        assertThat(upload.isOver()).isFalse();
        assertThat(upload.take(LONG)).hasSize(1);
        assertThat(upload.isOver()).isTrue();
        assertThat(upload.take(LONG)).isEmpty();
    }

    @Test
    void unknownUploadIsWaitedFor() throws Exception {
        assertThat(progress.await("id", SHORT)).isEmpty();
        var waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return progress.await("id", LONG);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        var upload = progress.start(Optional.of("id"));

        assertThat(waiting.get(20, TimeUnit.SECONDS)).contains(upload);
        progress.forget("id", upload);
        assertThat(progress.await("id", SHORT)).isEmpty();
    }

    @Test
    void thereIsAnEndToWhatIsRemembered() throws InterruptedException {
        progress.start(Optional.of("first"));
        for (var i = 0; i < 1_000; i++) {
            progress.start(Optional.of("id" + i));
        }

        assertThat(progress.await("first", SHORT)).isEmpty();
        assertThat(progress.await("id999", SHORT)).isPresent();
    }

    @Test
    void uselessIdIsFollowedByNobody() throws InterruptedException {
        progress.start(Optional.empty()).add("a", 1);
        progress.start(Optional.of("")).add("a", 1);
        progress.start(Optional.of("x".repeat(129))).add("a", 1);

        assertThat(progress.await("", SHORT)).isEmpty();
        assertThat(progress.await("x".repeat(129), SHORT)).isEmpty();
    }
}
