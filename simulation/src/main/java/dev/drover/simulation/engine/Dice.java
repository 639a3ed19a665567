package dev.drover.simulation.engine;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Seeded randomness. Each component has dice of its own, made from the seed and the component's name, so that one
 * component's throws do not change another's.
 */
public final class Dice {

    private static final long MIX = 0xBF58476D1CE4E5B9L;

    private final long seed;
    private final SplittableRandom random;

    /** The dice of a seed. */
    public Dice(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed * MIX ^ seed >>> 31);
    }

    /** The dice of that component; the same name gives the same throws. */
    public Dice of(String component) {
        long hash = seed;
        for (int i = 0; i < component.length(); i++) {
            hash = (hash ^ component.charAt(i)) * MIX;
            hash ^= hash >>> 29;
        }
        return new Dice(hash);
    }

    /** True with that probability, 0 to 1. */
    public boolean chance(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    /** A whole number, both ends included. */
    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** A number between the two. */
    public double between(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }

    /** A time between the two, in ns. */
    public long nanosBetween(long leastNanos, long mostNanos) {
        return (long) between((double) leastNanos, (double) mostNanos);
    }

    /** A time with that mean whose end nobody knows: most are short, some are long; in ns. */
    public long waitNanos(double meanNanos) {
        return (long) (-meanNanos * StrictMath.log(1 - random.nextDouble()));
    }

    /** One of them; the list must not be empty. */
    public <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** For production code that asks for a source of its own. */
    public RandomGenerator generator() {
        return random;
    }
}
