package io.gradio4j.impl.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a client has of a file already, and whether it is still the same (RFC 9110, section 13).
 *
 * @param etag the file's strong tag, with its quotes
 * @param modified when the file was last changed, in whole seconds
 */
record Preconditions(String etag, Instant modified) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    Preconditions {
        modified = modified.truncatedTo(ChronoUnit.SECONDS);
    }

    /** What to answer. */
    enum Verdict {
        /** With the file. */
        SEND,
        /** 304: the client has it. */
        SAME,
        /** 412: the client wants another one. */
        CHANGED
    }

    /** Where the headers of a request come from. */
    interface Headers {
        Optional<String> get(String name);
    }

    /** Judges a request, in the order of the RFC. */
    Verdict judge(Headers headers) {
        var match = headers.get("If-Match");
        if (match.isPresent() ? !matches(match.get(), false) : date(headers, "If-Unmodified-Since").filter(modified::isAfter).isPresent()) {
            return Verdict.CHANGED;
        }
        var none = headers.get("If-None-Match");
        var same = none.isPresent() ? matches(none.get(), true)
                : date(headers, "If-Modified-Since").filter(since -> !modified.isAfter(since)).isPresent();
        return same ? Verdict.SAME : Verdict.SEND;
    }

    /** Whether a part of the file fits to what the client has of it. */
    boolean mayContinue(Headers headers) {
        var condition = headers.get("If-Range");
        if (condition.isEmpty()) {
            return true;
        }
        var text = condition.get().strip();
        return text.endsWith("\"") ? text.equals(etag) : date(headers, "If-Range").filter(modified::equals).isPresent();
    }

    private boolean matches(String list, boolean weakly) {
        return list.strip().equals("*") || Arrays.stream(list.split(",")).map(String::strip)
                .map(tag -> weakly && tag.startsWith("W/") ? tag.substring(2) : tag).anyMatch(etag::equals);
    }

    private static Optional<Instant> date(Headers headers, String name) {
        return headers.get(name).flatMap(text -> {
            try {
                return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip(), Instant::from));
            } catch (DateTimeException e) {
                // An invalid date is to be ignored.
                return Optional.empty();
            }
        });
    }

    /** The value of Last-Modified. */
    String lastModified() {
        return DATE.format(modified);
    }
}
