package dev.drover.decision.plan;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.decision.plan.Fleet.EdgeDemand;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where slots live when all is well. */
final class Homes {

    /** How far above the target the load of homes may be before they count as outgrown: going home must not oscillate. */
    private static final double TOLERANCE = 0.05;

    private Homes() {}

    /**
     * Everyone at home who can be: whoever is at a region that is on its way out or back, or at home there, stays where
     * he is, and so does he whose home is out of rotation, or out of his edge's sight.
     */
    static SortedMap<EdgeId, SlotTable> of(Fleet fleet, SortedMap<EdgeId, SlotTable> tables) {
        SortedMap<EdgeId, SlotTable> homes = new TreeMap<>();
        tables.forEach((edge, table) -> {
            EdgeDemand demand = fleet.edge(edge);
            boolean anyGoes = table.runs().stream().anyMatch(run -> goes(fleet, demand, run));
            homes.put(edge, anyGoes ? goneHome(fleet, demand, table) : table);
        });
        return homes;
    }

    private static SlotTable goneHome(Fleet fleet, EdgeDemand demand, SlotTable table) {
        return table.map(run -> goes(fleet, demand, run) ? Handover.owned(run, run.home()) : run);
    }

    private static boolean goes(Fleet fleet, EdgeDemand demand, SlotRun run) {
        return !run.owner().equals(run.home())
                && !demand.avoids(run.home())
                && run.home().region().filter(home -> isOpen(fleet, home)).isPresent()
                && run.owner()
                        .region()
                        .filter(owner -> fleet.fixed().contains(owner))
                        .isEmpty();
    }

    private static boolean isOpen(Fleet fleet, RegionId region) {
        return fleet.capacityOf(region) > 0 && !fleet.fixed().contains(region);
    }

    /** Without what the steering policy does not name any more: edges, and regions that an edge may not use. */
    static SortedMap<EdgeId, SlotTable> ofThisFleet(Fleet fleet, SortedMap<EdgeId, SlotTable> tables) {
        SortedMap<EdgeId, SlotTable> kept = new TreeMap<>(tables);
        kept.keySet().retainAll(fleet.edges().keySet());
        kept.replaceAll((edge, table) ->
                table.map(run -> within(fleet.edge(edge).latencyMs().keySet(), run)));
        return kept;
    }

    /** The same slots where only those regions are allowed: who is elsewhere is served by nobody, until it is solved. */
    private static SlotRun within(Set<RegionId> allowed, SlotRun run) {
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

    /**
     * Whether everyone can be there at the present demand.
     *
     * @param most the utilization up to which regions may be filled
     */
    static boolean fit(Fleet fleet, SortedMap<EdgeId, SlotTable> homes, double most) {
        return homes.keySet().containsAll(fleet.edges().keySet()) && new Loads(fleet, homes).areWithin(most);
    }

    /** The utilization up to which everyone can be at home when all is well. */
    static double roomyPeak(Fleet fleet) {
        return Math.min(fleet.utilization().max(), fleet.utilization().target() + TOLERANCE);
    }
}
