package io.gradio4j.impl.file;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Media types by the ends of file names, and which of them a browser may show when anybody may have written the file. */
public final class MimeTypes {

    private static final Map<String, String> BY_END = table("""
            image/jpeg jpg jpeg jpe
            image/png png
            image/gif gif
            image/webp webp
            image/avif avif
            image/bmp bmp
            image/svg+xml svg
            image/tiff tif tiff
            image/vnd.microsoft.icon ico
            audio/aac aac
            audio/aiff aif aifc aiff
            audio/flac flac
            audio/mp4 m4a m4b
            audio/mpeg mp3
            audio/ogg oga opus
            audio/wav wav
            audio/webm weba
            audio/x-matroska mka
            video/mp4 mp4 m4v
            video/mpeg mpeg mpg
            video/ogg ogv ogg
            video/quicktime mov
            video/webm webm
            video/x-matroska mkv
            video/x-msvideo avi
            text/plain txt text log
            text/css css
            text/csv csv
            text/tab-separated-values tsv
            text/html html htm
            text/javascript js mjs
            text/markdown md
            text/vtt vtt
            text/xml xml
            application/json json
            application/pdf pdf
            application/wasm wasm
            application/xhtml+xml xhtml
            application/gzip gz
            application/zip zip
            font/otf otf
            font/ttf ttf
            font/woff woff
            font/woff2 woff2
            model/gltf+json gltf
            model/gltf-binary glb
            model/obj obj
            model/stl stl
            """);

    private static final Set<String> SAFE = Set.of("image/jpeg", "image/png", "image/gif", "image/webp", "audio/aac", "audio/aiff",
            "audio/flac", "audio/mp4", "audio/mpeg", "audio/ogg", "audio/wav", "audio/webm", "audio/x-aiff", "audio/x-flac", "audio/x-m4a",
            "audio/x-matroska", "audio/x-wav", "video/mp4", "video/mpeg", "video/ogg", "video/quicktime", "video/webm", "video/x-matroska",
            "video/x-msvideo", "text/plain", "application/json");

    private MimeTypes() {
    }

    private static Map<String, String> table(String text) {
        return text.lines().flatMap(line -> {
            var words = line.split(" ");
            return Stream.of(words).skip(1).map(end -> Map.entry(end, words[0]));
        }).collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The media type of a file by its name. */
    public static Optional<String> of(String fileName) {
        return Optional.ofNullable(BY_END.get(fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)));
    }

    /** Whether a browser can show this type without running anything. */
    public static boolean isSafe(String type) {
        return SAFE.contains(type);
    }

    /** An end of a file name for a type, with its dot; an empty string for types that are not known. */
    static String end(String type) {
        return switch (type) {
            case "image/jpeg" -> ".jpg";
            case "text/plain" -> ".txt";
            case "audio/mpeg" -> ".mp3";
            case "audio/mp4" -> ".m4a";
            default -> BY_END.entrySet().stream().filter(e -> e.getValue().equals(type)).map(Map.Entry::getKey).sorted().findFirst()
                    .map(end -> "." + end).orElse("");
        };
    }
}
