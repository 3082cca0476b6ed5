package dev.footfall.gateway.cli.bench.truth;

import java.util.List;

/**
 * The score of the Numenta Anomaly Benchmark, standard profile, without its scaling to 100: of all rows after probation, the
 * first alert in a window counts the more the earlier it is, at most 1; a window without one costs 1; an alert outside costs
 * up to 0.11, less shortly after a window.
 *
 * @param score sum over windows and false alerts
 * @param hit windows with an alert
 * @param falseAlerts alerts outside of windows
 */
record NabScore(double score, int hit, int falseAlerts) {
    private static final double PROBATION_SHARE = 0.15;
    private static final int LONGEST_PROBATION = 750;
    private static final double FALSE_ALERT = 0.11;
    private static final double STEEPNESS = 5;
    private static final double FAR = 3;

    /** A labelled window: its first and last row. */
    record Window(int left, int right) {
        int width() {
            return right - left + 1;
        }

        boolean contains(int row) {
            return left <= row && row <= right;
        }
    }

    /** @param alerts rows at which an alert was raised, ascending; @param rows how many there are */
    static NabScore of(List<Integer> alerts, List<Window> windows, int rows) {
        int probation = probation(rows);
        List<Integer> judged = alerts.stream().filter(row -> row >= probation).toList();
        double score = 0;
        int hit = 0;
        for (Window window : windows) {
            int first = judged.stream()
                    .filter(window::contains)
                    .mapToInt(Integer::intValue)
                    .min()
                    .orElse(-1);
            if (first < 0) {
                score--;
            } else {
                hit++;
                double y = -(window.right() - first + 1) / (double) window.width();
                score += sigmoid(y) / sigmoid(-1);
            }
        }
        int falseAlerts = 0;
        for (int row : judged) {
            if (windows.stream().noneMatch(window -> window.contains(row))) {
                falseAlerts++;
                score += FALSE_ALERT * afterWindow(row, windows);
            }
        }
        return new NabScore(score, hit, falseAlerts);
    }

    static int probation(int rows) {
        return (int) Math.min(PROBATION_SHARE * rows, LONGEST_PROBATION);
    }

    private static double afterWindow(int row, List<Window> windows) {
        Window before = null;
        for (Window window : windows) {
            if (window.right() < row) {
                before = window;
            }
        }
        if (before == null) {
            return -1;
        }
        double y = (row - before.right()) / (double) (before.width() - 1);
        return y > FAR ? -1 : sigmoid(y);
    }

    private static double sigmoid(double y) {
        return 2 / (1 + Math.exp(STEEPNESS * y)) - 1;
    }
}
