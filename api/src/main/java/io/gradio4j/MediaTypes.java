package io.gradio4j;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Media types by the ends of file names, under the names that browsers use today. */
public final class MediaTypes {

    private static final Map<String, String> BY_END = table("""
            image/jpeg jpg jpeg jpe
            image/png png
            image/gif gif
            image/webp webp
            image/apng apng
            image/avif avif
            image/bmp bmp
            image/heic heic
            image/heif heif
            image/jxl jxl
            image/svg+xml svg
            image/tiff tif tiff
            image/vnd.microsoft.icon ico
            audio/aac aac
            audio/aiff aif aifc aiff
            audio/flac flac
            audio/mp4 m4a m4b
            audio/mpeg mp3
            audio/ogg ogg oga opus
            audio/wav wav
            audio/webm weba
            audio/x-matroska mka
            audio/x-ms-wma wma
            video/3gpp 3gp
            video/mp2t ts
            video/mp4 mp4 m4v
            video/mpeg mpeg mpg
            video/ogg ogv
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

    private MediaTypes() {
    }

    private static Map<String, String> table(String text) {
        return text.lines().flatMap(line -> {
            var words = line.split(" ");
            return Stream.of(words).skip(1).map(end -> Map.entry(end, words[0]));
        }).collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * The media type of a file.
     *
     * @param fileName its name
     * @return for example {@code image/png}; empty for an end that is not known
     */
    public static Optional<String> of(String fileName) {
        return Optional.ofNullable(BY_END.get(fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)));
    }

    /**
     * How names of files of a type end.
     *
     * @param type a media type
     * @return for example {@code .png}; an empty string for a type that is not known
     */
    public static String end(String type) {
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
