package dev.drover.lab.load;

import java.util.SplittableRandom;

/**
 * When each request is due, known before any answer is. The same arrivals give the same schedule.
 *
 * <p>Requests are placed on a line where they come once per unit, evenly or at random, and the line is bent in time: a
 * square while the rate grows, straight after.
 */
final class Schedule {

    private static final double NANOS = 1e9;

    private final Spacing spacing;
    private final double ratePerSecond;
    private final double rampUpSeconds;
    private final long durationNanos;
    private final SplittableRandom random;
    private double place;
    private long nextNanos;

    Schedule(Arrivals arrivals) {
        this.spacing = arrivals.spacing();
        this.ratePerSecond = arrivals.ratePerSecond();
        this.rampUpSeconds = arrivals.rampUp().toNanos() / NANOS;
        this.durationNanos = arrivals.duration().toNanos();
        this.random = new SplittableRandom(arrivals.seed());
        advance();
    }

    /** When the next request is due, in nanoseconds since the start. */
    long nextNanos() {
        return nextNanos;
    }

    /** Whether no more requests are due. */
    boolean isOver() {
        return nextNanos >= durationNanos;
    }

    /** Passes on to the request after that. */
    void advance() {
        place += spacing == Spacing.CONSTANT ? 1 : -Math.log(1 - random.nextDouble());
        nextNanos = (long) (secondsAt(place) * NANOS);
    }

    private double secondsAt(double requests) {
        double whileRamping = ratePerSecond * rampUpSeconds / 2;
        return requests < whileRamping
                ? Math.sqrt(2 * requests * rampUpSeconds / ratePerSecond)
                : requests / ratePerSecond + rampUpSeconds / 2;
    }
}
