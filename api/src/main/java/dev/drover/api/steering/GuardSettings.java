package dev.drover.api.steering;

import dev.drover.api.settings.Check;
import java.time.Duration;

/**
 * What neither people nor automation may do.
 *
 * @param maxAutoEvacuated how many regions automation may keep out of rotation at a time, 0 to 100
 * @param minInRotation how many regions must stay in rotation, 1 to 100
 * @param rebalanceSlots how many slots of all edges together a voluntary rebalance must be worth, 1 to 10,000
 * @param understudiesEvery how often new understudies may be published where nobody moves, 1 s to 1 h
 */
public record GuardSettings(int maxAutoEvacuated, int minInRotation, int rebalanceSlots, Duration understudiesEvery) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the parameter that is out of its range
     */
    public GuardSettings {
        Check.within("maxAutoEvacuated", maxAutoEvacuated, 0, 100);
        Check.within("minInRotation", minInRotation, 1, 100);
        Check.within("rebalanceSlots", rebalanceSlots, 1, 10_000);
        Check.within("understudiesEvery", understudiesEvery, Duration.ofSeconds(1), Duration.ofHours(1));
    }
}
