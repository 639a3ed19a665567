package dev.drover.api.steering;

import dev.drover.api.settings.Check;
import java.time.Duration;

/**
 * How much of its capacity a DEGRADED region is planned with: the part that does not fail, in steps.
 *
 * @param stepPercent by how much it changes at a time, 1 to 50
 * @param stepEvery how long each step is watched, 1 s to 1 h
 * @param leastPercent what it keeps at least, 1 to 100
 * @param tookOverWithin for how long a region that took over others' users counts as overloaded if it fails, and is
 *     made to serve less instead of nobody; 0 to 1 h
 */
public record CapacitySettings(int stepPercent, Duration stepEvery, int leastPercent, Duration tookOverWithin) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the first parameter that is out of its range
     */
    public CapacitySettings {
        Check.within("stepPercent", stepPercent, 1, 50);
        Check.within("stepEvery", stepEvery, Duration.ofSeconds(1), Duration.ofHours(1));
        Check.within("leastPercent", leastPercent, 1, 100);
        Check.within("tookOverWithin", tookOverWithin, Duration.ZERO, Duration.ofHours(1));
    }
}
