package dev.drover.api.routing;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.settings.AgentSettings;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The slice of a routing policy that one edge gets: all that its agents need to act.
 *
 * <p>A slice whose slots name a region that it does not list, or give slots to a closed one, cannot be constructed.
 *
 * @param service what is steered
 * @param edge whose slice it is
 * @param id which publication it belongs to
 * @param publishedAt when, by the leader's clock
 * @param slots who owns each slot
 * @param regions every region that may be named in {@code slots}
 * @param back the regions whose loss this publication takes back: overlays for them end
 * @param rollback whether this publication goes back to an earlier one, so that draining regions may own more
 * @param settings the agents' parameters
 */
public record EdgePolicy(
        ServiceId service,
        EdgeId edge,
        PolicyId id,
        Instant publishedAt,
        SlotTable slots,
        SortedMap<RegionId, RoutedRegion> regions,
        List<RegionId> back,
        boolean rollback,
        AgentSettings settings) {

    /**
     * Checks that the slots and the regions agree.
     *
     * @throws IllegalArgumentException naming the region that is unknown, or closed and yet named
     */
    public EdgePolicy {
        regions = Collections.unmodifiableSortedMap(new TreeMap<>(regions));
        back = List.copyOf(back);
        checkAgreement(slots, regions);
    }

    static void checkAgreement(SlotTable slots, SortedMap<RegionId, RoutedRegion> regions) {
        for (SlotRun run : slots.runs()) {
            known(regions, run, run.owner());
            known(regions, run, run.understudy());
            known(regions, run, run.home());
            open(regions, run, run.owner(), "owner");
            open(regions, run, run.understudy(), "understudy");
        }
    }

    private static void known(SortedMap<RegionId, RoutedRegion> regions, SlotRun run, Owner owner) {
        if (owner.region().filter(region -> !regions.containsKey(region)).isPresent()) {
            throw new IllegalArgumentException(
                    "slots: " + run + ": unknown region " + owner + " (expected: one of " + regions.keySet() + ")");
        }
    }

    private static void open(SortedMap<RegionId, RoutedRegion> regions, SlotRun run, Owner owner, String role) {
        if (owner.region()
                .filter(region -> markOf(regions, region) == Mark.CLOSED)
                .isPresent()) {
            throw new IllegalArgumentException(
                    "slots: " + run + ": " + owner + " is closed (expected: a closed region is nobody's " + role + ")");
        }
    }

    private static Mark markOf(SortedMap<RegionId, RoutedRegion> regions, RegionId region) {
        RoutedRegion routed = regions.get(region);
        return routed == null ? Mark.CLOSED : routed.mark();
    }
}
