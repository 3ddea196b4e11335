package io.gradio4j.components.remote;

import java.util.List;
import java.util.Locale;

/**
 * An operation of an API.
 *
 * @param method in lower case
 * @param path with parameters in braces
 * @param name for our endpoint
 * @param summary what it does, in a few words; an empty string for nothing
 * @param description what it does, in Markdown; an empty string for nothing
 * @param fields what it takes
 * @param body how its body is sent
 */
record ApiOperation(String method, String path, String name, String summary, String description, List<ApiField> fields, Body body) {

    /**
     * How a body is sent.
     *
     * @param encoding how its fields become one text
     * @param type the media type; an empty string for no body
     */
    record Body(Encoding encoding, String type) {
    }

    /** How a body is written; the earlier ones are preferred. */
    enum Encoding {
        /** As JSON. */
        JSON,
        /** Part by part, which may be files. */
        MULTIPART,
        /** As a form's fields. */
        FORM,
        /** As it stands. */
        TEXT,
        /** A file. */
        RAW,
        /** There is none. */
        NONE;

        static Encoding of(String type) {
            var plain = type.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
            return plain.equals("application/json") || plain.endsWith("+json") ? JSON
                    : plain.equals("multipart/form-data") ? MULTIPART
                    : plain.equals("application/x-www-form-urlencoded") ? FORM
                    : plain.startsWith("text/") || plain.endsWith("xml") ? TEXT : RAW;
        }
    }

    /** What stands above it. */
    String title() {
        return method.toUpperCase(Locale.ROOT) + " " + path + (summary.isBlank() ? "" : " – " + summary);
    }
}
