package dev.footfall.metrics.calibration;

import dev.footfall.metrics.calibration.CalibrationDay.Pair;
import dev.footfall.metrics.calibration.Errors.Band;
import dev.footfall.metrics.calibration.Errors.Quarter;
import dev.footfall.reason.RadioReason;
import dev.footfall.reason.RadioReason.WifiUncalibrated;
import dev.footfall.reason.Reason;
import dev.footfall.reason.Word;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this store's earlier days teach about how many people its WiFi stands for. */
public final class Calibration {
    /** Nothing learned yet. */
    public static final Calibration NONE = new Calibration(List.of());

    /** One day can not tell how far off another is. */
    private static final int FEWEST_DAYS = 2;

    private static final int FEWEST_PAIRS = 24;
    private static final int BINS_PER_QUARTER = 3;

    private final int days;
    private final PeoplePer ratio;
    private final @Nullable Reason missing;
    private final double[] line;
    private final Errors errors;

    private Calibration(List<CalibrationDay> taught) {
        this.days = taught.size();
        this.ratio = new PeoplePer(taught.stream()
                .map(day -> day.pairs().stream()
                        .map(pair -> new PeoplePer.Count(pair.hour(), pair.people(), pair.devices()))
                        .toList())
                .toList());
        List<Moments> each = taught.stream().map(Calibration::moments).toList();
        Moments all = new Moments();
        each.forEach(day -> all.add(day, 1));
        this.missing = missing(days, all);
        this.line = missing == null ? all.regression() : new double[Features.COUNT + 1];
        this.errors = new Errors(missing == null ? leftOut(taught, each, all) : List.of());
    }

    /** Learns from earlier days, whatever their order; days without pairs teach nothing. */
    public static Calibration of(List<CalibrationDay> earlier) {
        return new Calibration(earlier.stream()
                .filter(day -> !day.pairs().isEmpty())
                .sorted(java.util.Comparator.comparing(CalibrationDay::date))
                .toList());
    }

    private static @Nullable Reason missing(int days, Moments all) {
        if (days < FEWEST_DAYS || all.count() < FEWEST_PAIRS) {
            return new WifiUncalibrated(
                    days,
                    Word.days(days),
                    all.count() * Features.BIN / 60,
                    FEWEST_DAYS,
                    FEWEST_PAIRS * Features.BIN / 60);
        }
        return all.variance() > 1e-9 ? null : new RadioReason.PeopleNeverChanged();
    }

    /** Why nothing can be told from WiFi, or null if it can. */
    @Nullable
    Reason missing() {
        return missing;
    }

    /** How many days taught it. */
    int days() {
        return days;
    }

    PeoplePer ratio() {
        return ratio;
    }

    /** People in five minutes with these features. */
    double people(double[] features) {
        return people(line, features);
    }

    /** The 90 % interval around the mean of some five minutes. */
    Band around(double estimate) {
        return errors.around(estimate);
    }

    private static double people(double[] line, double[] features) {
        double sum = line[0];
        for (int i = 0; i < features.length; i++) {
            sum += line[i + 1] * features[i];
        }
        return Math.max(0, sum);
    }

    private static Moments moments(CalibrationDay day) {
        Moments moments = new Moments();
        day.pairs().forEach(moments::add);
        return moments;
    }

    /** Estimates every day from the others. */
    private static List<Quarter> leftOut(List<CalibrationDay> taught, List<Moments> each, Moments all) {
        List<Quarter> quarters = new ArrayList<>();
        for (int day = 0; day < taught.size(); day++) {
            Moments others = new Moments();
            others.add(all, 1);
            others.add(each.get(day), -1);
            addQuarters(day, taught.get(day).pairs(), others.regression(), quarters);
        }
        return quarters;
    }

    private static void addQuarters(int day, List<Pair> pairs, double[] line, List<Quarter> quarters) {
        int count = 0;
        double estimate = 0;
        double people = 0;
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            estimate += people(line, doubles(pair.features()));
            people += pair.people();
            count++;
            boolean last =
                    i + 1 == pairs.size() || pairs.get(i + 1).bin() / BINS_PER_QUARTER != pair.bin() / BINS_PER_QUARTER;
            if (last) {
                quarters.add(new Quarter(day, estimate / count, people / count));
                count = 0;
                estimate = 0;
                people = 0;
            }
        }
    }

    private static double[] doubles(float[] features) {
        double[] doubles = new double[features.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = features[i];
        }
        return doubles;
    }
}
