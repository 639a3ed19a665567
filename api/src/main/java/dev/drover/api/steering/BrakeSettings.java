package dev.drover.api.steering;

import dev.drover.api.settings.Check;
import java.time.Duration;

/**
 * When a hand-over that is not in a hurry waits, and when it goes back.
 *
 * @param failureRatio the lower bound of a region's failure ratio above which it waits, 0 to 1
 * @param lateRatio the part of answers slower than twice the 95th percentile of the last hour above which it waits, 0 to 1
 * @param abovePeak how far the fullest region may be above the utilization that was foreseen, 0 to 1
 * @param rollbackAfter after which time of that it goes back one step, 0 to 1 h
 * @param holdAfter how long it stays there then, 0 to 24 h
 */
public record BrakeSettings(
        double failureRatio, double lateRatio, double abovePeak, Duration rollbackAfter, Duration holdAfter) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the first parameter that is out of its range
     */
    public BrakeSettings {
        Check.within("failureRatio", failureRatio, 0, 1);
        Check.within("lateRatio", lateRatio, 0, 1);
        Check.within("abovePeak", abovePeak, 0, 1);
        Check.within("rollbackAfter", rollbackAfter, Duration.ZERO, Duration.ofHours(1));
        Check.within("holdAfter", holdAfter, Duration.ZERO, Duration.ofHours(24));
    }
}
