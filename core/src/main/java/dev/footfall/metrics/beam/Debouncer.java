package dev.footfall.metrics.beam;

import java.util.function.Consumer;

/**
 * Turns one line's edges into blocks. A level is believed once it has held for the debounce time; the change is then dated
 * from the first edge away from the old level, so that bounce does not shift it.
 */
final class Debouncer {
    private static final long NONE = Long.MIN_VALUE;

    private final long debounce;
    private final Consumer<Block> finished;
    private boolean broken;
    private boolean whole = true;
    private long brokenSince = NONE;
    private boolean level;
    private long levelSince = NONE;
    private long firstDeviation = NONE;

    Debouncer(long debounce, Consumer<Block> finished) {
        this.debounce = debounce;
        this.finished = finished;
    }

    /** The line's level from this moment on; false if it had that level already, so that an edge between was missed. */
    boolean edge(boolean nowBroken, long at) {
        advance(at);
        if (nowBroken == level) {
            return false;
        }
        level = nowBroken;
        levelSince = at;
        if (level != broken && firstDeviation == NONE) {
            firstDeviation = at;
        }
        if (debounce == 0) {
            advance(at);
        }
        return true;
    }

    /** The level that was found, not seen to change. */
    void found(boolean nowBroken, long at) {
        advance(at);
        if (nowBroken == level) {
            return;
        }
        level = nowBroken;
        broken = nowBroken;
        levelSince = at;
        firstDeviation = NONE;
        brokenSince = at;
        whole = false;
    }

    /** Begins anew at another time, with the level as it is. */
    void restart(boolean nowBroken, long at) {
        level = nowBroken;
        broken = nowBroken;
        levelSince = at;
        brokenSince = at;
        firstDeviation = NONE;
        whole = false;
    }

    /** Believes what has held for long enough by this moment. */
    void advance(long at) {
        if (levelSince != NONE && at - levelSince >= debounce) {
            settle();
        }
    }

    /** Believes the level as it is. */
    void settle() {
        if (level != broken) {
            change();
        }
        firstDeviation = NONE;
    }

    private void change() {
        long since = firstDeviation == NONE ? levelSince : firstDeviation;
        broken = level;
        if (broken) {
            brokenSince = since;
            whole = true;
        } else {
            finished.accept(new Block(brokenSince, Math.max(since, brokenSince + 1), whole));
        }
    }

    boolean broken() {
        return broken;
    }

    /** The line's last level, whether believed or not. */
    boolean level() {
        return level;
    }

    long brokenSince() {
        return brokenSince;
    }

    /** Neither broken nor about to be. */
    boolean quiet() {
        return !broken && !level;
    }
}
