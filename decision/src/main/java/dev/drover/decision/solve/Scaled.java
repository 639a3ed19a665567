package dev.drover.decision.solve;

import dev.drover.api.slot.Slots;
import java.util.stream.IntStream;

/** A problem, or a part of it, in units. */
final class Scaled {

    /** No region is left out. */
    static final int NONE = -1;

    private final SteeringProblem problem;
    private final Units units;

    Scaled(SteeringProblem problem) {
        this.problem = problem;
        units = Units.forTotal(problem.totalDemandRps());
    }

    /** The network of those edges without one region; of each edge's slots only so many flow. */
    Network network(int[] edges, int[] slots, int without) {
        int regions = problem.regions().size();
        long[] demand = new long[edges.length];
        long[] cost = new long[edges.length * regions];
        for (int row = 0; row < edges.length; row++) {
            int edge = edges[row];
            demand[row] = units.of(problem.demandRps[edge] * slots[row] / Slots.COUNT);
            for (int region = 0; region < regions; region++) {
                double latency = problem.latencyMs[edge * regions + region];
                boolean open = !Double.isNaN(latency) && problem.capacityRps[region] > 0 && region != without;
                cost[row * regions + region] = open ? Units.costOf(latency) : Network.FORBIDDEN;
            }
        }
        return Network.of(regions, demand, cost);
    }

    /** The network of the whole problem, in which what was there before counts. */
    Network network() {
        int edges = problem.edges().size();
        int[] allSlots = IntStream.generate(() -> Slots.COUNT).limit(edges).toArray();
        Network network = network(IntStream.range(0, edges).toArray(), allSlots, NONE);
        return problem.previous.length == 0 ? network : network.keeping(kept(), Units.moveCostOf(problem.moveCostMs()));
    }

    private long[] kept() {
        int regions = problem.regions().size();
        long[] kept = new long[problem.edges().size() * regions];
        for (int edge = 0, place = 0; edge < problem.edges().size(); edge++) {
            boolean known = problem.hasPrevious(edge);
            for (int region = 0; region < regions; region++, place++) {
                double before = known ? problem.previous[edge * problem.owners() + region] : 0;
                kept[place] = known ? units.of(problem.demandRps[edge] * before / Slots.COUNT) : Long.MAX_VALUE;
            }
        }
        return kept;
    }

    /**
     * The headroom of all regions.
     *
     * @param loadRps what stays in each
     * @param least the peak under which nothing is gained
     * @param flowing all that may flow, in units
     */
    Headroom headroom(double[] loadRps, double least, long flowing) {
        int regions = loadRps.length;
        double[] capacity = new double[regions];
        long[] fixed = new long[regions];
        for (int region = 0; region < regions; region++) {
            capacity[region] = problem.capacityRps[region] * units.perRps();
            fixed[region] = capacity[region] > 0 ? units.of(loadRps[region]) : 0;
        }
        double most = problem.utilization().max();
        return new Headroom(capacity, fixed, Math.min(most, least), most, flowing);
    }
}
