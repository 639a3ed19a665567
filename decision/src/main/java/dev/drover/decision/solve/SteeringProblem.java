package dev.drover.decision.solve;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.settings.Check;
import dev.drover.api.steering.Utilization;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What is to be solved: regions with capacities, edges with demands, latencies and what they had before.
 *
 * <p>All of it, or a part: regions may carry something besides, and only some of an edge's slots may be given out.
 *
 * <p>Immutable. Regions and edges are in the order of their names, whatever order they were added in, so the same
 * content gives the same solution to the byte. Every number is within its bounds.
 */
public final class SteeringProblem {

    /** More regions than any service has; the solver's tables grow with the square. */
    public static final int MAX_REGIONS = 256;
    /** Ten times the largest fleet that Drover is meant for. */
    public static final int MAX_EDGES = 100_000;
    /** The largest capacity and demand, in requests/s. */
    public static final double MAX_RPS = 1e12;
    /** The largest latency and move cost: above a quarter of an hour, and small enough for exact sums. */
    public static final double MAX_MS = 1e6;

    final double[] capacityRps;
    final double[] demandRps;
    /** By edge and region; NaN where the edge may not go. */
    final double[] latencyMs;
    /** Slots by edge and owner, shed last; {@link #UNKNOWN} along an edge without; of no length if no edge has any. */
    final int[] previous;
    /** How many slots of each edge are given out. */
    final int[] slots;
    /** What each region carries besides. */
    final double[] loadRps;

    /** Marks the previous slots of an edge that had none. */
    static final int UNKNOWN = -1;

    private final Utilization utilization;
    private final double moveCostMs;
    private final List<RegionId> regions;
    private final List<EdgeId> edges;

    SteeringProblem(SteeringProblemBuilder from) {
        utilization = from.utilization;
        moveCostMs = from.moveCostMs;
        regions = List.copyOf(from.capacityRps.keySet());
        edges = List.copyOf(from.demandRps.keySet());
        capacityRps = from.capacities();
        demandRps = from.demands();
        latencyMs = from.latencies(regions);
        previous = from.previousSlots(regions, edges);
        slots = from.slots();
        loadRps = from.loads();
    }

    private SteeringProblem(SteeringProblem like, double[] capacityRps) {
        this.capacityRps = capacityRps;
        demandRps = like.demandRps;
        latencyMs = like.latencyMs;
        previous = like.previous;
        slots = like.slots;
        loadRps = like.loadRps;
        utilization = like.utilization;
        moveCostMs = like.moveCostMs;
        regions = like.regions;
        edges = like.edges;
    }

    /**
     * Begins a problem.
     *
     * @param utilization up to where nearness decides, and what is never exceeded
     * @param moveCostMs what it costs to move a request/s from one region to another, in ms of latency, 0 to 1e6
     * @throws IllegalArgumentException if the move cost is out of range
     */
    public static SteeringProblemBuilder builder(Utilization utilization, double moveCostMs) {
        return new SteeringProblemBuilder(utilization, moveCostMs);
    }

    /** Up to where nearness decides, and what is never exceeded. */
    public Utilization utilization() {
        return utilization;
    }

    /** What it costs to move a request/s from one region to another, in ms of latency. */
    public double moveCostMs() {
        return moveCostMs;
    }

    /** All regions, by name. */
    public List<RegionId> regions() {
        return regions;
    }

    /** All edges, by name. */
    public List<EdgeId> edges() {
        return edges;
    }

    /** What a region may serve, in requests/s; throws IllegalArgumentException if it is unknown. */
    public double capacityRps(RegionId region) {
        return capacityRps[indexOf(region)];
    }

    /** What an edge demands in all, in requests/s; throws IllegalArgumentException if it is unknown. */
    public double demandRps(EdgeId edge) {
        return demandRps[indexOf(edge)];
    }

    /** Whether an edge's users may go to a region; throws IllegalArgumentException if one is unknown. */
    public boolean allows(EdgeId edge, RegionId region) {
        return allows(indexOf(edge), indexOf(region));
    }

    /**
     * The same with other capacities: what if those regions had more, less or nothing.
     *
     * @param changed requests/s by region, 0 to 1e12; regions not named keep theirs
     * @throws IllegalArgumentException naming a region that is unknown or a capacity out of range
     */
    public SteeringProblem withCapacities(Map<RegionId, Double> changed) {
        double[] capacities = capacityRps.clone();
        changed.forEach((region, rps) -> {
            Check.within("regions." + region + ".capacityRps", rps, 0, MAX_RPS);
            capacities[indexOf(region)] = rps;
        });
        return new SteeringProblem(this, capacities);
    }

    boolean allows(int edge, int region) {
        return !Double.isNaN(latencyMs[edge * regions.size() + region]);
    }

    boolean hasPrevious(int edge) {
        return previous.length > 0 && previous[edge * owners()] != UNKNOWN;
    }

    /** Regions and shed: how many columns a table of slots has. */
    int owners() {
        return regions.size() + 1;
    }

    /** The edges with slots to be given out. */
    int[] rows() {
        return IntStream.range(0, slots.length).filter(edge -> slots[edge] > 0).toArray();
    }

    double totalDemandRps() {
        double total = 0;
        for (double rps : demandRps) {
            total += rps;
        }
        return total;
    }

    int indexOf(RegionId region) {
        return known("region", region, Collections.binarySearch(regions, region));
    }

    int indexOf(EdgeId edge) {
        return known("edge", edge, Collections.binarySearch(edges, edge));
    }

    private static int known(String kind, Object name, int index) {
        if (index < 0) {
            throw new IllegalArgumentException(kind + ": '" + name + "' (expected: one of the problem's)");
        }
        return index;
    }
}
