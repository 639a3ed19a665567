package dev.drover.cli.solve;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.decision.solve.Contingency;
import dev.drover.decision.solve.Totals;
import dev.drover.decision.solve.Weights;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link SolverFile}; {@code docs/solve.md} explains every field. All figures are what the whole slots
 * come to.
 *
 * @param edges who owns how many slots of each edge
 * @param utilization load over capacity of each region
 * @param shedRps requests/s that no region serves
 * @param meanLatencyMs over the requests that are served; 0 if none is
 * @param movedRps requests/s in a region that did not serve them before
 * @param ifLost what happens to a region's slots if it is lost, by region; null if that was not asked for
 */
record SolverAnswer(
        SortedMap<EdgeId, Shares> edges,
        SortedMap<RegionId, Double> utilization,
        double shedRps,
        double meanLatencyMs,
        double movedRps,
        @Nullable SortedMap<RegionId, IfLost> ifLost) {

    /**
     * An edge's 10,000 slots.
     *
     * @param weights slots by region; regions without any are not named
     * @param shed slots of users that are shed
     */
    record Shares(SortedMap<RegionId, Integer> weights, int shed) {}

    /**
     * The contingency of a region.
     *
     * @param understudies by edge and region, how many of the lost region's slots go there; edges without such slots are
     *     not named
     * @param shed by edge, how many of them go nowhere; the same edges
     * @param utilization of every region once all edges have acted
     * @param shedRps requests/s of the lost region that fit nowhere
     */
    record IfLost(
            SortedMap<EdgeId, SortedMap<RegionId, Integer>> understudies,
            SortedMap<EdgeId, Integer> shed,
            SortedMap<RegionId, Double> utilization,
            double shedRps) {}

    /** The answer without contingencies. */
    static SolverAnswer of(Weights weights) {
        return answer(weights, null);
    }

    /** The answer with contingencies. */
    static SolverAnswer of(Weights weights, List<Contingency> contingencies) {
        SortedMap<RegionId, IfLost> ifLost = new TreeMap<>();
        contingencies.forEach(contingency -> ifLost.put(contingency.lost(), ifLost(contingency)));
        return answer(weights, ifLost);
    }

    private static SolverAnswer answer(Weights weights, @Nullable SortedMap<RegionId, IfLost> ifLost) {
        SortedMap<EdgeId, Shares> edges = new TreeMap<>();
        for (EdgeId edge : weights.problem().edges()) {
            SortedMap<Owner, Integer> owners = weights.of(edge);
            edges.put(edge, new Shares(regionsOf(owners), owners.getOrDefault(Owner.SHED, 0)));
        }
        Totals totals = weights.totals();
        return new SolverAnswer(
                edges, totals.utilization(), totals.shedRps(), totals.meanLatencyMs(), totals.movedRps(), ifLost);
    }

    private static IfLost ifLost(Contingency contingency) {
        SortedMap<EdgeId, SortedMap<RegionId, Integer>> understudies = new TreeMap<>();
        SortedMap<EdgeId, Integer> shed = new TreeMap<>();
        for (Map.Entry<EdgeId, SortedMap<Owner, Integer>> edge :
                contingency.understudies().entrySet()) {
            understudies.put(edge.getKey(), regionsOf(edge.getValue()));
            shed.put(edge.getKey(), contingency.shedSlots(edge.getKey()));
        }
        return new IfLost(understudies, shed, contingency.utilization(), contingency.shedRps());
    }

    private static SortedMap<RegionId, Integer> regionsOf(SortedMap<Owner, Integer> owners) {
        SortedMap<RegionId, Integer> regions = new TreeMap<>();
        owners.forEach((owner, slots) -> owner.region().ifPresent(region -> regions.put(region, slots)));
        return regions;
    }
}
