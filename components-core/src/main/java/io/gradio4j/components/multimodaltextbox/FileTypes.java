package io.gradio4j.components.multimodaltextbox;

import io.gradio4j.FileData;
import java.net.URLConnection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which files are taken.
 *
 * @param types {@code image}, {@code audio}, {@code video}, {@code text}, {@code file}, endings such as {@code .json}, and patterns of
 *     media types such as {@code image/*}
 */
record FileTypes(List<String> types) {

    boolean accept(FileData file) {
        var name = file.name().toLowerCase(Locale.ROOT);
        return types.stream().map(type -> type.toLowerCase(Locale.ROOT)).anyMatch(type -> type.startsWith(".")
                ? name.endsWith(type) && name.length() > type.length() : isOf(type, mediaType(file)));
    }

    private static boolean isOf(String type, String mediaType) {
        if (type.equals("file") || type.equals("*") || type.equals("file/*")) {
            return true;
        }
        var kind = type.endsWith("/*") ? type.substring(0, type.length() - 2) : type;
        return kind.contains("/") ? kind.equals(mediaType) : mediaType.startsWith(kind + "/");
    }

    /** By the file's name: what a client claims proves nothing. */
    static String mediaType(FileData file) {
        return Optional.ofNullable(URLConnection.guessContentTypeFromName(file.name())).or(() -> Optional.ofNullable(file.mimeType()))
                .orElse("application/octet-stream");
    }
}
