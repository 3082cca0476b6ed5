package dev.footfall.metrics.parking;

import dev.footfall.metrics.counting.Factors;
import dev.footfall.metrics.grid.DaySeconds;
import dev.footfall.metrics.grid.FlowGrid;
import dev.footfall.metrics.grid.LevelStream;

/**
 * The vehicles present, second by second, as gates and absolute counts tell them: a count sets the level, and what passes
 * the gates, corrected by factors, moves it.
 *
 * @param opening vehicles at the day's beginning; NaN if nothing tells
 * @param factors what passages are multiplied by
 */
record GateLevel(DaySeconds day, FlowGrid gates, LevelStream counts, double opening, Factors factors) {

    /** Fills in the level at every second of a quarter, NaN where nothing tells it, and half the width of its interval. */
    void fill(int quarter, double[] present, double[] halfWidth) {
        int start = quarter * DaySeconds.QUARTER;
        int reading = counts.lastBefore(1000L * start);
        boolean today = reading >= 0 && counts.millis(reading) >= day.first() * 1000L;
        int since = today ? day.secondOf(counts.millis(reading)) + 1 : day.first();
        double base = reading >= 0 ? counts.level(reading) : opening;
        long ins = gates.in(since, Math.max(since, start));
        long outs = gates.out(since, Math.max(since, start));
        int[] in = new int[DaySeconds.QUARTER];
        int[] out = new int[DaySeconds.QUARTER];
        gates.addQuarter(quarter, 1, in, out);
        for (int i = 0; i < present.length; i++) {
            ins += in[i];
            outs += out[i];
            while (reading + 1 < counts.size() && counts.millis(reading + 1) < 1000L * (start + i + 1)) {
                reading++;
                base = counts.level(reading);
                ins = 0;
                outs = 0;
            }
            present[i] = Double.isNaN(base) ? base : Math.max(0, base + factors.in() * ins - factors.out() * outs);
            halfWidth[i] = factors.halfWidth(ins + outs);
        }
    }
}
