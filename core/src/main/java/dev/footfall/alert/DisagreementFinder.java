package dev.footfall.alert;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.metrics.DayFold;
import dev.footfall.metrics.counting.SensorShare;
import dev.footfall.metrics.fusion.RatioWatch;
import dev.footfall.metrics.fusion.RatioWatch.Disagreement;
import dev.footfall.observation.SensorId;
import dev.footfall.reason.Reason;
import dev.footfall.reason.TroubleReason.CountedLess;
import dev.footfall.reason.TroubleReason.HeardLess;
import dev.footfall.store.StoreConfig;
import dev.footfall.time.Grain;
import dev.footfall.time.StoreCalendar;
import dev.footfall.time.Window;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sensor that tells much less than the others lead to expect: a sensor at fault, not a quiet day. WiFi sensors are compared with
 * the people at the doors, sensors of one entrance with each other.
 */
final class DisagreementFinder implements Finder {
    private static final double PERCENT = 100;

    private final StoreCalendar calendar;
    private final Map<Pair, RatioWatch> watches = new HashMap<>();
    private final Map<Pair, Alert> running = new HashMap<>();

    /** A sensor and what it is compared by. */
    private record Pair(SensorId sensor, Metric metric) {}

    DisagreementFinder(StoreConfig config) {
        this.calendar = config.calendar();
    }

    @Override
    public List<Alert> look(DayFold day, List<Measurement> published, boolean dayClosed, Instant now) {
        List<Alert> found = new ArrayList<>();
        for (Measurement row : published) {
            if (row.grain() != Grain.QUARTER || row.revision() != 0) {
                continue;
            }
            Double value = row.value();
            if (row.metric() == Metric.OCCUPANCY
                    && row.scope().equals(Scope.STORE)
                    && row.state() == State.VALID
                    && value != null) {
                day.framesNearBy(row.window())
                        .forEach((sensor, frames) ->
                                judge(new Pair(sensor, Metric.WIFI_RATIO), row.window(), value, frames, found));
            } else if (row.metric() == Metric.FOOTFALL && row.scope() instanceof Scope.Entrance entrance) {
                for (SensorShare share : day.shares(entrance.id(), row.window())) {
                    judge(
                            new Pair(share.sensor(), Metric.FOOTFALL),
                            row.window(),
                            share.others(),
                            share.counted(),
                            found);
                }
            }
        }
        return found;
    }

    private void judge(Pair pair, Window quarter, double others, double counted, List<Alert> found) {
        Disagreement off =
                watches.computeIfAbsent(pair, ignored -> new RatioWatch()).see(quarter.start(), others, counted);
        Alert before = running.remove(pair);
        if (before != null && (off == null || !before.window().start().equals(off.since()))) {
            found.add(before.closed());
            before = null;
        }
        if (off != null) {
            Alert alert = alert(pair, quarter, off, before);
            running.put(pair, alert);
            found.add(alert);
        }
    }

    private Alert alert(Pair pair, Window quarter, Disagreement off, @Nullable Alert before) {
        return new Alert(
                pair.metric,
                new Scope.Sensor(pair.sensor.value()),
                new Window(off.since(), quarter.end()),
                pair.metric == Metric.WIFI_RATIO ? off.share() : off.counted(),
                null,
                null,
                Alert.Kind.DATA_QUALITY,
                before == null ? quarter.end() : before.raisedAt(),
                toldLess(pair, off),
                true);
    }

    private Reason toldLess(Pair pair, Disagreement off) {
        String sensor = pair.sensor.value();
        OffsetDateTime since = calendar.moment(off.since());
        return pair.metric == Metric.WIFI_RATIO
                ? new HeardLess(sensor, PERCENT * off.share(), since)
                : new CountedLess(sensor, PERCENT * off.share(), since);
    }
}
