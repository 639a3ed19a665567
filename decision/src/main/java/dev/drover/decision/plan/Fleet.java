package dev.drover.decision.plan;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotRun;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.slot.Slots;
import dev.drover.api.steering.Utilization;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is made for: regions with their present capacity, edges with their present demand.
 *
 * @param utilization how full regions may be
 * @param capacityRps of each region as it is now, requests/s; 0 if it may own nothing
 * @param whole whether every region has all of its capacity
 * @param fixed regions that keep the slots that they have and get no others, because they are on their way out or back
 * @param edges by name
 * @param moveCostMs what it costs to move a user, in ms of latency
 */
public record Fleet(
        Utilization utilization,
        SortedMap<RegionId, Double> capacityRps,
        boolean whole,
        SortedSet<RegionId> fixed,
        SortedMap<EdgeId, EdgeDemand> edges,
        double moveCostMs) {

    /** An edge without users is planned as if it had hardly any, so that its first user is served. */
    private static final double LEAST_DEMAND_RPS = 1e-6;

    /**
     * An edge as a plan sees it.
     *
     * @param demandRps users' arrivals in requests/s, 0 or more
     * @param latencyMs to each allowed region
     * @param avoided allowed regions that its agents cannot reach at present
     */
    public record EdgeDemand(double demandRps, SortedMap<RegionId, Double> latencyMs, SortedSet<RegionId> avoided) {

        /** Counts at least hardly any demand. */
        public EdgeDemand {
            demandRps = Math.max(demandRps, LEAST_DEMAND_RPS);
        }

        double slotRps() {
            return demandRps / Slots.COUNT;
        }

        boolean allows(RegionId region) {
            return latencyMs.containsKey(region) && !avoided.contains(region);
        }
    }

    /** The regions, in the order of their names. */
    List<RegionId> regions() {
        return List.copyOf(capacityRps.keySet());
    }

    double capacityOf(RegionId region) {
        return capacityRps.getOrDefault(region, 0.0);
    }

    /** The same fleet with every region free to get slots. */
    Fleet withNothingFixed() {
        return new Fleet(utilization, capacityRps, whole, new TreeSet<>(), edges, moveCostMs);
    }

    /** The most that each region may be given, beyond what it serves already; in the order of their names. */
    double[] roomRps(List<RegionId> regions, SortedMap<RegionId, Double> taken, @Nullable RegionId without) {
        return regions.stream()
                .mapToDouble(region -> region.equals(without) || fixed.contains(region)
                        ? 0
                        : Math.max(0, utilization.max() * capacityOf(region) - taken.getOrDefault(region, 0.0)))
                .toArray();
    }

    /**
     * What a table of slots sends to each region, requests/s, with each edge's overlays acted on.
     *
     * @param tables of the edges; those of others are left out
     */
    public SortedMap<RegionId, Double> loads(SortedMap<EdgeId, SlotTable> tables) {
        return loads(tables, overlaid());
    }

    /** The same, with overlays acted on for those regions only. */
    SortedMap<RegionId, Double> loads(SortedMap<EdgeId, SlotTable> tables, SortedSet<RegionId> overlaid) {
        SortedMap<RegionId, Double> loads = new TreeMap<>();
        capacityRps.keySet().forEach(region -> loads.put(region, 0.0));
        edges.forEach((edge, demand) -> {
            SlotTable table = tables.get(edge);
            if (table != null) {
                for (SlotRun run : table.runs()) {
                    inForce(run, demand, overlaid)
                            .region()
                            .ifPresent(region -> loads.merge(region, run.size() * demand.slotRps(), Double::sum));
                }
            }
        });
        return loads;
    }

    /** Users' arrivals at all edges, requests/s. */
    public double demandRps() {
        return edges.values().stream().mapToDouble(EdgeDemand::demandRps).sum();
    }

    /** What a table of slots leaves unserved, requests/s. */
    public double shedRps(SortedMap<EdgeId, SlotTable> tables) {
        double shed = 0;
        for (EdgeId edge : edges.keySet()) {
            SlotTable table = tables.get(edge);
            EdgeDemand demand = edges.get(edge);
            if (table != null && demand != null) {
                shed += table.weightOf(Owner.SHED) * demand.slotRps();
            }
        }
        return shed;
    }

    /** Whether a table gives slots of an edge to a region that its agents cannot reach at present. */
    boolean usesAvoided(SortedMap<EdgeId, SlotTable> tables) {
        return edges.entrySet().stream().anyMatch(edge -> {
            SlotTable table = tables.get(edge.getKey());
            return table != null
                    && edge.getValue().avoided().stream().anyMatch(region -> table.weightOf(Owner.of(region)) > 0);
        });
    }

    /** The regions that some edge cannot reach at present, so that it acts on their contingency. */
    SortedSet<RegionId> overlaid() {
        SortedSet<RegionId> overlaid = new TreeSet<>();
        edges.values().forEach(edge -> overlaid.addAll(edge.avoided()));
        return overlaid;
    }

    private static Owner inForce(SlotRun run, EdgeDemand demand, SortedSet<RegionId> overlaid) {
        boolean acted = run.owner()
                .region()
                .filter(region -> demand.avoided().contains(region) && overlaid.contains(region))
                .isPresent();
        return acted ? run.understudy() : run.owner();
    }
}
