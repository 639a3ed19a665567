package dev.drover.lab.load;

import dev.drover.api.settings.Check;
import java.time.Duration;

/**
 * When requests go out.
 *
 * @param spacing how they follow one another
 * @param ratePerSecond 0.1 to 20,000
 * @param rampUp over which the rate grows evenly from nothing, up to an hour; for a system that is still cold
 * @param duration after which no more go out, up to a day
 * @param seed of the spacing
 */
public record Arrivals(Spacing spacing, double ratePerSecond, Duration rampUp, Duration duration, long seed) {

    /** As good as until it is stopped. */
    public static final Duration LONGEST = Duration.ofDays(1);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the first that is out of its range
     */
    public Arrivals {
        Check.within("ratePerSecond", ratePerSecond, 0.1, 20_000);
        Check.within("rampUp", rampUp, Duration.ZERO, Duration.ofHours(1));
        Check.within("duration", duration, Duration.ofMillis(1), LONGEST);
    }

    /** A constant rate, at once, until it is stopped. */
    public static Arrivals constant(double ratePerSecond) {
        return new Arrivals(Spacing.CONSTANT, ratePerSecond, Duration.ZERO, LONGEST, 0);
    }

    /** A random stream of that mean rate, at once, until it is stopped. */
    public static Arrivals poisson(double ratePerSecond, long seed) {
        return new Arrivals(Spacing.POISSON, ratePerSecond, Duration.ZERO, LONGEST, seed);
    }

    /** The same, growing to its rate over that time. */
    public Arrivals rampedUpOver(Duration time) {
        return new Arrivals(spacing, ratePerSecond, time, duration, seed);
    }

    /** The same, ending by itself. */
    public Arrivals lasting(Duration time) {
        return new Arrivals(spacing, ratePerSecond, rampUp, time, seed);
    }
}
