package dev.footfall.metrics.parking;

import dev.footfall.metrics.counting.LearnedFactors;

/**
 * What earlier days teach about a car park that is told by its gates.
 *
 * @param factors how the gates err
 * @param drifts true if they lose one side day after day, so that the factors are used though vehicles may stay overnight
 * @param alike true if, corrected, its nights differ by no more than counting does: nothing tells that vehicles stay
 * @param opening vehicles at the beginning of the day by the corrected balances, the emptiest night counting as empty
 */
public record ParkLearned(LearnedFactors factors, boolean drifts, boolean alike, double opening) {
    public static final ParkLearned NOTHING = new ParkLearned(LearnedFactors.NONE, false, false, 0);
}
