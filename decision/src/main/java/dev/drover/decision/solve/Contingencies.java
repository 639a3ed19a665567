package dev.drover.decision.solve;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.Slots;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Solves the loss of each region beforehand.
 *
 * <p>The lost region's slots, and only those, are spread over the spare capacity of the others by the same three goals.
 * Since everything else stays, and the whole is within every maximum, so is any part: edges may act in any order.
 */
public final class Contingencies {

    private final SteeringProblem problem;
    private final Weights weights;
    private final Scaled scaled;
    private final double[] loadRps;

    private Contingencies(Weights weights) {
        this.weights = weights;
        problem = weights.problem;
        scaled = new Scaled(problem);
        loadRps = weights.loadRps();
    }

    /**
     * The loss of each region of the weights' problem, by name.
     *
     * <p>A region without capacity is nobody's understudy, nor is one that is at its maximum or above. Slots that are
     * shed stay so.
     */
    public static List<Contingency> of(Weights weights) {
        Contingencies contingencies = new Contingencies(weights);
        List<Contingency> all = new ArrayList<>();
        for (int region = 0; region < weights.problem.regions().size(); region++) {
            all.add(contingencies.ifLost(region));
        }
        return List.copyOf(all);
    }

    /** The loss of one region; throws IllegalArgumentException if the weights' problem does not know it. */
    public static Contingency ifLost(Weights weights, RegionId region) {
        return new Contingencies(weights).ifLost(weights.problem.indexOf(region));
    }

    private Contingency ifLost(int lost) {
        int owners = problem.owners();
        int[] edges = IntStream.range(0, problem.edges().size())
                .filter(edge -> weights.slots[edge * owners + lost] > 0)
                .toArray();
        int[] count = Arrays.stream(edges)
                .map(edge -> weights.slots[edge * owners + lost])
                .toArray();
        double[] load = loadRps.clone();
        load[lost] = 0;
        return contingency(lost, Spread.of(scaled, new Lot(edges, count, load, lost)));
    }

    private Contingency contingency(int lost, Spread spread) {
        int[] edges = spread.lot.edges();
        SortedMap<EdgeId, SortedMap<Owner, Integer>> understudies = new TreeMap<>();
        double shedRps = 0;
        for (int row = 0; row < edges.length; row++) {
            int at = row * problem.owners();
            understudies.put(problem.edges().get(edges[row]), Weights.ownersOf(problem, spread.slots, at));
            shedRps += spread.slots[at + problem.regions().size()] * problem.demandRps[edges[row]] / Slots.COUNT;
        }
        return new Contingency(
                problem.regions().get(lost), understudies, Totals.utilizationOf(problem, spread.loadRps), shedRps);
    }
}
