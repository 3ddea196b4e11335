package io.gradio4j.impl.web;

import io.gradio4j.impl.file.AppFiles;
import io.gradio4j.impl.file.Draft;
import io.gradio4j.impl.file.Ffmpeg;
import io.gradio4j.impl.file.Film;
import io.gradio4j.impl.json.BadJsonException;
import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code POST process_recording}: takes a film of a screen and gives it back cut and with zooms. Where there is no ffmpeg, or it fails, the
 * film comes back as it was.
 */
final class Recordings {

    private static final String NAME = "gradio-screen-recording.mp4";
    private static final int MOST_FIELDS = 10;
    private static final int LONGEST_FIELD = 64 << 10;
    private static final long OVERHEAD = 1 << 20;

    private final AppFiles files;
    private final Optional<Ffmpeg> ffmpeg = Ffmpeg.find(Optional.ofNullable(System.getenv("PATH")).orElse(""));

    Recordings(AppFiles files) {
        this.files = files;
    }

    void process(Exchange exchange) {
        var type = exchange.header("Content-Type").orElse("");
        if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            throw new HttpException(400, "Invalid content type.");
        }
        EventStreams.onVirtualThread(exchange, () -> {
            try (var draft = files.draft()) {
                var film = receive(exchange, type, draft);
                answer(exchange, draft, film);
            } catch (Multipart.MalformedException e) {
                Uploads.refuse(exchange);
                exchange.text(e.status(), "text/plain", String.valueOf(e.getMessage()));
            }
        });
    }

    private Film receive(Exchange exchange, String type, Draft draft) {
        var largest = files.maxFileSize().orElse(Long.MAX_VALUE - OVERHEAD);
        var parts = new Multipart(type, Uploads.body(exchange), largest + OVERHEAD, 1, MOST_FIELDS);
        var fields = new HashMap<String, String>();
        var film = false;
        for (var part = parts.next(); part != null; part = parts.next()) {
            if (part.fileName().isEmpty()) {
                var text = new ByteArrayOutputStream();
                parts.copy(LONGEST_FIELD, text::write);
                fields.put(part.field(), text.toString(StandardCharsets.UTF_8));
            } else if (part.field().equals("video")) {
                parts.copy(largest, draft::write);
                film = true;
            } else {
                parts.skip();
            }
        }
        if (!film) {
            throw new HttpException(400, "No video file provided");
        }
        draft.finish();
        return new Film(removed(fields), zooms(fields.getOrDefault("zoom_effects", "")));
    }

    private static Optional<Film.Stretch> removed(Map<String, String> fields) {
        var start = fields.getOrDefault("remove_segment_start", "");
        var end = fields.getOrDefault("remove_segment_end", "");
        try {
            return start.isEmpty() && end.isEmpty() ? Optional.empty() : Optional.of(new Film.Stretch(Double.parseDouble(start), Double.parseDouble(end)));
        } catch (IllegalArgumentException e) {
            throw new HttpException(400, "remove_segment_start and remove_segment_end must be two times in seconds, one after the other, or both be missing; they are '"
                    + start + "' and '" + end + "'.");
        }
    }

    /** What cannot be understood is left out, as by Gradio. */
    private static List<Film.Zoom> zooms(String text) {
        try {
            return Jsons.read(text) instanceof JsonArray zooms
                    ? new Film(Optional.empty(), zooms.getValuesAs(JsonObject.class).stream().map(Recordings::zoom).toList()).zooms() : List.of();
        } catch (BadJsonException | ClassCastException | NullPointerException | IllegalArgumentException e) {
            return List.of();
        }
    }

    private static Film.Zoom zoom(JsonObject zoom) {
        var box = zoom.getJsonObject("boundingBox");
        var from = box.getJsonArray("topLeft").getValuesAs(JsonNumber.class);
        var to = box.getJsonArray("bottomRight").getValuesAs(JsonNumber.class);
        return new Film.Zoom(from.getFirst().doubleValue(), from.getLast().doubleValue(), to.getFirst().doubleValue(), to.getLast().doubleValue(),
                zoom.getInt("start_frame"), zoom.containsKey("duration") ? zoom.getJsonNumber("duration").doubleValue() : 2);
    }

    private void answer(Exchange exchange, Draft draft, Film film) {
        var edited = ffmpeg.flatMap(program -> program.edit(draft, film));
        var response = exchange.response();
        response.setHeader("Content-Disposition", Disposition.of(false, NAME));
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("video/mp4");
        try {
            var file = edited.orElse(draft.file());
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, response.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            edited.ifPresent(Recordings::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
