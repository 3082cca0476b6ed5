package dev.footfall.simulator.truth;

import dev.footfall.measurement.Metric;
import dev.footfall.measurement.Scope;
import dev.footfall.time.BusinessDay;
import dev.footfall.time.Grain;
import dev.footfall.time.StoreCalendar;
import dev.footfall.time.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A quantity by quarter, hour and business day. */
final class Series {
    private final List<Bins> grains = new ArrayList<>();

    Series(StoreCalendar calendar, BusinessDay day) {
        for (Grain grain : Grain.values()) {
            grains.add(new Bins(grain, calendar.windows(day, grain)));
        }
    }

    private static final class Bins {
        private final Grain grain;
        private final List<Window> windows;
        private final long[] starts;
        private final double[] values;

        Bins(Grain grain, List<Window> windows) {
            this.grain = grain;
            this.windows = windows;
            this.starts = windows.stream()
                    .mapToLong(window -> window.start().toEpochMilli())
                    .toArray();
            this.values = new double[starts.length];
        }

        /** The window that contains the moment; moments beyond the day's ends fall into its first or last window. */
        int index(long millis) {
            int found = Arrays.binarySearch(starts, millis);
            return Math.max(0, found >= 0 ? found : -found - 2);
        }

        long end(int index) {
            return index + 1 < starts.length ? starts[index + 1] : Long.MAX_VALUE;
        }
    }

    /** Adds to the windows that contain the moment. */
    void add(long millis, double value) {
        for (Bins bins : grains) {
            bins.values[bins.index(millis)] += value;
        }
    }

    /** Adds {@code level} × seconds to every window that the span touches. */
    void integrate(long start, long end, double level) {
        for (Bins bins : grains) {
            long at = start;
            while (at < end) {
                int index = bins.index(at);
                long until = Math.min(end, bins.end(index));
                bins.values[index] += level * (until - at) / 1000.0;
                at = until;
            }
        }
    }

    /** Raises every window that the span touches to at least {@code level}. */
    void raise(long start, long end, double level) {
        for (Bins bins : grains) {
            int last = bins.index(Math.max(start, end - 1));
            for (int index = bins.index(start); index <= last; index++) {
                bins.values[index] = Math.max(bins.values[index], level);
            }
        }
    }

    /** This series as rows, each value divided by the length of its window in seconds. */
    void meanRows(Metric metric, Scope scope, List<TruthRow> rows) {
        grains.forEach(bins -> {
            for (int i = 0; i < bins.values.length; i++) {
                Window window = bins.windows.get(i);
                double seconds = window.length().toMillis() / 1000.0;
                rows.add(new TruthRow(metric, scope, bins.grain, window, bins.values[i] / seconds));
            }
        });
    }

    void rows(Metric metric, Scope scope, List<TruthRow> rows) {
        grains.forEach(bins -> {
            for (int i = 0; i < bins.values.length; i++) {
                rows.add(new TruthRow(metric, scope, bins.grain, bins.windows.get(i), bins.values[i]));
            }
        });
    }

    /** As {@link #rows}, without windows in which there was nothing. */
    void rowsAboveZero(Metric metric, Scope scope, List<TruthRow> rows) {
        grains.forEach(bins -> {
            for (int i = 0; i < bins.values.length; i++) {
                if (bins.values[i] > 0) {
                    rows.add(new TruthRow(metric, scope, bins.grain, bins.windows.get(i), bins.values[i]));
                }
            }
        });
    }

    /** This series divided by another over the same day, where that is not 0. */
    void ratioRows(Series under, Metric metric, Scope scope, List<TruthRow> rows) {
        for (int grain = 0; grain < grains.size(); grain++) {
            Bins bins = grains.get(grain);
            for (int i = 0; i < bins.values.length; i++) {
                double divisor = under.grains.get(grain).values[i];
                if (divisor != 0) {
                    rows.add(new TruthRow(metric, scope, bins.grain, bins.windows.get(i), bins.values[i] / divisor));
                }
            }
        }
    }

    /** Adds a share of another series over the same day. */
    Series plus(Series other, double share) {
        for (int grain = 0; grain < grains.size(); grain++) {
            double[] values = grains.get(grain).values;
            double[] more = other.grains.get(grain).values;
            for (int i = 0; i < values.length; i++) {
                values[i] += share * more[i];
            }
        }
        return this;
    }
}
