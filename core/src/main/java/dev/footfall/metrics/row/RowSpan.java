package dev.footfall.metrics.row;

import dev.footfall.time.Grain;
import dev.footfall.time.Window;

/**
 * The window of a row, in the day's seconds.
 *
 * @param from its first second
 * @param to the second after its last that is over: the window's end, or now
 * @param end the second after its last
 * @param dayClosed true once the business day is over
 */
public record RowSpan(Grain grain, Window window, int from, int to, int end, boolean dayClosed) {
    public int seconds() {
        return to - from;
    }
}
