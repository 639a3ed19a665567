package dev.drover.decision.plan;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotTable;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the loss of one region would lead to, if every edge acts on it.
 *
 * @param lost which region
 * @param utilization of each other region then
 * @param shedRps requests/s that nobody would serve
 */
public record Contingency(RegionId lost, SortedMap<RegionId, Double> utilization, double shedRps) {

    private static final double NEGLIGIBLE_PART = 0.001;

    /** Copies the map. */
    public Contingency {
        utilization = Collections.unmodifiableSortedMap(new TreeMap<>(utilization));
    }

    /** What the understudies in these tables lead to when that region is lost. */
    public static Contingency of(RegionId lost, Fleet fleet, SortedMap<EdgeId, SlotTable> tables) {
        SortedMap<EdgeId, SlotTable> acted = Step.lose(lost, tables);
        SortedMap<RegionId, Double> utilization = new TreeMap<>();
        fleet.loads(acted).forEach((region, load) -> {
            double capacity = fleet.capacityOf(region);
            if (!region.equals(lost) && capacity > 0) {
                utilization.put(region, load / capacity);
            }
        });
        return new Contingency(lost, utilization, fleet.shedRps(acted));
    }

    /** Whether nobody would be shed whom the present plan serves. */
    public boolean isSurvivable(Fleet fleet, SortedMap<EdgeId, SlotTable> tables) {
        return shedRps <= fleet.shedRps(tables) + NEGLIGIBLE_PART * fleet.demandRps();
    }

    /**
     * Whether the understudies still hold what they promise at the present demand: no survivor beyond its maximum, and
     * nobody shed who need not be.
     *
     * @param tolerance by how much of its capacity a survivor may be beyond
     */
    static boolean isSafe(Fleet fleet, SortedMap<EdgeId, SlotTable> tables, double tolerance) {
        SortedMap<EdgeId, SlotTable> anew = new Solve(fleet).understudies(tables);
        for (RegionId region : fleet.regions()) {
            if (tables.values().stream().noneMatch(table -> table.weightOf(Owner.of(region)) > 0)) {
                continue;
            }
            Contingency now = of(region, fleet, tables);
            double most = fleet.utilization().max() + tolerance;
            boolean within = now.utilization().entrySet().stream()
                    .map(Map.Entry::getValue)
                    .allMatch(utilization -> utilization <= most);
            double avoidable = now.shedRps() - of(region, fleet, anew).shedRps();
            if (!within || avoidable > NEGLIGIBLE_PART * fleet.demandRps()) {
                return false;
            }
        }
        return true;
    }
}
