package dev.footfall.simulator.visit;

import dev.footfall.simulator.chance.Dice;
import java.util.ArrayList;
import java.util.List;

/**
 * Which visits are told by a loyalty card: of people some of whom come often and most of whom seldom.
 *
 * @param seed the simulation's seed
 */
public record Loyalty(long seed) {
    private static final double WITH_CARD = 0.45;
    private static final int CARDS = 6000;

    /** A card shown at a moment. */
    public record Shown(long at, int card) {}

    /** The day's cards, in no order. */
    public List<Shown> shown(DayPlan plan) {
        Dice dice = Dice.of(seed, "loyalty", plan.day().date().toEpochDay());
        List<Shown> shown = new ArrayList<>();
        for (Visit visit : plan.visits()) {
            if (dice.chance(WITH_CARD)) {
                double often = dice.unit();
                shown.add(new Shown(visit.entry() + visit.stayMillis() / 2, (int) (CARDS * often * often)));
            }
        }
        return shown;
    }
}
