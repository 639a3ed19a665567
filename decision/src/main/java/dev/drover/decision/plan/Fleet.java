package dev.drover.decision.plan;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.slot.Slots;
import dev.drover.api.steering.Utilization;
import dev.drover.decision.solve.SteeringProblem;
import dev.drover.decision.solve.SteeringProblemBuilder;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a plan is made for: regions with their present capacity, edges with their present demand.
 *
 * @param utilization how full regions may be
 * @param capacityRps of each region as it is now, requests/s; 0 if it may own nothing
 * @param whole whether every region has all of its capacity
 * @param fixed regions that keep the slots that they have and get no others, because they are on their way out or back
 * @param settled whether what its edges cannot reach has been the same for so long that it counts as lasting
 * @param edges by name
 * @param moveCostMs what it costs to move a user, in ms of latency
 */
public record Fleet(
        Utilization utilization,
        SortedMap<RegionId, Double> capacityRps,
        boolean whole,
        SortedSet<RegionId> fixed,
        boolean settled,
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

        /** Whether that is a region that its agents cannot reach at present. */
        boolean avoids(Owner owner) {
            return !avoided.isEmpty()
                    && owner.region().filter(avoided::contains).isPresent();
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
        return new Fleet(utilization, capacityRps, whole, new TreeSet<>(), settled, edges, moveCostMs);
    }

    /** The same fleet after the loss of a region. */
    Fleet without(RegionId lost) {
        SortedMap<RegionId, Double> capacity = new TreeMap<>(capacityRps);
        capacity.put(lost, 0.0);
        return new Fleet(utilization, capacity, false, fixed, settled, edges, moveCostMs);
    }

    EdgeDemand edge(EdgeId edge) {
        EdgeDemand demand = edges.get(edge);
        if (demand == null) {
            throw new IllegalArgumentException("edge " + edge + " (expected: one of " + edges.keySet() + ")");
        }
        return demand;
    }

    /**
     * Who may get slots, of whom: all regions but the fixed ones, and at each edge but those that it cannot reach.
     *
     * @param costMs what it costs to move a user, in ms of latency
     */
    SteeringProblemBuilder problem(double costMs) {
        SteeringProblemBuilder problem = SteeringProblem.builder(utilization, costMs);
        capacityRps.forEach(problem::region);
        edges.forEach((edge, demand) -> problem.edge(edge, demand.demandRps(), open(demand)));
        return problem;
    }

    private SortedMap<RegionId, Double> open(EdgeDemand demand) {
        if (fixed.isEmpty() && demand.avoided().isEmpty()) {
            return demand.latencyMs();
        }
        SortedMap<RegionId, Double> open = new TreeMap<>(demand.latencyMs());
        open.keySet().removeAll(fixed);
        open.keySet().removeAll(demand.avoided());
        return open;
    }

    /**
     * What a table of slots sends to each region, requests/s, with each edge's overlays acted on.
     *
     * @param tables of the edges; those of others are left out
     */
    public SortedMap<RegionId, Double> loads(SortedMap<EdgeId, SlotTable> tables) {
        return new Loads(this, tables).byRegion();
    }

    /** Users' arrivals at all edges, requests/s. */
    public double demandRps() {
        return edges.values().stream().mapToDouble(EdgeDemand::demandRps).sum();
    }

    /** The demand of each edge, requests/s. */
    public SortedMap<EdgeId, Double> demands() {
        SortedMap<EdgeId, Double> demands = new TreeMap<>();
        edges.forEach((edge, demand) -> demands.put(edge, demand.demandRps()));
        return demands;
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

    /** The regions that some edge cannot reach at present, so that it acts on their contingency. */
    SortedSet<RegionId> overlaid() {
        SortedSet<RegionId> overlaid = new TreeSet<>();
        edges.values().forEach(edge -> overlaid.addAll(edge.avoided()));
        return overlaid;
    }
}
