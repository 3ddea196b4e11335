package io.gradio4j.components.datetime;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as people type them.
 *
 * @param withTime whether a time follows the date
 * @param zone whose times are meant
 */
record DateTimeText(boolean withTime, ZoneId zone) {

    private static final Pattern NOW = Pattern.compile("now(?:-(\\d{1,9})([dhms]))?");
    private static final DateTimeFormatter DATE = format("uuuu-MM-dd");
    private static final DateTimeFormatter TIME = format("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter TYPED_DATE = format("uuuu-M-d");
    private static final DateTimeFormatter TYPED_TIME = format("uuuu-M-d H:m:s");

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    private static Matcher now(String text) {
        return NOW.matcher(text.length() > 50 ? "" : text.replaceAll("\\s", ""));
    }

    /** Whether a text means a time before the present one. */
    static boolean isRelative(String text) {
        return now(text).matches();
    }

    /** The time that a text means; empty if it means none. */
    Optional<ZonedDateTime> parse(String text) {
        var now = now(text);
        try {
            if (now.matches()) {
                var present = ZonedDateTime.now(zone).withNano(0);
                return Optional.of(now.group(1) == null ? present : present.minus(ago(now.group(1), now.group(2))));
            }
            var local = withTime ? LocalDateTime.parse(text.strip(), TYPED_TIME) : LocalDate.parse(text.strip(), TYPED_DATE).atStartOfDay();
            return Optional.of(local.atZone(zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration ago(String count, String unit) {
        var number = Long.parseLong(count);
        return switch (unit) {
            case "d" -> Duration.ofDays(number);
            case "h" -> Duration.ofHours(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofSeconds(number);
        };
    }

    String of(Instant time) {
        return of(time.atZone(zone).toLocalDateTime());
    }

    String of(LocalDateTime time) {
        return (withTime ? TIME : DATE).format(time);
    }

    /** How it is to be typed. */
    String pattern() {
        return withTime ? "YYYY-MM-DD HH:MM:SS" : "YYYY-MM-DD";
    }

    String example() {
        return withTime ? "2020-10-01 05:20:15" : "2020-10-01";
    }
}
