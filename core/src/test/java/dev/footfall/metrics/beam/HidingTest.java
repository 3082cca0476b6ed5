package dev.footfall.metrics.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a beam hides, against generated walks whose truth is known. */
class HidingTest {
    private static final int PEOPLE = 300;

    /** People who pass one beam; some in company, as far behind each other as friends walk. */
    private static final class Crowd {
        private final Random random;
        private final List<long[]> bodies = new ArrayList<>();
        private double now;

        Crowd(long seed) {
            random = new Random(seed);
        }

        Crowd walk(double meanGapSeconds, double company) {
            while (bodies.size() < PEOPLE) {
                now += -Math.log(1 - random.nextDouble()) * meanGapSeconds * 1000;
                double metresPerSecond = 1.2 * Math.exp(0.2 * random.nextGaussian());
                body(now, metresPerSecond);
                while (random.nextDouble() < company) {
                    body(now + Math.abs(500 * random.nextGaussian()), metresPerSecond);
                }
            }
            return this;
        }

        void body(double at, double metresPerSecond) {
            double millis = 450 / (metresPerSecond * Math.exp(0.08 * random.nextGaussian()));
            bodies.add(new long[] {Math.round(at), Math.round(at + millis)});
        }

        int people() {
            return bodies.size();
        }

        List<long[]> breaks() {
            List<long[]> breaks = new ArrayList<>();
            bodies.sort(Comparator.comparingLong(body -> body[0]));
            for (long[] body : bodies) {
                if (breaks.isEmpty() || body[0] > breaks.getLast()[1]) {
                    breaks.add(body.clone());
                } else {
                    breaks.getLast()[1] = Math.max(breaks.getLast()[1], body[1]);
                }
            }
            return breaks;
        }
    }

    private static double hidden(List<long[]> breaks) {
        Hiding hiding = new Hiding(96, 2500);
        for (long[] one : breaks) {
            hiding.add((int) Math.min(95, one[0] / 900_000), one[0], one[1]);
        }
        double hidden = 0;
        for (int quarter = 0; quarter < 96; quarter++) {
            hidden += hiding.in(quarter).people();
        }
        return hidden;
    }

    @Test
    void crowdsOfAnyKindAreWithinFifteenPercent() {
        for (double gap : new double[] {30, 10, 3}) {
            for (double company : new double[] {0, 0.2, 0.35}) {
                double error = 0;
                for (int seed = 1; seed <= 5; seed++) {
                    Crowd crowd = new Crowd(seed).walk(gap, company);
                    List<long[]> breaks = crowd.breaks();
                    error += (breaks.size() + hidden(breaks)) / crowd.people() - 1;
                }
                assertThat(error / 5)
                        .as("seeds 1 to 5, a group every %s s, company %s", gap, company)
                        .isCloseTo(0, within(0.15));
            }
        }
    }

    @Test
    void peopleWhoKeepApartHideNobodyHoweverTheyWalk() {
        Random random = new Random(7);
        List<long[]> breaks = new ArrayList<>();
        for (long n = 0; n < 100; n++) {
            breaks.add(new long[] {n * 4000, n * 4000 + 200 + random.nextInt(700)});
        }
        assertThat(hidden(breaks)).as("seed 7").isZero();
    }

    @Test
    void whoStandsInTheBeamIsOnePerson() {
        Crowd crowd = new Crowd(3).walk(20, 0);
        List<long[]> breaks = crowd.breaks();
        double before = hidden(breaks);
        long last = breaks.getLast()[1];
        breaks.add(new long[] {last + 60_000, last + 68_000});
        assertThat(hidden(breaks)).as("seed 3").isCloseTo(before, within(1.0));
    }

    /** A third push a cart that touches their shadow, half bring a child a step behind; nobody walks abreast. */
    @Test
    void cartsAndChildrenAreNoCompany() {
        for (int seed = 11; seed <= 15; seed++) {
            Random random = new Random(seed);
            List<long[]> breaks = new ArrayList<>();
            int people = 0;
            double at = 10_000;
            while (people < PEOPLE) {
                double pace = 1.2 * Math.exp(0.2 * random.nextGaussian());
                double cart = random.nextDouble() < 0.3 ? 750 / pace : 0;
                breaks.add(new long[] {Math.round(at - 225 / pace - cart), Math.round(at + 225 / pace)});
                people++;
                if (random.nextBoolean()) {
                    double behind = at + 700 + 600 * random.nextDouble();
                    breaks.add(new long[] {Math.round(behind - 125 / pace), Math.round(behind + 125 / pace)});
                    people++;
                }
                at += 2500 - 3000 * Math.log(1 - random.nextDouble());
            }
            assertThat(hidden(breaks)).as("seed %s", seed).isLessThan(0.05 * people);
        }
    }

    @Test
    void companyIsNotTakenForCarts() {
        for (int seed = 1; seed <= 5; seed++) {
            Crowd crowd = new Crowd(seed).walk(4, 0.4);
            List<long[]> breaks = crowd.breaks();
            int missing = crowd.people() - breaks.size();
            assertThat(hidden(breaks)).as("seed %s", seed).isGreaterThan(0.5 * missing);
        }
    }

    @Test
    void nothingIsHiddenWhereNothingBroke() {
        assertThat(hidden(List.of())).isZero();
    }
}
