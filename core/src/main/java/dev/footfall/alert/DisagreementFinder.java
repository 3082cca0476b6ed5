package dev.footfall.alert;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.metrics.DayFold;
import dev.footfall.metrics.fusion.RatioWatch;
import dev.footfall.metrics.fusion.RatioWatch.Disagreement;
import dev.footfall.observation.SensorId;
import dev.footfall.store.StoreConfig;
import dev.footfall.time.Grain;
import dev.footfall.time.StoreCalendar;
import dev.footfall.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A WiFi sensor that hears much less than the people at the doors lead to expect: a sensor at fault, not a quiet day. */
final class DisagreementFinder implements Finder {
    private final StoreCalendar calendar;
    private final Map<SensorId, RatioWatch> watches = new HashMap<>();
    private final Map<SensorId, Alert> running = new HashMap<>();

    DisagreementFinder(StoreConfig config) {
        this.calendar = config.calendar();
    }

    @Override
    public List<Alert> look(DayFold day, List<Measurement> published, boolean dayClosed, Instant now) {
        List<Alert> found = new ArrayList<>();
        for (Measurement row : published) {
            Double people = row.value();
            if (isDoors(row) && people != null) {
                day.framesNearBy(row.window())
                        .forEach((sensor, frames) -> judge(sensor, row.window(), people, frames, found));
            }
        }
        return found;
    }

    private static boolean isDoors(Measurement row) {
        return row.metric() == Metric.OCCUPANCY
                && row.scope().equals(Scope.STORE)
                && row.grain() == Grain.QUARTER
                && row.state() == State.VALID
                && row.revision() == 0;
    }

    private void judge(SensorId sensor, Window quarter, double people, long frames, List<Alert> found) {
        Disagreement off =
                watches.computeIfAbsent(sensor, ignored -> new RatioWatch()).see(quarter.start(), people, frames);
        Alert before = running.remove(sensor);
        if (before != null && (off == null || !before.window().start().equals(off.since()))) {
            found.add(before.closed());
            before = null;
        }
        if (off != null) {
            Alert alert = alert(sensor, quarter, off, before);
            running.put(sensor, alert);
            found.add(alert);
        }
    }

    private Alert alert(SensorId sensor, Window quarter, Disagreement off, @Nullable Alert before) {
        String reason = String.format(
                Locale.ROOT,
                "%s has heard %.0f %% of what the people at the doors lead to expect since %s, while the doors go on"
                        + " as before: this looks like a fault of %s. See whether it was moved, covered or set otherwise.",
                sensor,
                100 * off.share(),
                calendar.clock(off.since()),
                sensor);
        return new Alert(
                Metric.WIFI_RATIO,
                new Scope.Sensor(sensor.value()),
                new Window(off.since(), quarter.end()),
                off.share(),
                null,
                null,
                Alert.Kind.DATA_QUALITY,
                before == null ? quarter.end() : before.raisedAt(),
                reason,
                true);
    }
}
