package io.gradio4j.impl.file;

import java.util.Set;

/** Which media types a browser may show when anybody may have written the file. */
public final class SafeTypes {

    private static final Set<String> SAFE = Set.of("image/jpeg", "image/png", "image/gif", "image/webp", "audio/aac", "audio/aiff",
            "audio/flac", "audio/mp4", "audio/mpeg", "audio/ogg", "audio/wav", "audio/webm", "audio/x-aiff", "audio/x-flac", "audio/x-m4a",
            "audio/x-matroska", "audio/x-wav", "video/mp4", "video/mpeg", "video/ogg", "video/quicktime", "video/webm", "video/x-matroska",
            "video/x-msvideo", "text/plain", "application/json");

    private SafeTypes() {
    }

    /** Whether a browser can show this type without running anything. */
    public static boolean contains(String type) {
        return SAFE.contains(type);
    }
}
