package io.gradio4j.impl.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The folder with uploaded and produced files, each at {@code <hash>/<name>}. The hash is over a random seed that belongs to the folder
 * and the content: the same file gets the same name, and nobody can guess the name of a file, not even from its content. Created when
 * first used. Several processes may use one folder. Safe for use by many threads.
 */
final class Cache {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int SEED_BYTES = 32;
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path configured;
    private final boolean shared;
    private @Nullable Opened opened;

    private record Opened(Path folder, Path parts, byte[] seed) {
    }

    /**
     * A cache.
     *
     * @param folder where
     * @param shared whether anybody on this machine could have made the folder, because its place is well known
     */
    Cache(Path folder, boolean shared) {
        configured = folder.toAbsolutePath().normalize();
        this.shared = shared;
    }

    /** The folder without symbolic links, if it exists. */
    Optional<Path> folder() {
        try {
            return Optional.of(configured.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A file by its hash and name, if it is there. */
    Optional<Path> find(String hash, String name) {
        return folder().flatMap(folder -> {
            try {
                return Optional.of(folder.resolve(hash).resolve(name).toRealPath())
                        .filter(file -> file.startsWith(folder) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    /** The opaque name of a file within the folder; empty for the folder's own files. */
    Optional<String> name(Path realFile) {
        return folder().filter(realFile::startsWith).map(folder -> folder.relativize(realFile))
                .filter(inside -> inside.getNameCount() == 2 && isHash(inside.getName(0).toString()))
                .map(inside -> inside.getName(0) + "/" + inside.getName(1));
    }

    /** A hash of a text that is as hard to guess as a file's. */
    String hash(String text) {
        var digest = Draft.sha256();
        digest.update(open().seed());
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A folder within, for something else than files that clients load: nothing of it has an opaque name. Created when first used. */
    Path folder(String name) {
        var folder = open().folder().resolve(name);
        try {
            createPrivately(folder);
        } catch (IOException e) {
            throw failure(folder, e);
        }
        return folder;
    }

    /** How many bytes there is room for. */
    long room() {
        try {
            return Files.getFileStore(open().folder()).getUsableSpace();
        } catch (IOException e) {
            throw failure(configured, e);
        }
    }

    /** Starts a file. */
    Draft draft() {
        var open = open();
        try {
            return new Draft(open.parts().resolve(UUID.randomUUID().toString()), open.seed());
        } catch (IOException e) {
            throw failure(open.parts(), e);
        }
    }

    /**
     * Keeps a file.
     *
     * @param draft the whole content
     * @param cleanName from {@link FileNames#clean}
     * @return its opaque name
     */
    String keep(Draft draft, String cleanName) {
        var folder = open().folder().resolve(draft.hash());
        var file = folder.resolve(cleanName);
        try {
            // A file of another size is what a crash of the machine has left of it.
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == draft.size()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            } else {
                move(draft.file(), folder, file);
            }
        } catch (NoSuchFileException e) {
            // Deleted between the two looks: it was old.
            try {
                move(draft.file(), folder, file);
            } catch (IOException again) {
                throw failure(file, again);
            }
        } catch (IOException e) {
            throw failure(file, e);
        }
        return draft.hash() + "/" + cleanName;
    }

    private static void move(Path part, Path folder, Path file) throws IOException {
        for (var attempt = 1;; attempt++) {
            try {
                Files.createDirectories(folder);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (NoSuchFileException | FileAlreadyExistsException e) {
                // Somebody deleted the folder when it was empty: after it was seen, or while it was looked at.
                if (attempt == 100) {
                    throw e;
                }
            }
        }
    }

    /** Deletes a file that has not been created again since; true if it is gone. */
    boolean delete(String name, Instant before) throws IOException {
        var folder = folder();
        if (folder.isEmpty()) {
            return true;
        }
        var file = folder.get().resolve(name);
        try {
            if (!Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant().isBefore(before)) {
                return false;
            }
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.getParent());
        } catch (NoSuchFileException | DirectoryNotEmptyException e) {
            // Gone already, or the same content has another name too.
            return true;
        }
        return true;
    }

    static StorageException failure(Path place, IOException cause) {
        return failure(isFull(place, cause), cause);
    }

    private static StorageException failure(boolean full, IOException cause) {
        return new StorageException(full ? "There is no room left on the server's disk." : "The server's disk did not take the file.", full, cause);
    }

    private static boolean isFull(Path place, IOException cause) {
        // The JDK has no exception for it; what the systems say: no space left on device, not enough space on the disk, quota exceeded.
        var message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("space") || message.contains("quota")) {
            return true;
        }
        try {
            return Files.getFileStore(place.getParent()).getUsableSpace() < 64 << 10;
        } catch (IOException e) {
            return false;
        }
    }

    private synchronized Opened open() {
        var known = opened;
        if (known == null) {
            try {
                known = create();
            } catch (IOException e) {
                throw failure(isFull(configured, e), new IOException("The folder for files " + configured
                        + " cannot be used; set GRADIO_TEMP_DIR to another one", e));
            }
            opened = known;
        }
        return known;
    }

    private Opened create() throws IOException {
        createPrivately(configured);
        var folder = configured.toRealPath();
        var parts = folder.resolve(".parts");
        createPrivately(parts);
        if (shared && !isTrusted(folder, parts)) {
            throw new IOException(folder + " belongs to another user of this machine");
        }
        deleteAbandoned(parts);
        return new Opened(folder, parts, seed(folder.resolve(".seed")));
    }

    private static void createPrivately(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        var parent = folder.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            if (isPosix(folder)) {
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectory(folder);
            }
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Whether nobody else could change what is in a folder: it belongs to the one whose files we create, and only they may write. */
    private static boolean isTrusted(Path folder, Path parts) throws IOException {
        if (!isPosix(folder)) {
            return true;
        }
        var probe = Files.createTempFile(parts, "owner", "");
        try {
            var me = Files.getOwner(probe);
            return Files.getOwner(folder).equals(me) && Files.getOwner(parts).equals(me);
        } finally {
            Files.delete(probe);
        }
    }

    /** What a process left that was killed. */
    private static void deleteAbandoned(Path parts) throws IOException {
        var old = FileTime.from(Instant.now().minus(ABANDONED));
        try (var files = Files.list(parts)) {
            for (var file : files.toList()) {
                try {
                    if (Files.getLastModifiedTime(file).compareTo(old) < 0) {
                        Files.deleteIfExists(file);
                    }
                } catch (NoSuchFileException e) {
                    // Somebody else has just finished it.
                    continue;
                }
            }
        }
    }

    /** The folder's seed: the first process writes it, under a lock so that no other one reads half of it. */
    private static byte[] seed(Path file) throws IOException {
        if (isPosix(file) && Files.notExists(file)) {
            try {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } catch (FileAlreadyExistsException e) {
                // Another process was first, which is just as well.
            }
        }
        for (var attempt = 1;; attempt++) {
            try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                var seed = ByteBuffer.allocate(SEED_BYTES);
                while (seed.hasRemaining() && channel.read(seed) >= 0) {
                    continue;
                }
                if (seed.hasRemaining()) {
                    new SecureRandom().nextBytes(seed.array());
                    channel.truncate(0).write(ByteBuffer.wrap(seed.array()), 0);
                }
                return seed.array();
            } catch (OverlappingFileLockException e) {
                // Another web application of this server is at it.
                if (attempt == 100) {
                    throw new IOException(file + " is locked", e);
                }
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
