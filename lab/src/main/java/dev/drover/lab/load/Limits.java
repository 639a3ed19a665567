package dev.drover.lab.load;

import dev.drover.api.settings.Check;
import java.time.Duration;

/**
 * What bounds a load generator.
 *
 * @param timeout after which a request has failed, counted from when it was sent; 10 ms to 60 s
 * @param maxInFlight requests without an end; a further one is not sent and counts as failed; 1 to 20,000
 * @param maxConnections to the target, 1 to 20,000; requests beyond wait for one, and their clock runs
 */
public record Limits(Duration timeout, int maxInFlight, int maxConnections) {

    /** 5 s, 5,000 requests, 1,000 connections. */
    public static final Limits USUAL = new Limits(Duration.ofSeconds(5), 5_000, 1_000);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the first that is out of its range
     */
    public Limits {
        Check.within("timeout", timeout, Duration.ofMillis(10), Duration.ofMinutes(1));
        Check.within("maxInFlight", maxInFlight, 1, 20_000);
        Check.within("maxConnections", maxConnections, 1, 20_000);
    }
}
