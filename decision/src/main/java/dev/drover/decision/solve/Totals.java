package dev.drover.decision.solve;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Slots;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a split of all that is given out comes to.
 *
 * @param utilization load over capacity of each region, with what it carries besides; infinite for a load without
 *     capacity, which no solution has
 * @param peak the highest of them
 * @param shedRps requests/s that no region serves
 * @param meanLatencyMs over the requests that are served; 0 if none is
 * @param movedRps requests/s in a region that did not serve them before; edges without previous slots do not count
 */
public record Totals(
        SortedMap<RegionId, Double> utilization, double peak, double shedRps, double meanLatencyMs, double movedRps) {

    /** Copies the map. */
    public Totals {
        utilization = Collections.unmodifiableSortedMap(new TreeMap<>(utilization));
    }

    /** Of the shares of each edge's demand, by edge and owner, shed last. */
    static Totals of(SteeringProblem problem, double[] share) {
        int regions = problem.regions().size();
        int owners = problem.owners();
        double[] load = Arrays.copyOf(problem.loadRps, owners);
        double latency = 0;
        double moved = 0;
        for (int edge = 0; edge < problem.demandRps.length; edge++) {
            double demand = problem.demandRps[edge];
            for (int owner = 0; owner < owners; owner++) {
                double rps = share[edge * owners + owner] * demand;
                load[owner] += rps;
                if (rps > 0 && owner < regions && problem.allows(edge, owner)) {
                    latency += rps * problem.latencyMs[edge * regions + owner];
                }
            }
            moved += problem.hasPrevious(edge) ? demand * movedShare(problem, edge, share) : 0;
        }
        double served = 0;
        for (int region = 0; region < regions; region++) {
            served += load[region] - problem.loadRps[region];
        }
        SortedMap<RegionId, Double> utilization = utilizationOf(problem, load);
        double peak = Collections.max(utilization.values());
        return new Totals(utilization, peak, load[regions], served > 0 ? latency / served : 0, moved);
    }

    static SortedMap<RegionId, Double> utilizationOf(SteeringProblem problem, double[] loadRps) {
        SortedMap<RegionId, Double> utilization = new TreeMap<>();
        for (int region = 0; region < problem.regions().size(); region++) {
            double load = loadRps[region];
            utilization.put(problem.regions().get(region), load > 0 ? load / problem.capacityRps[region] : 0);
        }
        return utilization;
    }

    private static double movedShare(SteeringProblem problem, int edge, double[] share) {
        int owners = problem.owners();
        double moved = 0;
        for (int place = edge * owners; place < (edge + 1) * owners - 1; place++) {
            moved += Math.max(0, share[place] - problem.previous[place] / (double) Slots.COUNT);
        }
        return moved;
    }
}
