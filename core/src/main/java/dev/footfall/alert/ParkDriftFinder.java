package dev.footfall.alert;

import dev.footfall.measurement.Measurement;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.metrics.DayFold;
import dev.footfall.metrics.parking.ParkDay;
import dev.footfall.metrics.parking.ParkDay.Lane;
import dev.footfall.metrics.parking.ParkPast;
import dev.footfall.reason.Reason;
import dev.footfall.time.StoreCalendar;
import dev.footfall.time.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Car parks whose gates let in other numbers than they let out: one exception per car park and closed day, which names the
 * lane. Where vehicles may stay overnight and nothing tells how many, only a drift that goes on for days is one.
 */
final class ParkDriftFinder implements Finder {
    private static final int DAYS_KEPT = 56;
    private final ParkPast past;
    private final Map<String, TreeMap<LocalDate, List<Lane>>> lanes = new HashMap<>();
    private final Map<String, Alert> running = new HashMap<>();

    ParkDriftFinder(StoreCalendar calendar) {
        this.past = new ParkPast(calendar);
    }

    @Override
    public List<Alert> look(DayFold day, List<Measurement> published, boolean dayClosed, Instant now) {
        published.forEach(past::learn);
        List<Alert> found = new ArrayList<>();
        if (dayClosed && !published.isEmpty()) {
            for (ParkDay park : day.carParks()) {
                judge(park, day, found);
            }
        }
        return found;
    }

    private void judge(ParkDay park, DayFold day, List<Alert> found) {
        LocalDate date = day.day().date();
        Window window = day.day().window();
        Alert before = running.get(park.carPark());
        if (before != null && before.window().start().isBefore(window.start())) {
            found.add(before.closed());
            running.remove(park.carPark());
        }
        TreeMap<LocalDate, List<Lane>> days = lanes.computeIfAbsent(park.carPark(), ignored -> new TreeMap<>());
        if (park.completeness() >= DriftDiagnosis.COMPLETE && drifts(park, date)) {
            List<List<Lane>> earlier = List.copyOf(days.headMap(date, false).values());
            Alert alert = alert(park, window, new LaneDiagnosis(park, earlier).why());
            running.put(park.carPark(), alert);
            found.add(alert);
        } else {
            days.put(date, park.lanes()); // days without a fault show what is usual
            days.headMap(days.lastKey().minusDays(DAYS_KEPT)).clear();
        }
    }

    private boolean drifts(ParkDay park, LocalDate date) {
        boolean beyond =
                Math.abs(park.rate()) > Imbalance.LIMIT && Math.abs(park.surplus()) > Imbalance.noise(park.crossings());
        return beyond
                && (park.anchored()
                        || past.before(park.carPark(), date.plusDays(1)).drifts());
    }

    private static Alert alert(ParkDay park, Window window, Reason why) {
        return new Alert(
                Metric.DRIFT_RATE,
                new Scope.CarPark(park.carPark()),
                window,
                park.rate(),
                -Imbalance.LIMIT,
                Imbalance.LIMIT,
                Alert.Kind.DATA_QUALITY,
                window.end(),
                why,
                true);
    }

    /** The days' sums are all that it remembers. */
    @Override
    public void recall(Measurement row) {
        past.learn(row);
    }

    @Override
    public void resume(Alert open) {
        if (open.metric() == Metric.DRIFT_RATE && open.scope() instanceof Scope.CarPark park) {
            running.put(park.id(), open);
        }
    }
}
