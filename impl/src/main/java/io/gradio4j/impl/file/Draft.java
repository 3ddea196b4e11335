package io.gradio4j.impl.file;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that is being written to the cache: hashed on the way, and gone unless it is kept. Used by one thread. */
public final class Draft extends OutputStream {

    private static final Logger LOG = System.getLogger(Draft.class.getName());

    private final Path part;
    private final OutputStream out;
    private final MessageDigest digest;
    private long size;
    private String hash = "";

    Draft(Path part, byte[] seed) throws IOException {
        this.part = part;
        digest = sha256();
        digest.update(seed);
        out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Adds some bytes.
     *
     * @throws StorageException if the disk does not take them
     */
    @Override
    public void write(byte[] bytes, int from, int count) {
        digest.update(bytes, from, count);
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            throw failure(e);
        }
        size += count;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    private StorageException failure(IOException e) {
        return Cache.failure(part, e);
    }

    /** How many bytes were written. */
    public long size() {
        return size;
    }

    /** The whole file is written; it can be kept now. */
    public void finish() {
        try {
            out.close();
        } catch (IOException e) {
            throw failure(e);
        }
        hash = HexFormat.of().formatHex(digest.digest());
    }

    /** The hash of seed and content. */
    String hash() {
        if (hash.isEmpty()) {
            finish();
        }
        return hash;
    }

    /** The file with what was written so far; it goes when this is closed. */
    public Path file() {
        return part;
    }

    /** Deletes what was not kept. */
    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(part);
        } catch (IOException e) {
            LOG.log(Logger.Level.WARNING, () -> "The partial file " + part + " could not be deleted", e);
        }
    }
}
