package dev.drover.api.steering;

import dev.drover.api.settings.Check;
import java.time.Duration;
import java.util.List;

/**
 * How fast users are handed over where there is no hurry.
 *
 * @param returnPercents of its home users that a returning region may have, step by step; rising, ending with 100
 * @param returnBake how long each of these steps is watched, 0 to 24 h
 * @param plannedPercent of a region's users that one step of a planned evacuation takes away, 1 to 100
 * @param plannedBake how long each of these steps is watched, 0 to 24 h
 * @param brake when a hand-over waits or goes back
 */
public record RampSettings(
        List<Integer> returnPercents,
        Duration returnBake,
        int plannedPercent,
        Duration plannedBake,
        BrakeSettings brake) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the parameter that is out of its range
     */
    public RampSettings {
        returnPercents = List.copyOf(returnPercents);
        int before = 0;
        for (int percent : returnPercents) {
            if (percent <= before || percent > 100) {
                throw new IllegalArgumentException(
                        "returnPercents: " + returnPercents + " (expected: rising, each 1 to 100)");
            }
            before = percent;
        }
        if (before != 100 || returnPercents.size() > 100) {
            throw new IllegalArgumentException("returnPercents: " + returnPercents + " (expected: to end with 100)");
        }
        Check.within("returnBake", returnBake, Duration.ZERO, Duration.ofHours(24));
        Check.within("plannedPercent", plannedPercent, 1, 100);
        Check.within("plannedBake", plannedBake, Duration.ZERO, Duration.ofHours(24));
    }
}
