package io.gradio4j.impl.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {

    @TempDir
    Path folder;

    private Cache cache(String name) {
        return new Cache(folder.resolve(name), false);
    }

    private static String keep(Cache cache, String content, String name) {
        try (var draft = cache.draft()) {
            var bytes = content.getBytes(StandardCharsets.UTF_8);
            draft.write(bytes, 0, bytes.length);
            return cache.keep(draft, name);
        }
    }

    private static Path file(Cache cache, String name) {
        return cache.find(name.substring(0, 64), name.substring(65)).orElseThrow();
    }

    private static long parts(Cache cache) throws IOException {
        try (var files = Files.list(cache.folder().orElseThrow().resolve(".parts"))) {
            return files.count();
        }
    }

    @Test
    void sameContentAndNameIsTheSameFile() throws IOException {
        var cache = cache("a");
        var name = keep(cache, "hello", "a.txt");

        assertThat(name).matches("[0-9a-f]{64}/a\\.txt");
        assertThat(keep(cache, "hello", "a.txt")).isEqualTo(name);
        assertThat(keep(cache("a"), "hello", "a.txt")).as("after a restart").isEqualTo(name);
        assertThat(file(cache, name)).hasContent("hello");
        assertThat(parts(cache)).isZero();
    }

    @Test
    void otherContentOrNameIsAnotherFile() {
        var cache = cache("a");
        var name = keep(cache, "hello", "a.txt");

        assertThat(keep(cache, "hello", "b.txt")).isEqualTo(name.replace("a.txt", "b.txt"));
        assertThat(keep(cache, "hullo", "a.txt")).doesNotStartWith(name.substring(0, 64));
    }

    @Test
    void nameCannotBeGuessedFromTheContent() {
        assertThat(keep(cache("a"), "hello", "a.txt")).isNotEqualTo(keep(cache("b"), "hello", "a.txt"))
                .doesNotStartWith("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
    }

    @Test
    void draftThatIsNotKeptLeavesNothing() throws IOException {
        var cache = cache("a");
        try (var draft = cache.draft()) {
            draft.write('x');
            assertThat(parts(cache)).isEqualTo(1);
        }

        assertThat(parts(cache)).isZero();
    }

    @Test
    void sameFileMayComeManyTimesAtOnce() throws Exception {
        var tasks = new ArrayList<Callable<String>>();
        for (var i = 0; i < 64; i++) {
            var cache = cache("a");
            tasks.add(() -> keep(cache, "hello".repeat(50_000), "a.txt"));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(tasks)).extracting(Future::get).containsOnly(keep(cache("a"), "hello".repeat(50_000), "a.txt"));
        }
        assertThat(file(cache("a"), keep(cache("a"), "hello".repeat(50_000), "a.txt"))).hasSize(250_000);
        assertThat(parts(cache("a"))).isZero();
    }

    @Test
    void fileMayBeDeletedAndKeptAtOnce() throws Exception {
        var cache = cache("a");
        var name = keep(cache, "hello", "a.txt");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var deleting = threads.submit(() -> {
                for (var i = 0; i < 500; i++) {
                    cache.delete(name, Instant.MAX);
                }
                return true;
            });
            for (var i = 0; i < 500; i++) {
                assertThat(keep(cache, "hello", "a.txt")).isEqualTo(name);
            }
            assertThat(deleting.get()).isTrue();
        }
        assertThat(file(cache, keep(cache, "hello", "a.txt"))).hasContent("hello");
    }

    @Test
    void whatACrashLeftIsReplaced() throws IOException {
        var cache = cache("a");
        var name = keep(cache, "hello", "a.txt");
        Files.writeString(file(cache, name), "");

        keep(cache, "hello", "a.txt");

        assertThat(file(cache, name)).hasContent("hello");
    }

    @Test
    void oldPartsAreDeletedWhenTheCacheIsOpened() throws IOException {
        keep(cache("a"), "hello", "a.txt");
        var old = Files.writeString(folder.resolve("a/.parts/old"), "x");
        var young = Files.writeString(folder.resolve("a/.parts/young"), "x");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));

        keep(cache("a"), "hello", "a.txt");

        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void onlyItsOwnerMayLookIntoTheCache() throws IOException {
        keep(cache("a"), "hello", "a.txt");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a")))).isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a/.seed")))).isEqualTo("rw-------");
        assertThat(folder.resolve("a/.seed")).hasSize(32);
    }

    @Test
    void oldFileIsDeletedUnlessItHasComeAgain() throws IOException {
        var cache = cache("a");
        var name = keep(cache, "hello", "a.txt");
        var other = keep(cache, "hello", "b.txt");
        var hourAgo = Instant.now().minus(Duration.ofHours(1));
        Files.setLastModifiedTime(file(cache, name), FileTime.from(hourAgo));
        Files.setLastModifiedTime(file(cache, other), FileTime.from(hourAgo));
        keep(cache, "hello", "b.txt");

        assertThat(cache.delete(name, Instant.now().minusSeconds(60))).isTrue();
        assertThat(cache.delete(other, Instant.now().minusSeconds(60))).isFalse();
        assertThat(folder.resolve("a").resolve(name)).doesNotExist();
        assertThat(file(cache, other)).exists();
        assertThat(cache.delete(other, Instant.MAX)).isTrue();
        assertThat(folder.resolve("a").resolve(other).getParent()).doesNotExist();
    }

    @Test
    void folderThatIsAFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("a"), "");

        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> cache("a").draft()).satisfies(e -> {
            assertThat(e.status()).isEqualTo(500);
            assertThat(e.getCause()).hasMessageContaining(folder.resolve("a").toString()).hasMessageContaining("GRADIO_TEMP_DIR");
        });
    }

    @Test
    void fullDiskIsToldAndLosesNothing() throws IOException {
        try (var disk = Jimfs.newFileSystem(Configuration.unix().toBuilder().setMaxSize(1 << 20).setBlockSize(4096).build())) {
            var small = new Cache(disk.getPath("/cache"), false);
            var name = keep(small, "hello", "a.txt");

            assertThatExceptionOfType(StorageException.class).isThrownBy(() -> keep(small, "x".repeat(2 << 20), "b.txt"))
                    .satisfies(e -> assertThat(e.status()).isEqualTo(507)).withMessageContaining("no room");
            assertThat(parts(small)).isZero();
            assertThat(Files.readString(file(small, name))).isEqualTo("hello");
            assertThat(keep(small, "next", "c.txt")).endsWith("/c.txt");
        }
    }
}
