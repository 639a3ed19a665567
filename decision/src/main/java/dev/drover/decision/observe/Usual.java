package dev.drover.decision.observe;

import dev.drover.api.session.Latencies;
import dev.drover.api.steering.SlowSettings;

/**
 * How long a region's answers usually take, as one agent and one witness saw it over the last hour or so. Immutable.
 *
 * <p>An hour of latencies that fades, and no window: what was counted weighs e times less an hour later. Slow answers
 * are learned at a two-hundredth, and at less as long as less than an hour is known, so that a slowness does not become
 * usual before it has lasted for long: most of an hour, if one is known.
 */
final class Usual {

    /** Nothing was seen yet: nothing is slow. */
    static final Usual UNKNOWN = new Usual(new double[Latencies.BUCKETS], 0, Latencies.BUCKETS, Latencies.BUCKETS);

    private static final double FADES_AFTER_MS = 3_600_000;
    private static final double SLOW_WEIGHT = 0.005;
    private static final double SLOW_QUANTILE = 0.99;
    private static final double LATE_QUANTILE = 0.95;

    private final double[] weights;
    private final double known;
    private final int slowFrom;
    private final int lateFrom;

    private Usual(double[] weights, double known, int slowFrom, int lateFrom) {
        this.weights = weights;
        this.known = known;
        this.slowFrom = slowFrom;
        this.lateFrom = lateFrom;
    }

    /** Whether enough was seen to call anything slow. */
    boolean isKnown() {
        return slowFrom < Latencies.BUCKETS;
    }

    long slow(Latencies latencies) {
        return latencies.countFrom(slowFrom);
    }

    long late(Latencies latencies) {
        return latencies.countFrom(lateFrom);
    }

    /** What is usual with so much more seen over a time. */
    Usual with(Latencies seen, long intervalMs, SlowSettings settings) {
        double kept = Math.max(0, 1 - intervalMs / FADES_AFTER_MS);
        double nextKnown = known * kept + (1 - kept);
        double[] next = new double[weights.length];
        double sum = 0;
        for (int bucket = 0; bucket < next.length; bucket++) {
            double weight = bucket < slowFrom ? 1 : SLOW_WEIGHT * nextKnown;
            next[bucket] = weights[bucket] * kept + weight * seen.count(bucket);
            sum += next[bucket];
        }
        return sum < settings.learnedAnswers()
                ? new Usual(next, nextKnown, Latencies.BUCKETS, Latencies.BUCKETS)
                : new Usual(
                        next,
                        nextKnown,
                        from(quantileMs(next, sum, SLOW_QUANTILE), settings),
                        from(quantileMs(next, sum, LATE_QUANTILE), settings));
    }

    private static double quantileMs(double[] weights, double sum, double quantile) {
        double rest = sum * quantile;
        int bucket = 0;
        while (bucket < weights.length - 1 && rest > weights[bucket]) {
            rest -= weights[bucket];
            bucket++;
        }
        return Latencies.upperMs(bucket);
    }

    /** The first bucket that holds nothing but answers that are too slow. */
    private static int from(double usualMs, SlowSettings settings) {
        double limitMs = Math.max((double) settings.slowAtLeast().toMillis(), settings.latencyFactor() * usualMs);
        return Math.min(Latencies.BUCKETS - 1, Latencies.bucketOf(limitMs) + 1);
    }
}
