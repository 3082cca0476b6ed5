package dev.footfall.metrics.counting;

import dev.footfall.reason.CountReason.CounterFell;
import dev.footfall.reason.CountReason.TooManyAtOnce;
import dev.footfall.reason.Reason;

/** What two neighbouring readings of a cumulative counter mean. */
sealed interface CounterStep {

    /** People counted between the readings. */
    record Counted(int in, int out) implements CounterStep {}

    /** The step cannot be people; the later reading is the new base. */
    record Implausible(Reason why) implements CounterStep {}

    /** Below this share of the old value, an unexplained drop is a restart. */
    double RESTART_SHARE = 0.05;

    /**
     * Judges the step from one reading to the next.
     *
     * @param maxPerSecond people per second that can pass the door at all
     */
    static CounterStep between(CounterReading before, CounterReading now, double maxPerSecond) {
        boolean dropped = now.in() < before.in() || now.out() < before.out();
        boolean restarted = dropped && (bootChanged(before, now) || uptimeDropped(before, now));
        long in = restarted ? now.in() : difference(before.in(), now.in(), before, now);
        long out = restarted ? now.out() : difference(before.out(), now.out(), before, now);
        if (in < 0 || out < 0) {
            return new Implausible(new CounterFell(before.in() + "/" + before.out(), now.in() + "/" + now.out()));
        }
        double seconds = Math.max(1, (now.at() - before.at()) / 1000.0);
        if (in + out > Math.min(maxPerSecond * seconds, Integer.MAX_VALUE / 2.0)) {
            return new Implausible(new TooManyAtOnce(in + out, seconds, maxPerSecond));
        }
        return new Counted((int) in, (int) out);
    }

    private static boolean bootChanged(CounterReading before, CounterReading now) {
        return before.boot() != null && now.boot() != null && !before.boot().equals(now.boot());
    }

    private static boolean uptimeDropped(CounterReading before, CounterReading now) {
        return before.uptime() >= 0 && now.uptime() >= 0 && now.uptime() < before.uptime();
    }

    /** The register's difference, or −1 if nothing explains it. */
    private static long difference(long old, long value, CounterReading before, CounterReading now) {
        if (value >= old) {
            return value - old;
        }
        long width = Math.max(before.width(), now.width());
        if (width > 0) {
            return value - old + width;
        }
        boolean sameRun = before.boot() != null && now.boot() != null;
        return !sameRun && value < old * RESTART_SHARE ? value : -1;
    }
}
