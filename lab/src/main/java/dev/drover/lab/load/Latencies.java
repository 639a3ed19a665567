package dev.drover.lab.load;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How long pages took, from when they were due to their last byte. Immutable; precise to three digits.
 *
 * <p>Of failed requests nothing is here: a refusal in a millisecond would make a bad run look fast.
 */
public final class Latencies {

    private static final double MICROS_PER_MILLI = TimeUnit.MILLISECONDS.toMicros(1);

    private final Histogram micros;

    Latencies(Histogram micros) {
        this.micros = micros;
    }

    /** How many pages. */
    public long count() {
        return micros.getTotalCount();
    }

    /** The time within which that share of the pages came, in milliseconds; 0 if there were none. */
    public double percentileMillis(double percent) {
        return micros.getValueAtPercentile(percent) / MICROS_PER_MILLI;
    }

    /** The median, in milliseconds. */
    public double p50Millis() {
        return percentileMillis(50);
    }

    /** The 99th percentile, in milliseconds. */
    public double p99Millis() {
        return percentileMillis(99);
    }

    /** The slowest page, in milliseconds. */
    public double maxMillis() {
        return micros.getMaxValue() / MICROS_PER_MILLI;
    }

    /** Those of the pages that came after the earlier ones. */
    Latencies minus(Latencies earlier) {
        Histogram difference = micros.copy();
        difference.subtract(earlier.micros);
        return new Latencies(difference);
    }

    /** Those of both together. */
    Latencies plus(Latencies other) {
        Histogram sum = micros.copy();
        sum.add(other.micros);
        return new Latencies(sum);
    }
}
