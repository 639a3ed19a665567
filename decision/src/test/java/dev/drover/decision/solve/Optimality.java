package dev.drover.decision.solve;

import dev.drover.api.slot.Slots;
import java.util.Arrays;

/**
 * The proof that a solution is near: no users can trade places to anyone's gain.
 *
 * <p>A minimum-cost flow is optimal if and only if its residual graph has no cycle of negative cost. Its nodes are the
 * regions and "room": shifting from region a to b costs what the cheapest edge's users there cost, room takes from
 * a region that is below its limit and gives to any that has load. Floyd and Warshall find the cycle, at any scale.
 */
final class Optimality {

    /** Less than this part of an edge's demand is no share but rounding. */
    private static final double CRUMB = 1e-7;

    /** A region within this part of its limit is full: the smallest ones are counted in units that are not smaller. */
    private static final double FULL = 1e-6;

    private final Solution solution;
    private final SteeringProblem problem;
    private final int regions;

    Optimality(Solution solution) {
        this.solution = solution;
        problem = solution.problem();
        regions = problem.regions().size();
    }

    /** The cost in ms of the cheapest cycle, 0 if none gains anything. */
    double bestTradeMs() {
        double[][] distance = new double[regions + 1][regions + 1];
        for (double[] row : distance) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        for (int edge = 0; edge < problem.edges().size(); edge++) {
            if (problem.demandRps[edge] > 0) {
                addShifts(edge, distance);
            }
        }
        addRoom(distance);
        for (int middle = 0; middle <= regions; middle++) {
            for (double[] from : distance) {
                for (int to = 0; to <= regions; to++) {
                    from[to] = Math.min(from[to], from[middle] + distance[middle][to]);
                }
            }
        }
        double best = 0;
        for (int node = 0; node <= regions; node++) {
            best = Math.min(best, distance[node][node]);
        }
        return best;
    }

    private void addRoom(double[][] distance) {
        double[] load = new double[regions];
        for (int edge = 0; edge < problem.edges().size(); edge++) {
            for (int region = 0; region < regions; region++) {
                load[region] += problem.demandRps[edge] * share(edge, region);
            }
        }
        for (int region = 0; region < regions; region++) {
            double limit = solution.peakAllowed() * problem.capacityRps[region];
            distance[region][regions] = load[region] < limit * (1 - FULL) ? 0 : Double.POSITIVE_INFINITY;
            distance[regions][region] = load[region] > limit * FULL ? 0 : Double.POSITIVE_INFINITY;
        }
    }

    private void addShifts(int edge, double[][] distance) {
        for (int from = 0; from < regions; from++) {
            double share = share(edge, from);
            if (share > CRUMB) {
                double saved = problem.latencyMs[edge * regions + from]
                        + (share > before(edge, from) + CRUMB ? problem.moveCostMs() : 0);
                for (int to = 0; to < regions; to++) {
                    if (to != from && problem.allows(edge, to) && problem.capacityRps[to] > 0) {
                        double cost = problem.latencyMs[edge * regions + to]
                                + (share(edge, to) > before(edge, to) - CRUMB ? problem.moveCostMs() : 0);
                        distance[from][to] = Math.min(distance[from][to], cost - saved);
                    }
                }
            }
        }
    }

    private double share(int edge, int region) {
        return solution.share[edge * problem.owners() + region];
    }

    private double before(int edge, int region) {
        return problem.hasPrevious(edge)
                ? problem.previous[edge * problem.owners() + region] / (double) Slots.COUNT
                : Double.POSITIVE_INFINITY;
    }
}
