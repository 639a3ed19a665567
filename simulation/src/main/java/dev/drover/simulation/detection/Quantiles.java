package dev.drover.simulation.detection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long something took, over many runs.
 *
 * @param runs in which it happened
 * @param missed runs in which it did not
 * @param p50Seconds half of those in which it happened took at most that long; absent if it never did
 * @param p99Seconds 99 of 100 of them did
 */
public record Quantiles(int runs, int missed, @Nullable Double p50Seconds, @Nullable Double p99Seconds) {

    private static final double NANOS_A_SECOND = 1e9;

    /** Of those times, in ns; negative where it did not happen. */
    static Quantiles of(List<Long> nanos) {
        long[] sorted = nanos.stream()
                .filter(each -> each >= 0)
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        return new Quantiles(sorted.length, nanos.size() - sorted.length, at(sorted, 0.5), at(sorted, 0.99));
    }

    /** The nearest rank: the least value that so many are not above. */
    private static @Nullable Double at(long[] sorted, double part) {
        int rank = (int) Math.ceil(part * sorted.length);
        return sorted.length == 0 ? null : (Double) (sorted[Math.max(0, rank - 1)] / NANOS_A_SECOND);
    }
}
