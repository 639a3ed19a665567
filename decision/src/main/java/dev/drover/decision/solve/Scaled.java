package dev.drover.decision.solve;

import dev.drover.api.slot.Slots;

/** A problem, or a part of it, in units. */
final class Scaled {

    private final SteeringProblem problem;
    private final Units units;

    Scaled(SteeringProblem problem) {
        this.problem = problem;
        units = Units.forTotal(problem.totalDemandRps());
    }

    SteeringProblem problem() {
        return problem;
    }

    /** The network of a lot; what was there before counts if it is all that the problem gives out. */
    Network network(Lot lot) {
        int regions = problem.regions().size();
        int[] edges = lot.edges();
        long[] demand = new long[edges.length];
        long[] cost = new long[edges.length * regions];
        for (int row = 0; row < edges.length; row++) {
            int edge = edges[row];
            demand[row] = units.of(problem.demandRps[edge] * lot.count()[row] / Slots.COUNT);
            for (int region = 0; region < regions; region++) {
                double latency = problem.latencyMs[edge * regions + region];
                boolean open = !Double.isNaN(latency) && problem.capacityRps[region] > 0 && region != lot.without();
                cost[row * regions + region] = open ? Units.costOf(latency) : Network.FORBIDDEN;
            }
        }
        Network network = Network.of(regions, demand, cost);
        boolean anyBefore = problem.previous.length > 0 && lot.without() == Lot.NONE;
        return anyBefore ? network.keeping(kept(edges), Units.moveCostOf(problem.moveCostMs())) : network;
    }

    private long[] kept(int[] edges) {
        int regions = problem.regions().size();
        long[] kept = new long[edges.length * regions];
        int place = 0;
        for (int edge : edges) {
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
