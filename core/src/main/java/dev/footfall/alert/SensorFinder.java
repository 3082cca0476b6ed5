package dev.footfall.alert;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.DayFold;
import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig;
import dev.footfall.store.StoreConfig.Sensor;
import dev.footfall.time.Grain;
import dev.footfall.time.StoreCalendar;
import dev.footfall.time.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sensors that should not be believed, or are not heard: silent, with a clock that cannot be right, with counts that cannot be
 * people, with a beam that is dead. Looked at as each quarter is published. One exception lasts until it is mended; what comes
 * back within a day of having been mended is the same one again.
 */
final class SensorFinder implements Finder {
    private static final Duration SAME_AGAIN = Duration.ofHours(24);

    private final StoreCalendar calendar;
    private final List<Sensor> sensors;
    private final Map<SensorId, Watched> watched = new HashMap<>();
    private Instant looked = Instant.MIN;

    /** The last exception of each trouble of one sensor. */
    private static final class Watched {
        final SensorTroubles troubles;
        final Map<SensorTrouble, Alert> last = new EnumMap<>(SensorTrouble.class);

        Watched(SensorTroubles troubles) {
            this.troubles = troubles;
        }
    }

    SensorFinder(StoreConfig config) {
        this.calendar = config.calendar();
        this.sensors = config.sensors();
        for (Sensor sensor : sensors) {
            watched.put(sensor.id(), new Watched(new SensorTroubles(sensor, calendar)));
        }
    }

    @Override
    public List<Alert> look(DayFold day, List<Measurement> published, boolean dayClosed, Instant now) {
        Instant end = lastQuarter(published);
        if (!end.isAfter(looked)) {
            return List.of();
        }
        looked = end;
        Instant at = now.isBefore(end) ? now : end;
        Window open = calendar.openSpans(day.day()).stream()
                .filter(span -> span.contains(at.minusMillis(1)))
                .findFirst()
                .orElse(null);
        List<Alert> found = new ArrayList<>();
        for (Sensor sensor : sensors) {
            Watched one = watched.get(sensor.id());
            if (one != null) {
                Map<SensorTrouble, SensorTroubles.Told> told = one.troubles.at(day, at, open);
                for (SensorTrouble trouble : SensorTrouble.values()) {
                    settle(sensor.id(), one, trouble, told.get(trouble), at, found);
                }
            }
        }
        return found;
    }

    private static Instant lastQuarter(List<Measurement> published) {
        Instant last = Instant.MIN;
        for (Measurement row : published) {
            if (row.grain() == Grain.QUARTER
                    && row.revision() == 0
                    && row.window().end().isAfter(last)) {
                last = row.window().end();
            }
        }
        return last;
    }

    /** What was said first stays: it names when it began. */
    private static void settle(
            SensorId sensor,
            Watched one,
            SensorTrouble trouble,
            SensorTroubles.@Nullable Told told,
            Instant at,
            List<Alert> found) {
        Alert before = one.last.get(trouble);
        if (told == null) {
            return;
        }
        if (told.mended()) {
            if (before != null && before.open()) {
                put(one, trouble, before.closed(), found);
            }
            return;
        }
        Alert same = before != null
                        && (before.open() || at.isBefore(before.window().end().plus(SAME_AGAIN)))
                ? before
                : null;
        Alert alert = new Alert(
                trouble.metric(),
                new Scope.Sensor(sensor.value()),
                new Window(same == null ? told.since() : same.window().start(), at),
                null,
                null,
                null,
                Alert.Kind.DATA_QUALITY,
                same == null ? at : same.raisedAt(),
                same == null ? told.because() : same.why(),
                true);
        put(one, trouble, alert, found);
    }

    private static void put(Watched one, SensorTrouble trouble, Alert alert, List<Alert> found) {
        one.last.put(trouble, alert);
        found.add(alert);
    }

    @Override
    public void recall(Measurement row) {
        watched.values().forEach(one -> one.troubles.restarted());
    }

    @Override
    public void resume(Alert open) {
        if (open.kind() == Alert.Kind.DATA_QUALITY && open.scope() instanceof Scope.Sensor at) {
            Watched one = watched.get(new SensorId(at.id()));
            for (SensorTrouble trouble : SensorTrouble.values()) {
                if (one != null && trouble.metric() == open.metric()) {
                    one.last.put(trouble, open);
                }
            }
        }
    }
}
