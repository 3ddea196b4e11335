package io.gradio4j.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A page's picture in the index, in light and in dark; {@code bin/pictures} takes it. The files stand where those of components do, from
 * where every app gives them to browsers.
 *
 * @param light where the page finds the light one
 * @param dark where the page finds the dark one
 */
record Picture(String light, String dark) {

    /** The folder of the pictures within the jar. */
    static final String FOLDER = "META-INF/resources/gradio/gallery/";

    /** The picture of a page by the last name of its path; empty until it has been taken. */
    static Optional<Picture> of(String name) {
        return asset(name + ".light.webp").flatMap(light -> asset(name + ".dark.webp").map(dark -> new Picture(light, dark)));
    }

    /** Browsers keep a file for ever; another content has another address. */
    private static Optional<String> asset(String file) {
        try (var picture = Picture.class.getResourceAsStream("/" + FOLDER + file)) {
            if (picture == null) {
                return Optional.empty();
            }
            var version = new CRC32();
            version.update(picture.readAllBytes());
            return Optional.of("assets/" + Long.toHexString(version.getValue()) + "/gallery/" + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
