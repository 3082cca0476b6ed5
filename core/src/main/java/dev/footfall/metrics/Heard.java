package dev.footfall.metrics;

/** Messages of one sensor on one day, and how many of them could not be believed their own time. */
final class Heard {
    private long messages;
    private long dated;

    void message(boolean clockTrusted) {
        messages++;
        if (!clockTrusted) {
            dated++;
        }
    }

    long messages() {
        return messages;
    }

    long dated() {
        return dated;
    }
}
