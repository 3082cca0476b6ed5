package dev.footfall.metrics.radio;

/** One device in reach, from its first burst to its last so far; times in milliseconds of the day. */
final class Visit {
    final int device;
    final int first;
    int lastBurst;
    int lastFrame;
    int strongest;

    Visit(int device, int millis, int strength) {
        this.device = device;
        this.first = millis;
        this.lastBurst = millis;
        this.lastFrame = millis;
        this.strongest = strength;
    }

    double spanSeconds() {
        return (lastBurst - first) / 1000.0;
    }
}
