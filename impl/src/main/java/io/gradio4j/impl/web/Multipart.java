package io.gradio4j.impl.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a body of the type multipart/form-data, one after the other as they come; nothing is kept in memory. The one place that
 * knows the library for it. Used by one thread.
 */
final class Multipart {

    private static final int MOST_PARTS = 1_000;
    private static final int MOST_HEADERS = 8_192;
    private static final int MOST_FIELD = 1 << 20;
    private static final int LONGEST_BOUNDARY = 200;
    /** Larger than the library's own choice: that makes it three times as fast. */
    private static final int BUFFER = 128 << 10;

    private final JakartaServletFileUpload<?, ?> headers = new JakartaServletFileUpload<>();
    private final MultipartInput input;
    private final int mostFiles;
    private final int mostFields;
    private final byte[] buffer = new byte[BUFFER];
    private int files;
    private int fields;
    private boolean begun;

    /** A body that is not as it should be. */
    static final class MalformedException extends RuntimeException {

        private final int status;

        MalformedException(int status, String message) {
            super(message);
            this.status = status;
        }

        /** 413 for what is too large, else 400. */
        int status() {
            return status;
        }
    }

    /**
     * One part.
     *
     * @param field the name of the form's field
     * @param fileName the name of the file on the sender's disk; empty when the part is no file
     */
    record Part(String field, Optional<String> fileName) {
    }

    /** Takes a part's content, piece by piece. */
    interface Sink {
        void accept(byte[] bytes, int from, int count);
    }

    /**
     * A body.
     *
     * @param contentType with the boundary
     * @param body the body
     * @param most the largest size of the whole body in bytes
     * @throws MalformedException if there is no usable boundary
     */
    Multipart(String contentType, InputStream body, long most) {
        this(contentType, body, most, MOST_PARTS, MOST_PARTS);
    }

    /**
     * A body with few parts.
     *
     * @param mostFiles how many files it may have
     * @param mostFields how many other parts it may have
     */
    Multipart(String contentType, InputStream body, long most, int mostFiles, int mostFields) {
        this.mostFiles = mostFiles;
        this.mostFields = mostFields;
        var boundary = headers.getBoundary(contentType);
        if (boundary == null || boundary.length == 0) {
            throw new MalformedException(400, "Missing boundary in multipart.");
        }
        if (boundary.length > LONGEST_BOUNDARY) {
            throw new MalformedException(400, "The boundary of the multipart is longer than " + LONGEST_BOUNDARY + " bytes.");
        }
        try {
            input = MultipartInput.builder().setInputStream(new Limited(body, most)).setBufferSize(BUFFER).setBoundary(boundary)
                    .setMaxPartHeaderSize(MOST_HEADERS).get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        input.setHeaderCharset(StandardCharsets.UTF_8);
    }

    private static final class Limited extends FilterInputStream {

        private final long most;
        private long count;

        Limited(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            var read = super.read(bytes, from, length);
            count += Math.max(read, 0);
            if (count > most) {
                throw new MalformedException(413, "The request exceeded the maximum allowed size of " + most + " bytes.");
            }
            return read;
        }
    }

    /**
     * Goes to the next part. The content of the part before must have been taken.
     *
     * @return null behind the last one
     * @throws MalformedException if the body is malformed or a limit is exceeded
     */
    @Nullable Part next() {
        try {
            var more = begun ? input.readBoundary() : input.skipPreamble();
            begun = true;
            return more ? part() : null;
        } catch (FileUploadSizeException e) {
            throw new MalformedException(413, "Part headers exceeded maximum allowed size of " + MOST_HEADERS + " bytes.");
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private Part part() throws IOException {
        var parsed = headers.getParsedHeaders(input.readHeaders());
        var name = headers.getFieldName(parsed);
        var fileName = Optional.ofNullable(headers.getFileName(parsed));
        if (name == null) {
            throw new MalformedException(400, "The Content-Disposition header field \"name\" must be provided.");
        }
        if (fileName.isPresent() && ++files > mostFiles) {
            throw new MalformedException(400, "Too many files. Maximum number of files is " + mostFiles + ".");
        }
        if (fileName.isEmpty() && ++fields > mostFields) {
            throw new MalformedException(400, "Too many fields. Maximum number of fields is " + mostFields + ".");
        }
        return new Part(name, fileName);
    }

    /**
     * Takes the content of the part.
     *
     * @param most the largest size in bytes
     * @param sink gets it
     * @throws MalformedException if it is larger, or the body ends early
     */
    void copy(long most, Sink sink) {
        // Never closed: that would read all the rest of a part that is too large.
        var content = input.newInputStream();
        try {
            var total = 0L;
            // Servers read in pieces of a few kilobytes; disks and hashes like larger ones. It stops short of a full one at the end only.
            for (var count = content.readNBytes(buffer, 0, buffer.length); count > 0; count = content.readNBytes(buffer, 0, buffer.length)) {
                total += count;
                if (total > most) {
                    throw new MalformedException(413, "File size exceeded maximum allowed size of " + most + " bytes.");
                }
                sink.accept(buffer, 0, count);
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Passes over the content of a part that nobody wants. */
    void skip() {
        copy(MOST_FIELD, (bytes, from, count) -> {
        });
    }

    private static RuntimeException failure(IOException e) {
        return e instanceof FileUploadException ? new MalformedException(400, "The multipart body is malformed: " + e.getMessage() + ".")
                : new UncheckedIOException(e);
    }
}
