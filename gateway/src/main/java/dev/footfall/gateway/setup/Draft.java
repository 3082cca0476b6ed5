package dev.footfall.gateway.setup;

import dev.footfall.store.StoreConfig;
import dev.footfall.time.OpeningHours;
import dev.footfall.time.OpeningHours.Span;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the set-up screen may change, as it is written and not as it is meant: whatever people draw or type can be put into the
 * file, where the loader tells what is wrong with it.
 *
 * @param capacity people, as written; empty for no limit
 * @param plan the floor plan; all empty for none
 * @param hours spans by day, {@code mon} to {@code sun}; empty for always open
 * @param exceptions spans by date
 * @param places by sensor; sensors without a place are not in it
 */
public record Draft(
        String capacity,
        Plan plan,
        Map<String, String> hours,
        Map<String, String> exceptions,
        List<Zone> zones,
        List<Line> lines,
        Map<String, Spot> places) {
    static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    static final String CLOSED = "closed";

    /**
     * The picture of the floor and its size, as written.
     *
     * @param image name of the file beside the configuration; empty for none
     */
    public record Plan(String image, String widthM, String heightM) {
        static final Plan NONE = new Plan("", "", "");

        static Plan of(StoreConfig.@Nullable FloorPlan plan) {
            return plan == null
                    ? NONE
                    : new Plan(orEmpty(plan.image()), written(plan.widthM()), written(plan.heightM()));
        }
    }

    /** A point of the plan, metres to the centimetre. */
    public record Spot(BigDecimal x, BigDecimal y) {
        public Spot {
            x = plain(x);
            y = plain(y);
        }

        static Spot of(StoreConfig.Point point) {
            return new Spot(BigDecimal.valueOf(point.x()), BigDecimal.valueOf(point.y()));
        }

        private static BigDecimal plain(BigDecimal value) {
            return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }
    }

    public record Zone(String id, String name, String kind, String engagedAfter, List<Spot> polygon) {
        public Zone {
            polygon = List.copyOf(polygon);
        }

        static Zone of(StoreConfig.Zone zone) {
            return new Zone(
                    zone.id(),
                    zone.name(),
                    zone.kind().name().toLowerCase(Locale.ROOT),
                    written(zone.engagedAfter()),
                    zone.polygon().stream().map(Spot::of).toList());
        }
    }

    /** @param entrance empty for an inner line */
    public record Line(String id, Spot from, Spot to, String entrance) {
        static Line of(StoreConfig.Line line) {
            return new Line(line.id(), Spot.of(line.from()), Spot.of(line.to()), orEmpty(line.entrance()));
        }
    }

    public Draft {
        hours = Map.copyOf(hours);
        exceptions = new TreeMap<>(exceptions);
        zones = List.copyOf(zones);
        lines = List.copyOf(lines);
        places = new TreeMap<>(places);
    }

    /** What the configuration says now. */
    public static Draft of(StoreConfig config) {
        OpeningHours hours = config.store().hours();
        Map<String, String> exceptions = new TreeMap<>();
        hours.exceptions().forEach((date, spans) -> exceptions.put(date.toString(), written(spans)));
        Map<String, Spot> places = new TreeMap<>();
        config.sensors().forEach(sensor -> {
            if (sensor.positionM() != null) {
                places.put(sensor.id().value(), Spot.of(sensor.positionM()));
            }
        });
        Integer capacity = config.store().capacity();
        return new Draft(
                capacity == null ? "" : capacity.toString(),
                Plan.of(config.floorPlan()),
                weekly(hours),
                exceptions,
                config.zones().stream().map(Zone::of).toList(),
                config.lines().stream().map(Line::of).toList(),
                places);
    }

    private static Map<String, String> weekly(OpeningHours hours) {
        Map<String, String> days = new LinkedHashMap<>();
        if (!hours.weekly().isEmpty()) {
            for (DayOfWeek day : DayOfWeek.values()) {
                days.put(DAYS.get(day.ordinal()), written(hours.weekly().getOrDefault(day, List.of())));
            }
        }
        return days;
    }

    private static String written(List<Span> spans) {
        List<String> words = new ArrayList<>();
        for (Span span : spans) {
            words.add(time(span.openMinute()) + "-" + time(closing(span)));
        }
        return words.isEmpty() ? CLOSED : words.stream().collect(Collectors.joining(", "));
    }

    /** After midnight is written as the time of the next day; midnight itself as 24:00. */
    private static int closing(Span span) {
        return span.closeMinute() > 1440 ? span.closeMinute() - 1440 : span.closeMinute();
    }

    private static String time(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }

    private static String written(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }

    private static String written(double metres) {
        return BigDecimal.valueOf(metres).stripTrailingZeros().toPlainString();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
