package dev.footfall.simulator.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.simulator.floor.Shape;
import dev.footfall.simulator.visit.Whereabouts.Crossing;
import dev.footfall.simulator.visit.Whereabouts.Stay;
import dev.footfall.store.StoreConfig.Line;
import dev.footfall.store.StoreConfig.Point;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {
    private static final Shape SQUARE = Shape.rectangle(2, 2, 6, 6);
    private static final Line LINE = new Line("line", new Point(4, 0), new Point(4, 10), null);

    /** Walks a metre a second from corner to corner. */
    private static Path walk(double... xy) {
        var path = new Path.Builder(0, new Point(xy[0], xy[1]));
        for (int i = 2; i < xy.length; i += 2) {
            path.walkTo(new Point(xy[i], xy[i + 1]), 1);
        }
        return path.build();
    }

    @Test
    void aWalkThroughAZoneIsAStayFromBorderToBorder() {
        assertThat(Whereabouts.stays(walk(0, 4, 10, 4), SQUARE)).containsExactly(new Stay(2000, 6000));
    }

    @Test
    void whoStartsInAZoneHasEnteredItAndWhoEndsThereLeavesWithThePath() {
        assertThat(Whereabouts.stays(walk(3, 3, 4, 3), SQUARE)).containsExactly(new Stay(0, 1000));
    }

    @Test
    void grazingTheBorderIsNoStayAndSteppingOutALittleNoEnd() {
        assertThat(Whereabouts.stays(walk(0, 2.1, 10, 2.1), SQUARE)).isEmpty();
        assertThat(Whereabouts.stays(walk(0, 4, 5, 4, 6.1, 4, 5, 4, 0, 4), SQUARE))
                .containsExactly(new Stay(2000, 10200));
    }

    @Test
    void aLineIsCrossedForwardWhereItsSideGrows() {
        // s(P) = (bx-ax)(py-ay) - (by-ay)(px-ax) = -10 (px - 4): it grows toward smaller x
        assertThat(Whereabouts.crossings(walk(6, 5, 0, 5, 8, 5), LINE))
                .containsExactly(new Crossing(2000, true), new Crossing(10_000, false));
    }

    @Test
    void turningBackOnTheLineOrWalkingRoundItsEndIsNoCrossing() {
        assertThat(Whereabouts.crossings(walk(6, 5, 3.9, 5, 6, 5), LINE)).isEmpty();
        assertThat(Whereabouts.crossings(walk(6, 5, 6, 12, 0, 12, 0, 5), LINE)).isEmpty();
    }
}
