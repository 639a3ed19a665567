package dev.drover.api.verdict;

import dev.drover.api.settings.Check;

/**
 * How many were tried and how many of them failed.
 *
 * @param count 0 or more
 * @param failed 0 to {@code count}
 */
public record Tally(long count, long failed) {

    /** Nothing was tried. */
    public static final Tally NONE = new Tally(0, 0);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is negative, or more failed than were tried
     */
    public Tally {
        Check.within("count", count, 0, Long.MAX_VALUE);
        if (failed < 0 || failed > count) {
            throw new IllegalArgumentException(
                    "failed: " + failed + " of " + count + " (expected: 0 to " + count + ")");
        }
    }

    /** Both together; a sum that does not fit stays at the highest number. */
    public Tally plus(Tally other) {
        return new Tally(sum(count, other.count), sum(failed, other.failed));
    }

    /** The sum of two counts, 0 or more each; one that does not fit stays at the highest number. */
    public static long sum(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** The part that failed, 0 to 1; 0 if nothing was tried. */
    public double ratio() {
        return count == 0 ? 0 : (double) failed / count;
    }

    /**
     * The lower bound of the failure ratio by Wilson's score interval: few samples convict nobody.
     *
     * @param z how many standard deviations of certainty, more than 0; 1.96 for 97.5 %
     * @return 0 to {@link #ratio}; 0 if nothing was tried or nothing failed
     */
    public double failureLowerBound(double z) {
        if (count == 0) {
            return 0;
        }
        double n = count;
        double ratio = failed / n;
        double centre = ratio + z * z / (2 * n);
        double spread = z * Math.sqrt(ratio * (1 - ratio) / n + z * z / (4 * n * n));
        return Math.min(ratio, Math.max(0, (centre - spread) / (1 + z * z / n)));
    }
}
