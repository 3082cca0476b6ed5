package dev.footfall.metrics.coverage;

import dev.footfall.metrics.coverage.OpenTime.Span;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.reason.Reason;
import dev.footfall.reason.SensorReason;
import dev.footfall.reason.SensorReason.CountedByArrival;
import dev.footfall.reason.SensorReason.Silent;
import dev.footfall.reason.SensorReason.SilentAgain;
import dev.footfall.time.StoreCalendar;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges stretches of a day by the life of the sensors that feed a number. */
public final class Coverage {
    private static final int GAPS_NAMED = 3;

    private final DaySeconds day;
    private final StoreCalendar calendar;
    private final OpenTime open;

    public Coverage(DaySeconds day, StoreCalendar calendar) {
        this.day = day;
        this.calendar = calendar;
        this.open = new OpenTime(day, calendar.openSpans(day.day()));
    }

    public OpenTime open() {
        return open;
    }

    /**
     * A number that needs every one of the sensors, each for its part: the mean of their shares.
     *
     * @param ifNone what to say if there is no sensor at all
     */
    public Quality all(Collection<? extends Life> sensors, int from, int to, Reason ifNone) {
        List<Span> expected = open.within(from, to);
        boolean closed = expected.isEmpty();
        List<Span> judged = closed ? List.of(new Span(from, to)) : expected;
        if (sensors.isEmpty()) {
            return Quality.none(closed, ifNone);
        }
        long live = 0;
        for (Life sensor : sensors) {
            for (Span span : judged) {
                live += sensor.live(span.from(), span.to());
            }
        }
        double share = live / (double) (seconds(judged) * sensors.size());
        return quality(share, live, closed, sensors, judged, clocks(sensors, from, to));
    }

    /** A number that any of the sensors can tell: the share of time in which at least one was live. */
    public Quality any(Collection<? extends Life> sensors, int from, int to) {
        if (sensors.size() < 2) {
            return all(sensors, from, to, new SensorReason.NoSensor());
        }
        List<Span> expected = open.within(from, to);
        boolean closed = expected.isEmpty();
        List<Span> judged = closed ? List.of(new Span(from, to)) : expected;
        long live = 0;
        for (Span span : judged) {
            live += Lives.any(sensors, span.from(), span.to()).cardinality();
        }
        double share = live / (double) seconds(judged);
        return quality(share, live, closed, sensors, judged, clocks(sensors, from, to));
    }

    private Quality quality(
            double share,
            long live,
            boolean closed,
            Collection<? extends Life> sensors,
            List<Span> judged,
            @Nullable Reason clocks) {
        return new Quality(share, live > 0, closed, share < Quality.VALID ? silences(sensors, judged) : null, clocks);
    }

    private static @Nullable Reason clocks(Collection<? extends Life> sensors, int from, int to) {
        List<Reason> wrong = new ArrayList<>();
        for (Life sensor : sensors) {
            if (sensor.datedByArrival(from, to)) {
                wrong.add(new CountedByArrival(sensor.sensor().value()));
            }
        }
        return Reason.join(wrong);
    }

    private static long seconds(List<Span> spans) {
        return spans.stream().mapToLong(Span::seconds).sum();
    }

    private @Nullable Reason silences(Collection<? extends Life> sensors, List<Span> judged) {
        List<Reason> silences = new ArrayList<>();
        for (Life sensor : sensors) {
            List<Span> gaps = gaps(sensor, judged);
            for (Span gap : gaps.subList(0, Math.min(GAPS_NAMED, gaps.size()))) {
                silences.add(new Silent(sensor.sensor().value(), moment(gap.from()), moment(gap.to())));
            }
            if (gaps.size() > GAPS_NAMED) {
                silences.add(new SilentAgain(sensor.sensor().value(), gaps.size() - GAPS_NAMED));
            }
        }
        return Reason.join(silences);
    }

    private static List<Span> gaps(Life sensor, List<Span> judged) {
        List<Span> gaps = new ArrayList<>();
        for (Span span : judged) {
            int[] reached = {span.from()};
            sensor.walk(span.from(), span.to(), (from, to) -> {
                if (from > reached[0]) {
                    gaps.add(new Span(reached[0], from));
                }
                reached[0] = to;
            });
            if (reached[0] < span.to()) {
                gaps.add(new Span(reached[0], span.to()));
            }
        }
        return gaps;
    }

    private OffsetDateTime moment(int second) {
        return calendar.moment(day.instant(second));
    }
}
