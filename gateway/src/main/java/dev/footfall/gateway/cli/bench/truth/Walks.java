package dev.footfall.gateway.cli.bench.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** People made up by a seed who pass, or do not pass, two beams in a door, and what the beams see of them. */
final class Walks {
    private static final double HALF_PAIR_M = 0.04;
    private static final double BODY_M = 0.45;
    private static final double CHILD_M = 0.25;
    private static final double CART_M = 0.9;
    private static final double CART_AHEAD_M = 0.3;
    private static final double METRES_PER_SECOND = 1.2;
    private static final double PACE_SPREAD = 0.2;

    private final Random random;
    private final List<Break> outer = new ArrayList<>();
    private final List<Break> inner = new ArrayList<>();
    private int in;
    private int out;

    Walks(long seed) {
        this.random = new Random(seed);
    }

    /** Who walks, by kind. */
    enum Kind {
        SPACED,
        ABREAST,
        TURNING_BACK,
        STANDING,
        CHILD_AND_CART,
        BOUNCING,
        MIXED
    }

    /** So many walks of a kind, the next after a mean time that is never shorter than half of it. */
    static Walks of(Kind kind, int walks, double meanGapSeconds, long seed) {
        Walks made = new Walks(seed);
        double at = 10_000;
        for (int walk = 0; walk < walks; walk++) {
            made.walk(kind, at);
            at += 1000 * meanGapSeconds * (0.5 - 0.5 * Math.log(1 - made.random.nextDouble()));
        }
        return made;
    }

    private void walk(Kind kind, double at) {
        boolean inward = random.nextBoolean();
        double speed = METRES_PER_SECOND * Math.exp(PACE_SPREAD * random.nextGaussian());
        switch (kind) {
            case SPACED -> pass(at, speed, BODY_M, inward);
            case ABREAST -> {
                pass(at, speed, BODY_M, inward);
                if (random.nextDouble() < 0.4) {
                    pass(at + Math.abs(500 * random.nextGaussian()), speed, BODY_M, inward);
                }
            }
            case TURNING_BACK -> {
                if (random.nextDouble() < 0.3) {
                    turnBack(at, inward);
                } else {
                    pass(at, speed, BODY_M, inward);
                }
            }
            case STANDING -> {
                if (random.nextDouble() < 0.1) {
                    stand(at, inward);
                } else {
                    pass(at, speed, BODY_M, inward);
                }
            }
            case CHILD_AND_CART -> {
                pass(at, speed, BODY_M, inward);
                if (random.nextBoolean()) {
                    pass(at + 700 + 600 * random.nextDouble(), speed, CHILD_M, inward);
                }
                if (random.nextDouble() < 0.3) {
                    cart(at, speed, inward);
                }
            }
            case BOUNCING -> {
                pass(at, speed, BODY_M, inward);
                bounce(at);
            }
            case MIXED -> {
                Kind[] all = {
                    Kind.SPACED, Kind.SPACED, Kind.ABREAST, Kind.TURNING_BACK, Kind.STANDING, Kind.CHILD_AND_CART
                };
                walk(all[random.nextInt(all.length)], at);
            }
        }
    }

    private void pass(double at, double speed, double body, boolean inward) {
        body(at, speed, body, inward);
        in += inward ? 1 : 0;
        out += inward ? 0 : 1;
    }

    /** The middle of a body is between the beams at the moment. */
    private void body(double at, double speed, double body, boolean inward) {
        double off = 1000 * HALF_PAIR_M / speed;
        double half = 500 * body / speed;
        add(inward ? outer : inner, at - off - half, at - off + half);
        add(inward ? inner : outer, at + off - half, at + off + half);
    }

    /** A cart goes ahead of the person who pushes it and touches the same body of shadow. */
    private void cart(double at, double speed, boolean inward) {
        body(at - 1000 * (CART_AHEAD_M + BODY_M / 2) / speed, speed, CART_M, inward);
    }

    private void turnBack(double at, boolean inward) {
        add(inward ? outer : inner, at - 300, at + 700);
        if (random.nextBoolean()) {
            add(inward ? inner : outer, at - 100, at + 400);
        }
    }

    private void stand(double at, boolean inward) {
        double stays = 3000 + 5000 * random.nextDouble();
        add(inward ? outer : inner, at - 200, at + stays);
        add(inward ? inner : outer, at - 100, at + stays + 100);
        in += inward ? 1 : 0;
        out += inward ? 0 : 1;
    }

    /** A loose contact: some milliseconds of break beside the true ones. */
    private void bounce(double at) {
        for (int n = 0; n < 3; n++) {
            double when = at + 1200 + 40 * n + 10 * random.nextDouble();
            add(random.nextBoolean() ? outer : inner, when, when + 2 + 10 * random.nextDouble());
        }
    }

    private static void add(List<Break> beam, double start, double end) {
        beam.add(new Break(Math.round(start), Math.round(end)));
    }

    List<Break> outer() {
        return Break.merged(outer);
    }

    List<Break> inner() {
        return Break.merged(inner);
    }

    int in() {
        return in;
    }

    int out() {
        return out;
    }
}
