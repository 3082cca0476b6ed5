package dev.footfall.gateway.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Forms of times, dates, lengths of time and time zones. */
final class TimeForms {
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Duration LONGEST = Duration.ofDays(366);

    static final Form<LocalTime> TIME_OF_DAY =
            Form.of(Rule.of("time", "must be a time of day like 04:00, from 00:00 to 23:59"), TimeForms::time);
    static final Form<LocalDate> DAY = Form.of(Rule.of("date", "must be a date like 2026-10-01"), TimeForms::date);
    static final Form<Duration> DURATION =
            Form.of(Rule.of("duration", "must be a length of time above 0 like 500ms, 10s, 15m, 1h or 1d"), text -> {
                Duration length = length(text);
                return length == null || length.isZero() ? null : length;
            });
    static final Form<Duration> DURATION_OR_ZERO = Form.of(
            Rule.of("duration-or-zero", "must be a length of time like 0s, 500ms, 10s, 15m, 1h or 1d"),
            TimeForms::length);
    static final Form<ZoneId> ZONE = TimeForms::zone;

    private TimeForms() {}

    private static @Nullable LocalTime time(String text) {
        return TIME.matcher(text).matches() ? LocalTime.parse(text) : null;
    }

    private static @Nullable LocalDate date(String text) {
        if (!DATE.matcher(text).matches()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException ignored) {
            return null;
        }
    }

    private static @Nullable Duration length(String text) {
        Matcher parts = LENGTH.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        long count = Long.parseLong(parts.group(1));
        Duration length = switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
        return length.compareTo(LONGEST) > 0 ? null : length;
    }

    private static Form.Result<ZoneId> zone(String text) {
        Set<String> known = ZoneId.getAvailableZoneIds();
        if (known.contains(text)) {
            return new Form.Fits<>(ZoneId.of(text));
        }
        return new Form.Breaks<>(
                Rule.of("time-zone", "must be a time zone of the IANA list, for example Asia/Shanghai{then}")
                        .then(zoneMeant(text, known).map(Nearest::perhaps).orElse(null)));
    }

    /** {@code shanghai} and {@code asia/shanghai} are as good a hint as a misspelling. */
    private static Optional<String> zoneMeant(String text, Set<String> known) {
        String wanted = text.toLowerCase(Locale.ROOT).replace(' ', '_');
        return known.stream()
                .filter(zone -> wanted.length() > 2 && ("/" + zone.toLowerCase(Locale.ROOT)).endsWith("/" + wanted))
                .min(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .or(() -> Nearest.to(text, known.stream().sorted().toList()));
    }
}
