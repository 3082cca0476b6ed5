package dev.footfall.metrics.expectation;

/**
 * Whether a day goes like a Sunday: public holidays do, and no calendar has to say so. Judged from the hours of that day
 * that are known.
 */
final class DayType {
    private static final double RARE = 0.1;
    private static final double SPREAD = 0.3;
    private static final double LARGEST = 3;
    private static final int FIRST_HOUR = 5;
    private static final int HOURS = 26;
    private static final double NEGLIGIBLE = 0.01;

    private final HourPast past;

    DayType(HourPast past) {
        this.past = past;
    }

    /** The probability that the day of the hour before {@code known} goes like a Sunday. */
    double likeSunday(long known) {
        long last = known - 1;
        if (!past.knows(last) || past.isSunday(last)) {
            return 0;
        }
        double odds = Math.log(RARE);
        for (long i = known - HOURS; i < known; i++) {
            if (past.knows(i) && past.sameDate(i, last) && past.hourOfDay(i) >= FIRST_HOUR) {
                odds += evidence(i);
            }
        }
        double probability = 1 / (1 + Math.exp(-odds));
        return probability < NEGLIGIBLE ? 0 : probability;
    }

    private double evidence(long i) {
        double own = past.profile(i, i);
        double sunday = past.sundayProfile(i, i);
        if (Double.isNaN(own) || Double.isNaN(sunday)) {
            return 0;
        }
        double offOwn = Math.min(LARGEST, Math.abs(past.scaledValue(i) - own) / SPREAD);
        double offSunday = Math.min(LARGEST, Math.abs(past.scaledValue(i) - sunday) / SPREAD);
        return (offOwn * offOwn - offSunday * offSunday) / 2;
    }
}
