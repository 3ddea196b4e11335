package io.gradio4j.impl.web;

import io.gradio4j.HasMediaStream;
import io.gradio4j.MediaSegment;
import io.gradio4j.MediaTypes;
import io.gradio4j.impl.event.AppRuntime;
import io.gradio4j.impl.file.MediaStreams;
import io.gradio4j.impl.file.SafeTypes;
import java.nio.file.Path;
import java.util.Arrays;

/** The routes below {@code GET stream/}: what outputs play. They are for whoever may use the session. */
final class MediaRoutes {

    private static final String WHOLE = "playlist-file";
    private static final int PARTS = 4;

    private final AppRuntime runtime;
    private final MediaStreams streams;

    MediaRoutes(AppRuntime runtime) {
        this.runtime = runtime;
        streams = runtime.app().files().streams();
    }

    /** {@code <session>/<run>/<component>/<name>}. */
    void get(Exchange exchange, String path) {
        var parts = path.split("/", -1);
        if (parts.length < PARTS) {
            throw HttpException.notFound();
        }
        var name = parts[parts.length - 1];
        var component = parts[parts.length - 2];
        var run = parts[parts.length - 3];
        var session = String.join("/", Arrays.asList(parts).subList(0, parts.length - 3));
        runtime.sessions().find(session).map(known -> Events.Sessions.own(known, exchange.caller()))
                .orElseThrow(() -> new HttpException(404, "Stream not found"));
        var playlist = streams.playlist(session, run, component);
        switch (name) {
            case MediaStreams.PLAYLIST -> playlist(exchange, playlist.orElseThrow(() -> new HttpException(404, "Stream not found")));
            case WHOLE -> whole(exchange, playlist.orElseThrow(() -> new HttpException(404, "Stream not found")), component);
            default -> {
                var format = format(name);
                playlist.orElseThrow(() -> new HttpException(404, "Stream not found"));
                var piece = streams.piece(session, run, component, name).orElseThrow(() -> new HttpException(404, "Segment not found"));
                if (!exchange.response().containsHeader("Cache-Control")) {
                    exchange.response().setHeader("Cache-Control", "private, max-age=31536000, immutable");
                }
                FileDownloads.own(exchange, piece, format.mediaType());
            }
        }
    }

    private static void playlist(Exchange exchange, Path file) {
        exchange.response().setHeader("Cache-Control", "no-store");
        FileDownloads.own(exchange, file, "application/vnd.apple.mpegurl");
    }

    private static MediaSegment.Format format(String name) {
        return Arrays.stream(MediaSegment.Format.values()).filter(format -> name.endsWith("." + format.extension())).findFirst()
                .orElseThrow(() -> new HttpException(400, "Unsupported file extension"));
    }

    private void whole(Exchange exchange, Path playlist, String component) {
        if (!(runtime.app().blocks().get(Integer.parseInt(component)) instanceof HasMediaStream<?> player)) {
            throw new HttpException(404, "Stream not found");
        }
        EventStreams.onVirtualThread(exchange, () -> {
            var file = streams.whole(playlist, player).orElseThrow(() -> new HttpException(409, "The stream has not ended yet"));
            var name = file.getFileName().toString();
            exchange.response().setHeader("Content-Disposition", Disposition.of(true, name));
            FileDownloads.own(exchange, file, MediaTypes.of(name).filter(SafeTypes::contains).orElse("application/octet-stream"));
        });
    }
}
