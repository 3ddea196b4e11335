package io.gradio4j.impl.web;

import io.gradio4j.impl.json.Jsons;
import jakarta.json.JsonArrayBuilder;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/** The app's icon: the author's, or our own. Read once. */
final class Icons {

    private static final Logger LOG = System.getLogger(Icons.class.getName());
    private static final long LARGEST = 5 << 20;
    private static final Map<String, String> TYPES = Map.of("svg", "image/svg+xml", "png", "image/png", "ico", "image/x-icon", "jpg", "image/jpeg",
            "jpeg", "image/jpeg", "gif", "image/gif", "webp", "image/webp");
    private static final Set<String> SCALABLE = Set.of("image/png", "image/jpeg", "image/gif");
    private static final Set<Integer> SIZES = Set.of(16, 32, 48, 64, 72, 96, 128, 144, 152, 180, 192, 256, 384, 512, 1024);
    private static final String SVG = "image/svg+xml";
    private static final String OWN = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\" height=\"32\" "
            + "rx=\"8\" fill=\"#f97316\"/><path d=\"M9 11h14M9 16h9M9 21h11\" stroke=\"#fff\" stroke-width=\"3\" stroke-linecap=\"round\"/></svg>";

    private final boolean own;
    private final String type;
    private final byte[] content;
    private final Map<Integer, byte[]> scaled = new ConcurrentHashMap<>();

    /**
     * Reads the icon.
     *
     * @param file the author's
     * @throws IllegalArgumentException if it cannot be read, is no picture by its name, or is larger than 5 MB
     */
    Icons(Optional<Path> file) {
        own = file.isEmpty();
        type = file.map(Icons::type).orElse(SVG);
        content = file.map(Icons::read).orElseGet(() -> OWN.getBytes(StandardCharsets.UTF_8));
    }

    private static String type(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(TYPES.get(name.substring(name.lastIndexOf('.') + 1))).orElseThrow(() -> new IllegalArgumentException(
                "The icon " + file + " must end with one of " + TYPES.keySet().stream().sorted().toList()));
    }

    private static byte[] read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IllegalArgumentException("The icon " + file + " is larger than " + LARGEST + " bytes");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalArgumentException("The icon " + file + " cannot be read", e);
        }
    }

    /** The MIME type of the icon itself. */
    String type() {
        return type;
    }

    /** {@code GET favicon.ico}. */
    void favicon(Exchange exchange) {
        send(exchange, type, content);
    }

    /** {@code GET pwa_icon}: the author's icon. */
    void icon(Exchange exchange) {
        if (own) {
            throw HttpException.notFound();
        }
        send(exchange, type, content);
    }

    /** {@code GET pwa_icon/<size>}: as a square PNG; a drawing stays what it is, since it has every size. */
    void icon(Exchange exchange, String size) {
        if (own) {
            throw HttpException.notFound();
        }
        if (type.equals(SVG)) {
            send(exchange, type, content);
            return;
        }
        var pixels = SIZES.stream().filter(s -> String.valueOf(s).equals(size) && SCALABLE.contains(type)).findFirst()
                .orElseThrow(HttpException::notFound);
        send(exchange, "image/png", scaled.computeIfAbsent(pixels, this::scaled));
    }

    private static void send(Exchange exchange, String type, byte[] content) {
        var response = exchange.response();
        response.setHeader("Cache-Control", "max-age=86400");
        // Who opens a drawing as a page of its own runs nothing that is in it.
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
        response.setContentType(type);
        exchange.send(content);
    }

    private byte[] scaled(int size) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(content));
            if (image == null) {
                throw HttpException.notFound();
            }
            var factor = (double) size / Math.max(image.getWidth(), image.getHeight());
            var width = Math.max(1, (int) Math.round(image.getWidth() * factor));
            var height = Math.max(1, (int) Math.round(image.getHeight() * factor));
            var square = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
            var canvas = square.createGraphics();
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            canvas.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            canvas.drawImage(image, (size - width) / 2, (size - height) / 2, width, height, null);
            canvas.dispose();
            var out = new ByteArrayOutputStream();
            ImageIO.write(square, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            LOG.log(Logger.Level.WARNING, "The icon cannot be scaled", e);
            throw new UncheckedIOException(e);
        }
    }

    /** What a browser that installs the app finds. */
    JsonArrayBuilder manifest() {
        var icons = Jsons.array();
        if (!SCALABLE.contains(type)) {
            return icons.add(Jsons.object().add("src", own ? "favicon.ico" : "pwa_icon").add("sizes", "any").add("type", type).add("purpose", "any"));
        }
        for (var size : new int[] {192, 512}) {
            icons.add(Jsons.object().add("src", "pwa_icon/" + size).add("sizes", size + "x" + size).add("type", "image/png").add("purpose", "any"));
        }
        return icons;
    }
}
