// long because: it holds one day of radio devices and everything that is told from them
package dev.footfall.metrics.calibration;

import dev.footfall.measurement.Basis;
import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.measurement.State;
import dev.footfall.metrics.calibration.CalibrationDay.Pair;
import dev.footfall.metrics.calibration.Errors.Band;
import dev.footfall.metrics.coverage.Coverage;
import dev.footfall.metrics.coverage.Liveness;
import dev.footfall.metrics.coverage.Quality;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.Dirty;
import dev.footfall.metrics.row.Figure;
import dev.footfall.metrics.row.RowSpan;
import dev.footfall.metrics.row.Rows;
import dev.footfall.metrics.visitors.HeardDevices;
import dev.footfall.metrics.visitors.VisitorRows;
import dev.footfall.observation.Fact;
import dev.footfall.observation.Identity;
import dev.footfall.observation.SensorId;
import dev.footfall.reason.RadioReason;
import dev.footfall.reason.Reason;
import dev.footfall.time.Grain;
import dev.footfall.time.StoreCalendar;
import dev.footfall.time.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One day of radio devices, and what they say about the people present. */
public final class WifiPeople {
    private static final int BIN = Features.BIN;
    private static final int QUARTER_BINS = DaySeconds.QUARTER / BIN;

    /** A published quarter is looked at again when the next two begin: only then are the visits around it over. */
    private static final int LOOK_BACK = 2 * DaySeconds.QUARTER;

    /** What is as loud as this is taken to be near by, dBm. */
    private static final int NEAR_BY = Features.GATES[1];

    /** Of a signal without strength it is only known that it was heard. */
    private static final int FAINT = Features.GATES[0];

    private final DaySeconds day;
    private final Dirty dirty;
    private final Coverage coverage;
    private final StoreCalendar calendar;
    private final Supplier<Calibration> learned;
    private final int dayBins;
    private final Features features;
    private final VisitorRows visitors;
    private final HeardDevices heard;
    private final Map<Liveness, int[]> framesOf = new TreeMap<>(Liveness.BY_SENSOR);
    private final Set<Liveness> sensors = framesOf.keySet();
    private int newestQuarter = -1;

    /**
     * Begins a day.
     *
     * @param insideFromDbm from which strength on a device is inside
     * @param learned what earlier days teach; asked anew for every row
     */
    public WifiPeople(
            DaySeconds day,
            Dirty dirty,
            Coverage coverage,
            StoreCalendar calendar,
            int insideFromDbm,
            Supplier<Calibration> learned) {
        this.day = day;
        this.dirty = dirty;
        this.coverage = coverage;
        this.calendar = calendar;
        this.learned = learned;
        this.dayBins = (day.end() + BIN - 1) / BIN;
        this.features = new Features(dayBins);
        this.visitors = new VisitorRows(dayBins, BIN, insideFromDbm);
        this.heard = new HeardDevices(closed(), features, visitors.tally());
    }

    /** A device heard at the day's millisecond. */
    public void add(Liveness sensor, long millis, Fact.Sighting sighting) {
        int[] own = framesOf.computeIfAbsent(sensor, ignored -> new int[dayBins]);
        int second = day.secondOf(millis);
        int bin = second / BIN;
        int rssi = sighting.rssi() == Fact.Sighting.NO_RSSI ? FAINT : sighting.rssi();
        features.frame(bin, rssi);
        own[bin] += rssi >= NEAR_BY ? 1 : 0;
        if (sighting.device() instanceof Identity.Pseudonym device) {
            heard.add(device.hash(), device.randomised(), bin, rssi);
        }
        lookBack(second);
    }

    private void lookBack(int second) {
        int quarter = second / DaySeconds.QUARTER;
        if (quarter > newestQuarter) {
            newestQuarter = quarter;
            dirty.again(Math.max(day.first(), second - LOOK_BACK), second);
        }
    }

    /**
     * Adds the rows of a window, if any radio device was heard that day.
     *
     * @param known the second up to which the day is told
     * @param knowsVisitors true if nothing tells better who was here before
     */
    public void addTo(Rows rows, int known, boolean knowsVisitors) {
        if (sensors.isEmpty()) {
            return;
        }
        RowSpan span = rows.span();
        Quality quality = coverage.any(sensors, span.from(), span.to());
        rows.add(Metric.WIFI_PEOPLE, Scope.STORE, people(span, known, quality), Basis.WIFI);
        if (knowsVisitors) {
            visitors.addTo(rows, quality);
        }
        if (span.grain() != Grain.QUARTER) {
            int hour = hour(span.from());
            Figure ratio = learned.get()
                    .ratio()
                    .figure(
                            span.grain() == Grain.HOUR ? h -> h == hour : h -> true,
                            quality.completeness(),
                            new RadioReason.WifiRarelyKnown(PeoplePer.FEWEST_DAYS));
            rows.add(Metric.WIFI_RATIO, Scope.STORE, ratio, Basis.FUSED);
        }
    }

    private Figure people(RowSpan span, int known, Quality quality) {
        Calibration calibration = learned.get();
        if (calibration.missing() != null) {
            Reason why = Reason.join(quality.silence(), calibration.missing());
            State state = quality.closed() ? State.CLOSED : State.INVALID;
            return new Figure(null, null, null, quality.completeness(), state, why);
        }
        Estimate estimate = new Estimate(calibration, live(known));
        for (int bin = span.from() / BIN; bin * BIN < span.to(); bin++) {
            estimate.add(bin);
        }
        estimate.endQuarter();
        Reason note = new RadioReason.ByWifi(calibration.days());
        return new Rows.Evidence(quality, false, true, Reason.join(note, leftOut()), Basis.WIFI)
                .figure(estimate.value(), estimate.low(), estimate.high());
    }

    private @Nullable Reason leftOut() {
        int fixed = heard.ofTheHouse();
        Reason house = fixed == 0 ? null : new RadioReason.DevicesStay(fixed);
        Reason many = heard.isOverflowing() ? new RadioReason.TooManyDevices(HeardDevices.MOST) : null;
        return Reason.join(house, many);
    }

    /** The mean over the bins of a window, with the mean of its quarters' intervals. */
    private final class Estimate {
        private final Calibration calibration;
        private final boolean[] live;
        private int bins;
        private double sum;
        private double lowSum;
        private double highSum;
        private int quarterBins;
        private double quarterSum;

        Estimate(Calibration calibration, boolean[] live) {
            this.calibration = calibration;
            this.live = live;
        }

        void add(int bin) {
            if (bin % QUARTER_BINS == 0) {
                endQuarter();
            }
            if (live[bin]) {
                quarterSum += calibration.people(features.smoothed(bin, live));
                quarterBins++;
            }
        }

        void endQuarter() {
            if (quarterBins > 0) {
                Band band = calibration.around(quarterSum / quarterBins);
                bins += quarterBins;
                sum += quarterSum;
                lowSum += quarterBins * band.low();
                highSum += quarterBins * band.high();
            }
            quarterBins = 0;
            quarterSum = 0;
        }

        @Nullable
        Double value() {
            return bins == 0 ? null : Double.valueOf(sum / bins);
        }

        @Nullable
        Double low() {
            return bins == 0 ? null : Double.valueOf(lowSum / bins);
        }

        @Nullable
        Double high() {
            return bins == 0 ? null : Double.valueOf(highSum / bins);
        }
    }

    /** Identifiable visitors first seen during the seconds [from, to). */
    public Figure firstSeen(int from, int to) {
        Quality quality = sensors.isEmpty()
                ? Quality.none(false, new RadioReason.NoFirstVisits())
                : coverage.any(sensors, from, to);
        return visitors.firstSeen(from, to, quality);
    }

    /** Frames near by that each sensor that was ever heard that day heard in a window; a silent one heard 0. */
    public Map<SensorId, Long> framesNearBy(Window window) {
        int from = day.border(window.start()) / BIN;
        int to = (day.border(window.end()) + BIN - 1) / BIN;
        Map<SensorId, Long> counts = new LinkedHashMap<>();
        framesOf.forEach((sensor, bins) -> counts.put(
                sensor.sensor(), Arrays.stream(bins, from, to).asLongStream().sum()));
        return counts;
    }

    private boolean[] closed() {
        boolean[] closed = new boolean[dayBins];
        for (int bin = 0; bin < closed.length; bin++) {
            closed[bin] = coverage.open().within(bin * BIN, (bin + 1) * BIN).isEmpty();
        }
        return closed;
    }

    /** Bins that are over, throughout which a sensor listened. */
    private boolean[] live(int known) {
        int[] seconds = new int[dayBins];
        for (Liveness sensor : sensors) {
            int[] own = new int[dayBins];
            sensor.walk(day.first(), Math.min(known, day.end()), (from, to) -> spread(from, to, own));
            Arrays.setAll(seconds, bin -> Math.max(seconds[bin], own[bin]));
        }
        boolean[] live = new boolean[dayBins];
        for (int bin = 0; bin < live.length; bin++) {
            live[bin] = seconds[bin] >= BIN || heardAtEdge(seconds, bin, known);
        }
        return live;
    }

    /** The bin in which listening began or ended counts if something was heard in it. */
    private boolean heardAtEdge(int[] seconds, int bin, int known) {
        return seconds[bin] > 0 && (bin + 1) * BIN <= known && features.frames(bin) > 0;
    }

    private static void spread(int from, int to, int[] seconds) {
        for (int bin = from / BIN; bin * BIN < to; bin++) {
            seconds[bin] += Math.min(to, (bin + 1) * BIN) - Math.max(from, bin * BIN);
        }
    }

    /** Whether any radio device was heard that day. */
    public boolean heard() {
        return !sensors.isEmpty();
    }

    /**
     * What this day teaches.
     *
     * @param people mean number present per bin, NaN where it is not known
     */
    public CalibrationDay teach(double[] people) {
        List<Pair> pairs = new ArrayList<>();
        if (!sensors.isEmpty()) {
            boolean[] live = live(day.end());
            for (int bin = 0; bin < live.length; bin++) {
                if (live[bin] && !Double.isNaN(people[bin])) {
                    float[] seen = floats(features.smoothed(bin, live));
                    float devices = (float) features.devices(bin);
                    pairs.add(new Pair(bin, hour(bin * BIN), (float) people[bin], devices, seen));
                }
            }
        }
        return new CalibrationDay(day.day().date(), pairs);
    }

    private int hour(int second) {
        return calendar.clock(day.instant(second)).getHour();
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
