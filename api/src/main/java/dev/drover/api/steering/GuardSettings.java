package dev.drover.api.steering;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.settings.Check;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What neither people nor automation may do.
 *
 * @param maxAutoEvacuated how many regions automation may keep out of rotation at a time, 0 to 100
 * @param minInRotation how many regions must stay in rotation, 1 to 100
 * @param rebalanceSlots how many slots of all edges together must move, if they move for gain alone, 1 to 10,000
 * @param understudiesEvery how often new understudies may be published where nobody moves, 1 s to 1 h
 * @param removalBudget how much of the whole capacity may be taken out within a window, once a region is out, 0 to 1
 * @param removalWindow that window, 0 to 24 h
 * @param lastResort who stays if everyone would leave; the last in the order of names if none is said
 * @param clockTolerance by how much the leader's clock and the agents' may differ for orders to expire, 1 s to 24 h
 * @param observe whether it is decided and shown, and nothing moves
 * @param observedRegions regions of which automation concludes, and moves nothing; at most 100
 */
public record GuardSettings(
        int maxAutoEvacuated,
        int minInRotation,
        int rebalanceSlots,
        Duration understudiesEvery,
        double removalBudget,
        Duration removalWindow,
        @Nullable RegionId lastResort,
        Duration clockTolerance,
        boolean observe,
        List<RegionId> observedRegions) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the parameter that is out of its range
     */
    public GuardSettings {
        observedRegions = List.copyOf(observedRegions);
        Check.within("maxAutoEvacuated", maxAutoEvacuated, 0, 100);
        Check.within("minInRotation", minInRotation, 1, 100);
        Check.within("rebalanceSlots", rebalanceSlots, 1, 10_000);
        Check.within("understudiesEvery", understudiesEvery, Duration.ofSeconds(1), Duration.ofHours(1));
        Check.within("removalBudget", removalBudget, 0, 1);
        Check.within("removalWindow", removalWindow, Duration.ZERO, Duration.ofHours(24));
        Check.within("clockTolerance", clockTolerance, Duration.ofSeconds(1), Duration.ofHours(24));
        Check.within("observedRegions", observedRegions.size(), 0, 100);
    }

    /** Whether automation moves nobody out of that region, whatever it concludes. */
    public boolean observes(RegionId region) {
        return observe || observedRegions.contains(region);
    }
}
