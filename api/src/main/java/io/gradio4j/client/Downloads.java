package io.gradio4j.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Fetches files from an app, and from nowhere else. Safe for use by many threads. */
final class Downloads {

    private static final String UNRESERVED = "-._~/";
    private static final int MOST_NAMES = 10_000;

    private final Http http;
    private final AppConfig config;
    private final ClientOptions options;
    private @Nullable Path folder;

    Downloads(Http http, AppConfig config, ClientOptions options) {
        this.http = http;
        this.config = config;
        this.options = options;
    }

    /** The caller's folder, or one that is made when it is first needed. */
    synchronized Path folder() {
        if (folder == null) {
            folder = options.downloads().orElseGet(() -> {
                try {
                    return Files.createTempDirectory("gradio4j-");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return folder;
    }

    Path fetch(RemoteFile file, Path folder, String endpoint) {
        // The path and not the url: that one may lead anywhere.
        var address = config.api((file.isStream() ? "stream/" : "file=") + encoded(file.path()));
        var response = http.open(endpoint, address, options.requestTimeout());
        try (var body = new WatchedStream(response.body(), options.maxSilence())) {
            if (response.statusCode() != 200) {
                var text = new String(body.readNBytes(1 << 14), StandardCharsets.UTF_8);
                throw Refusals.of(endpoint, new Http.Answer(response.statusCode(), text, response.headers()));
            }
            if (response.headers().firstValueAsLong("Content-Length").orElse(0) > options.maxDownload()) {
                throw tooLarge(file, endpoint);
            }
            return store(file, body, folder, endpoint, response);
        } catch (IOException e) {
            throw new UncheckedIOException("the file '" + file.name() + "' could not be downloaded: " + Http.reason(e), e);
        }
    }

    private Path store(RemoteFile file, InputStream body, Path folder, String endpoint, HttpResponse<?> response) throws IOException {
        Files.createDirectories(folder);
        var target = free(folder, FileNames.safe(file.name()));
        var complete = false;
        try (var out = Files.newOutputStream(target, StandardOpenOption.WRITE)) {
            copy(file, body, out, endpoint, response.uri());
            complete = true;
        } finally {
            if (!complete) {
                Files.deleteIfExists(target);
            }
        }
        return target;
    }

    /** A new empty file; creating it is the test whether the name is free, so that no link or other program can come in between. */
    private static Path free(Path folder, String name) throws IOException {
        for (var number = 0; number < MOST_NAMES; number++) {
            try {
                return Files.createFile(folder.resolve(number == 0 ? name : FileNames.numbered(name, number)));
            } catch (FileAlreadyExistsException e) {
                // The next number may be free.
            }
        }
        throw new IOException("there are too many files named '" + name + "' in " + folder);
    }

    private void copy(RemoteFile file, InputStream body, OutputStream out, String endpoint, URI from) throws IOException {
        var buffer = new byte[1 << 16];
        var size = 0L;
        while (true) {
            var count = read(body, buffer, endpoint, from);
            if (count < 0) {
                return;
            }
            size += count;
            if (size > options.maxDownload()) {
                throw tooLarge(file, endpoint);
            }
            out.write(buffer, 0, count);
        }
    }

    private static int read(InputStream body, byte[] buffer, String endpoint, URI from) {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            throw new ClientException.ConnectionLost(endpoint, "GET " + from + " ended early: " + Http.reason(e), e);
        }
    }

    private ClientException tooLarge(RemoteFile file, String endpoint) {
        return new ClientException.Protocol(endpoint, "the file '" + file.name() + "' has more than " + options.maxDownload() + " bytes", null);
    }

    private static String encoded(String path) {
        var out = new StringBuilder();
        for (var b : path.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (b & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return out.toString();
    }
}
