package dev.footfall.gateway.cli.simulation;

import dev.footfall.time.Window;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** A bar on a terminal; silent when piped. */
final class Progress {
    private static final int WIDTH = 24;
    private static final double NANOS_PER_SECOND = 1e9;

    private final PrintWriter err;
    private final boolean shown;
    private final Instant from;
    private final double seconds;
    private final long began = System.nanoTime();

    /** @param first the first of {@code days} days */
    Progress(PrintWriter err, Window first, int days) {
        this(err, first.start(), first.start().plus(first.length().multipliedBy(days)));
    }

    Progress(PrintWriter err, Instant from, Instant to) {
        this.err = err;
        this.shown = System.console() != null && System.console().isTerminal();
        this.from = from;
        this.seconds = Math.max(1, Duration.between(from, to).toSeconds());
    }

    /** @param at how far the simulated time has come */
    void show(Instant at, long messages) {
        if (!shown) {
            return;
        }
        double share = Math.clamp(Duration.between(from, at).toSeconds() / seconds, 0.001, 1);
        double spent = (System.nanoTime() - began) / NANOS_PER_SECOND;
        int full = (int) Math.round(share * WIDTH);
        err.printf(
                Locale.ROOT,
                "\r[%s%s] %3.0f %%  %,d messages, %,.0f/s, %.0f s left ",
                "#".repeat(full),
                ".".repeat(WIDTH - full),
                100 * share,
                messages,
                messages / spent,
                spent / share - spent);
        err.flush();
    }

    void clear() {
        if (shown) {
            err.print("\r" + " ".repeat(WIDTH + 60) + "\r");
            err.flush();
        }
    }
}
