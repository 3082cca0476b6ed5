package dev.footfall.simulator.visit;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One person's visit.
 *
 * @param number unique within the business day, in the order in which groups arrive
 * @param group number of the group, the same for those who came together
 * @param groupSize how many came together
 * @param leader true for the one of the group who pays
 * @param entry epoch milliseconds at which the threshold was crossed inward
 * @param exit epoch milliseconds at which the threshold was crossed outward
 * @param entryDoor id of the entrance
 * @param exitDoor id of the entrance
 * @param path where the person was; starts before {@code entry} where a door has an apron
 * @param purchase what the group paid, on its leader; null for none
 * @param staff true if the person works here
 */
public record Visit(
        int number,
        int group,
        int groupSize,
        boolean leader,
        long entry,
        long exit,
        String entryDoor,
        String exitDoor,
        Path path,
        @Nullable Purchase purchase,
        boolean staff) {

    public Visit {
        if (exit <= entry) {
            throw new IllegalArgumentException(
                    "visit " + number + " ends [" + exit + "] before it began [" + entry + "]");
        }
    }

    /** The same by a member of staff. */
    Visit byStaff() {
        return new Visit(number, group, groupSize, leader, entry, exit, entryDoor, exitDoor, path, purchase, true);
    }

    public long stayMillis() {
        return exit - entry;
    }

    /** A payment at the checkout. */
    public record Purchase(long at, BigDecimal amount) {}
}
