package dev.footfall.simulator.chance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Seeded chance. Every use has its own stream, named by text and day, so that adding a sensor does not change who visits.
 * Uses {@link StrictMath} throughout: the same numbers on every machine.
 */
public final class Dice {
    private final RandomGenerator random;

    private Dice(long seed) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** The stream for one purpose on one day. */
    public static Dice of(long seed, String purpose, long epochDay) {
        long mixed = mix(seed);
        for (byte b : purpose.getBytes(StandardCharsets.UTF_8)) {
            mixed = mix(mixed + b);
        }
        return new Dice(mix(mixed + epochDay));
    }

    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    public double unit() {
        return random.nextDouble();
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    public double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** A whole number from 0 to {@code bound} − 1. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    public long bits() {
        return random.nextLong();
    }

    public double exponential(double mean) {
        return -mean * StrictMath.log(1 - random.nextDouble());
    }

    public double normal(double mean, double deviation) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return mean + deviation * radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }

    /** Gamma with shape at least 1, by Marsaglia and Tsang's method. */
    public double gamma(double shape, double mean) {
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double z = normal(0, 1);
            double v = 1 + c * z;
            if (v > 0) {
                double cube = v * v * v;
                if (StrictMath.log(1 - random.nextDouble()) < z * z / 2 + d * (1 - cube + StrictMath.log(cube))) {
                    return d * cube * mean / shape;
                }
            }
        }
    }

    public int poisson(double mean) {
        int count = 0;
        for (double at = exponential(1); at < mean; at += exponential(1)) {
            count++;
        }
        return count;
    }

    /** The index of one of the weights, in proportion to them; −1 if there is none above zero. */
    public int weighted(List<Double> weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double at = random.nextDouble() * total;
        int last = -1;
        for (int i = 0; i < weights.size(); i++) {
            if (weights.get(i) > 0) {
                last = i;
                at -= weights.get(i);
                if (at < 0) {
                    return i;
                }
            }
        }
        return last;
    }
}
