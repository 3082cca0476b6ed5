package dev.footfall.reason;

/** About the forecast. */
public sealed interface ForecastReason extends Reason {
    @Says("forecast")
    record Forecast() implements ForecastReason {}

    @Says("no same weekday and hour is known yet")
    record NothingLikeIt() implements ForecastReason {}

    @Says("its interval is not learned yet")
    record IntervalUnlearned() implements ForecastReason {}

    @Says("the 90 % interval held {inside} of {hours} hours")
    record IntervalHeld(int inside, int hours) implements ForecastReason {}
}
