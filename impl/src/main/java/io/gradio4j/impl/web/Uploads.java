package io.gradio4j.impl.web;

import io.gradio4j.impl.file.AppFiles;
import io.gradio4j.impl.file.Draft;
import io.gradio4j.impl.file.FileNames;
import io.gradio4j.impl.file.Relay;
import io.gradio4j.impl.file.StorageException;
import io.gradio4j.impl.file.UploadProgress;
import io.gradio4j.impl.json.JsonText;
import io.gradio4j.impl.json.Jsons;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The routes that take files and tell how far that is. */
final class Uploads {

    private static final long MOST_PARTS = 1_000;
    private static final long PART_OVERHEAD = 16 << 10;
    private static final long MOST_DRAINED = 8 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final AppFiles files;

    Uploads(AppFiles files) {
        this.files = files;
    }

    /** A file that has come. */
    private record Received(Draft draft, String name) {
    }

    /** {@code POST upload}: the opaque names of the files, in the order of the parts. */
    void upload(Exchange exchange) {
        var type = exchange.header("Content-Type").orElse("");
        if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            throw new HttpException(400, "Invalid content type.");
        }
        EventStreams.onVirtualThread(exchange, () -> {
            try {
                receive(exchange, type);
            } catch (Multipart.MalformedException e) {
                refuse(exchange);
                exchange.text(e.status(), "text/plain", String.valueOf(e.getMessage()));
            } catch (StorageException | HttpException e) {
                refuse(exchange);
                throw e;
            }
        });
    }

    private void receive(Exchange exchange, String type) {
        var length = exchange.request().getContentLengthLong();
        var most = mostBytes();
        if (length > most) {
            throw new Multipart.MalformedException(413, "The request exceeded the maximum allowed size of " + most + " bytes.");
        }
        if (length > files.room()) {
            throw new HttpException(507, "There is no room left on the server's disk.");
        }
        var upload = files.progress().start(exchange.queryString("upload_id"));
        var received = new ArrayList<Received>();
        try {
            receive(new Multipart(type, body(exchange), most), upload, received);
            var names = Jsons.array();
            received.forEach(file -> names.add(files.keep(file.draft(), file.name())));
            exchange.text(200, "application/json", JsonText.of(names.build()));
        } finally {
            received.forEach(file -> file.draft().close());
            upload.end();
        }
    }

    static InputStream body(Exchange exchange) {
        try {
            return exchange.request().getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long mostBytes() {
        var perFile = files.maxFileSize().orElse(Long.MAX_VALUE);
        return perFile > (Long.MAX_VALUE / MOST_PARTS) - PART_OVERHEAD ? Long.MAX_VALUE : MOST_PARTS * (perFile + PART_OVERHEAD);
    }

    private void receive(Multipart parts, UploadProgress.Upload upload, List<Received> received) {
        for (var part = parts.next(); part != null; part = parts.next()) {
            if (!part.field().equals("files")) {
                parts.skip();
            } else if (part.fileName().isEmpty()) {
                throw new Multipart.MalformedException(400, "The field files must be a file with a filename.");
            } else {
                receive(parts, part.fileName().get(), upload, received);
            }
        }
    }

    private void receive(Multipart parts, String shown, UploadProgress.Upload upload, List<Received> received) {
        var name = FileNames.clean(shown).orElseThrow(() -> new HttpException(400, "Invalid file name: " + shown));
        var draft = files.draft();
        received.add(new Received(draft, name));
        try (var relay = new Relay(draft)) {
            parts.copy(files.maxFileSize().orElse(Long.MAX_VALUE), (bytes, from, count) -> {
                relay.write(bytes, from, count);
                upload.add(shown, count);
            });
            relay.finish();
        }
        draft.finish();
    }

    /** Most clients read an answer only after they have sent all, so a little more is taken; the connection ends in any case. */
    static void refuse(Exchange exchange) {
        exchange.response().setHeader("Connection", "close");
        try {
            body(exchange).skip(MOST_DRAINED);
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            // There is nobody any more to whom it makes a difference.
            return;
        }
    }

    /** {@code GET upload_progress}: the bytes of each file as they come. */
    void progress(Exchange exchange) {
        var id = exchange.query("upload_id").orElseThrow(() -> HttpException.invalid("missing", "query", "upload_id", "Field required",
                jakarta.json.JsonValue.NULL));
        EventStreams.onVirtualThread(exchange, () -> {
            try {
                var upload = files.progress().await(id, PATIENCE);
                if (upload.isEmpty()) {
                    exchange.text(404, "text/plain", "Upload not found");
                    return;
                }
                EventStreams.stream(exchange, () -> follow(exchange, id, upload.get()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void follow(Exchange exchange, String id, UploadProgress.Upload upload) throws IOException, InterruptedException {
        try {
            while (!upload.isOver()) {
                var news = upload.take(SILENCE);
                var out = new StringBuilder();
                news.forEach((name, bytes) -> new JsonText(out.append("data: {\"msg\":\"update\",\"orig_name\":")).string(name)
                        .raw(",\"chunk_size\":").number(bytes).raw("}\n\n"));
                if (!news.isEmpty()) {
                    EventStreams.send(exchange, out);
                    Thread.sleep(PAUSE);
                } else if (!upload.isOver()) {
                    EventStreams.send(exchange, "data: {\"msg\":\"heartbeat\"}\n\n");
                }
            }
            EventStreams.send(exchange, "data: {\"msg\":\"done\"}\n\n");
        } finally {
            files.progress().forget(id, upload);
        }
    }
}
