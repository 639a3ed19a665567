package dev.drover.api.settings;

import dev.drover.api.text.Printable;
import java.time.Duration;

/**
 * How an agent probes a region.
 *
 * @param path what is asked for on the origin; starts with a slash; at most 1,024 printable ASCII characters
 * @param interval between regular probes, 100 ms to 60 s
 * @param jitter the part of the interval by which each wait is made shorter or longer, 0 to 0.5
 * @param timeout after which a regular probe has failed, 10 ms to 30 s
 * @param confirmInterval between confirmation probes after a failure, 50 ms to 10 s
 * @param confirmTimeout after which a confirmation probe has failed, 10 ms to 30 s
 * @param content what the answer must hold, so that a hollow 200 counts as a failure
 */
public record ProbeSettings(
        String path,
        Duration interval,
        double jitter,
        Duration timeout,
        Duration confirmInterval,
        Duration confirmTimeout,
        ContentCheck content) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the first parameter that is out of its range
     */
    public ProbeSettings {
        if (!path.startsWith("/") || path.length() > 1024 || path.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException("path: '" + Printable.excerpt(path)
                    + "' (expected: /..., at most 1024 characters of printable ASCII)");
        }
        Check.within("interval", interval, Duration.ofMillis(100), Duration.ofMinutes(1));
        Check.within("jitter", jitter, 0, 0.5);
        Check.within("timeout", timeout, Duration.ofMillis(10), Duration.ofSeconds(30));
        Check.within("confirmInterval", confirmInterval, Duration.ofMillis(50), Duration.ofSeconds(10));
        Check.within("confirmTimeout", confirmTimeout, Duration.ofMillis(10), Duration.ofSeconds(30));
    }
}
