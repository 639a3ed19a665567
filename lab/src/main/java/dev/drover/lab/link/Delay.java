package dev.drover.lab.link;

import dev.drover.api.settings.Check;

/**
 * How long bytes are on their way, in each direction.
 *
 * @param millis at least, 0 to 60,000
 * @param jitterMillis at most so much more, 0 to 60,000; bytes never overtake each other
 * @param seed of the jitter
 */
public record Delay(int millis, int jitterMillis, long seed) {

    /** As fast as the machine can. */
    public static final Delay NONE = new Delay(0, 0, 0);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the first that is out of its range
     */
    public Delay {
        Check.within("millis", millis, 0, 60_000);
        Check.within("jitterMillis", jitterMillis, 0, 60_000);
    }
}
