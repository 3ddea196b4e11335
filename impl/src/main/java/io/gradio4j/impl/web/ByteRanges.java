package io.gradio4j.impl.web;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which parts of a file a client wants (RFC 9110, section 14). */
sealed interface ByteRanges {

    /** Everything: no parts were asked for, or in a way that the RFC says to ignore. */
    record Whole() implements ByteRanges {
    }

    /** None of the parts exists. */
    record None() implements ByteRanges {
    }

    /**
     * Some parts.
     *
     * @param parts in the order of the request, each within the file
     */
    record Some(List<Part> parts) implements ByteRanges {
    }

    /**
     * One part.
     *
     * @param first the position of the first byte
     * @param last the position of the last byte
     */
    record Part(long first, long last) {

        long length() {
            return last - first + 1;
        }

        /** The value of Content-Range. */
        String of(long size) {
            return "bytes " + first + "-" + last + "/" + size;
        }
    }

    /** More parts than any player or reader of documents asks for. */
    int MOST = 16;

    /** One range of the header. */
    Pattern SPEC = Pattern.compile("([0-9]{0,40})-([0-9]{0,40})");

    /**
     * Reads the header Range. Requests for very many or for overlapping parts get the whole file: they are meant to make work.
     *
     * @param header the header
     * @param size the file's
     */
    static ByteRanges of(Optional<String> header, long size) {
        if (header.isEmpty() || !header.get().toLowerCase(Locale.ROOT).startsWith("bytes=")) {
            return new Whole();
        }
        var parts = new ArrayList<Part>();
        var specs = header.get().substring("bytes=".length()).split(",", MOST + 2);
        if (specs.length > MOST) {
            return new Whole();
        }
        for (var spec : specs) {
            var numbers = SPEC.matcher(spec.strip());
            if (!numbers.matches() || spec.strip().equals("-")) {
                return new Whole();
            }
            var from = numbers.group(1);
            var to = numbers.group(2);
            if (!from.isEmpty() && !to.isEmpty() && number(from) > number(to)) {
                return new Whole();
            }
            part(from, to, size).ifPresent(parts::add);
        }
        return parts.isEmpty() ? new None() : parts.stream().mapToLong(Part::length).sum() > size ? new Whole() : new Some(parts);
    }

    private static Optional<Part> part(String from, String to, long size) {
        var first = from.isEmpty() ? Math.max(0, size - number(to)) : number(from);
        var last = from.isEmpty() || to.isEmpty() ? size - 1 : Math.min(number(to), size - 1);
        return first <= last ? Optional.of(new Part(first, last)) : Optional.empty();
    }

    private static long number(String digits) {
        return new BigInteger(digits).min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
    }
}
