package dev.footfall.metrics.space;

/**
 * One track and one line. A crossing counts at once, at its own time, and is taken back if the person returns before
 * having been a hysteresis away from the line.
 */
final class LinePassage {
    private final LineTally line;
    private boolean doubtful;
    private boolean forward;
    private boolean byStaff;
    private long micros;

    LinePassage(LineTally line) {
        this.line = line;
    }

    /** @param staff true if a member of staff moves */
    void move(Move move, double hysteresisM, boolean staff) {
        double before = line.side(move.x0(), move.y0());
        double after = line.side(move.x1(), move.y1());
        boolean goesForward = before < 0 && after >= 0;
        boolean goesBackward = before >= 0 && after < 0;
        if (goesForward || goesBackward) {
            double share = before / (before - after);
            change(goesForward, line.spans(move.x(share), move.y(share)), move.at(share), staff);
        }
        if (Math.abs(after) >= hysteresisM) {
            settle(after >= 0);
        }
    }

    private void change(boolean goesForward, boolean through, long at, boolean staff) {
        if (doubtful && forward != goesForward) {
            line.crossed(forward, micros, -1, byStaff);
            doubtful = false;
        } else if (through) {
            line.crossed(goesForward, at, 1, staff);
            byStaff = staff;
            doubtful = true;
            forward = goesForward;
            micros = at;
        }
    }

    /** The person is clearly on one side: what is in doubt is so no longer. */
    private void settle(boolean onForwardSide) {
        if (doubtful && forward != onForwardSide) {
            line.crossed(forward, micros, -1, byStaff);
        }
        doubtful = false;
    }
}
