package dev.drover.decision.plan;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Where slots live when all is well. */
final class Homes {

    /** How far above the target the load of homes may be before they count as outgrown; noise must move nobody. */
    private static final double TOLERANCE = 0.05;

    private Homes() {}

    /**
     * Everyone at home.
     *
     * @param fixed regions that neither gain nor lose anybody: whoever is there, or at home there, stays where he is
     */
    static SortedMap<EdgeId, SlotTable> of(SortedMap<EdgeId, SlotTable> tables, SortedSet<RegionId> fixed) {
        SortedMap<EdgeId, SlotTable> homes = new TreeMap<>(tables);
        homes.replaceAll((edge, table) -> table.map(run ->
                isOneOf(fixed, run.owner()) || isOneOf(fixed, run.home()) ? run : Handover.owned(run, run.home())));
        return homes;
    }

    private static boolean isOneOf(SortedSet<RegionId> regions, Owner owner) {
        return owner.region().filter(regions::contains).isPresent();
    }

    /** The same slots where only those regions are allowed: who is elsewhere is served by nobody, until it is solved. */
    static SlotRun within(Set<RegionId> allowed, SlotRun run) {
        Owner owner = allowed(allowed, run.owner());
        Owner home = allowed(allowed, run.home());
        return new SlotRun(
                run.first(),
                run.last(),
                owner,
                allowed(allowed, run.understudy()),
                home.equals(run.home()) ? home : owner);
    }

    private static Owner allowed(Set<RegionId> allowed, Owner owner) {
        return owner.region().filter(region -> !allowed.contains(region)).isPresent() ? Owner.SHED : owner;
    }

    /** Where everyone is becomes home; who is shed keeps the home that he had. */
    static SortedMap<EdgeId, SlotTable> settle(SortedMap<EdgeId, SlotTable> tables) {
        SortedMap<EdgeId, SlotTable> settled = new TreeMap<>(tables);
        settled.replaceAll((edge, table) -> table.map(run -> run.owner().isShed()
                ? run
                : new SlotRun(run.first(), run.last(), run.owner(), run.understudy(), run.owner())));
        return settled;
    }

    /** Whether everyone can be at home at the present demand. */
    static boolean fit(Fleet fleet, SortedMap<EdgeId, SlotTable> homes) {
        double most = Math.min(fleet.utilization().max(), fleet.utilization().target() + TOLERANCE);
        return homes.keySet().containsAll(fleet.edges().keySet())
                && fleet.shedRps(homes) == 0
                && !fleet.usesAvoided(homes)
                && fleet.loads(homes).entrySet().stream()
                        .allMatch(load -> load.getValue() <= most * fleet.capacityOf(load.getKey()));
    }
}
