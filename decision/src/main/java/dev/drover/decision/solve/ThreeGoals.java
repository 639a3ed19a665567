package dev.drover.decision.solve;

import java.util.stream.IntStream;

/**
 * The answer for one network: served as fairly, then as cool, then as near as can be.
 *
 * @param flow units by edge and region
 * @param served units, by edge
 * @param servedShare the share of its demand that an edge is served, 0 to 1
 * @param peak the peak utilization within which it is, not under what the headroom said is the least that matters
 * @param worthOfRoom what one unit more of room in a region would save, in the units of cost
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never shown
record ThreeGoals(long[] flow, long[] served, double[] servedShare, double peak, long[] worthOfRoom) {

    /*
     * Serve is a property of sets of regions: what edges that may only go to the set Q demand, against what Q may take.
     * So is cool. Neither depends on costs, and both come down to "does it fit, and if not, what is the bottleneck?",
     * a maximum flow. They fix how much each edge sends and how much each region takes; near is then one
     * minimum-cost flow. All numbers are whole, so each test is exact and what fits once fits again:
     *
     *   1. Cool on everything. If it fits under the maximum, nothing is shed and the peak is known.
     *   2. Else fair shares (FairShares) at the maximum, and cool again with what is served.
     *   3. Near: everything at its cheapest, overloaded regions relieved along cheapest paths.
     *
     * SOLVER.md has the reasons, the bounds and the references.
     */

    static ThreeGoals solve(Network network, Headroom headroom) {
        double[] share = new double[network.edges];
        long[] served = new long[network.edges];
        for (int edge = 0; edge < network.edges; edge++) {
            boolean placed = network.allowsAny(edge);
            share[edge] = placed ? 1 : 0;
            served[edge] = placed ? network.demand[edge] : 0;
        }
        double peak = new Cool(network.withDemand(served), headroom).lowestPeak();
        if (Double.isNaN(peak)) {
            FairShares fair = FairShares.of(network, headroom.atMost());
            IntStream.range(0, network.edges)
                    .filter(edge -> network.demand[edge] > 0)
                    .forEach(edge -> share[edge] = fair.share[edge]);
            served = fair.served;
            peak = new Cool(network.withDemand(served), headroom).lowestPeak();
        }
        return nearest(network.withDemand(served), headroom, share, peak);
    }

    private static ThreeGoals nearest(Network network, Headroom headroom, double[] share, double peak) {
        Near near = new Near(network, headroom.at(peak));
        return new ThreeGoals(near.flow(), network.demand, share, peak, near.prices());
    }

    /** Writes how an edge's flow is spread over the regions, times the factor, to a place in a table. */
    void spread(int edge, double factor, double[] table, int row) {
        int regions = worthOfRoom.length;
        for (int region = 0; region < regions; region++) {
            table[row + region] = factor * (flow[edge * regions + region] / (double) served[edge]);
        }
    }
}
