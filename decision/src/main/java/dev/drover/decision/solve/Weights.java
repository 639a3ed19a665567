package dev.drover.decision.solve;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.Slots;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many of the slots that it gives out each edge gives each owner. Immutable. */
public final class Weights {

    final SteeringProblem problem;
    /** By edge and owner, shed last. */
    final int[] slots;

    Weights(SteeringProblem problem, int[] slots) {
        this.problem = problem;
        this.slots = slots;
    }

    /**
     * Weights from elsewhere, such as those in force: they may break limits and name regions that are not allowed now.
     *
     * @param byEdge slots of each edge of the problem, as many in all as it gives out
     * @throws IllegalArgumentException naming an edge that is missing or unknown, an unknown region, or a wrong sum
     */
    public static Weights of(SteeringProblem problem, Map<EdgeId, ? extends Map<Owner, Integer>> byEdge) {
        int owners = problem.owners();
        int[] slots = new int[problem.edges().size() * owners];
        byEdge.forEach((edge, ofEdge) -> {
            int row = problem.indexOf(edge) * owners;
            ofEdge.forEach((owner, count) -> slots[row + indexOf(problem, owner)] = count);
        });
        for (int edge = 0; edge < problem.edges().size(); edge++) {
            int sum = 0;
            for (int place = edge * owners; place < (edge + 1) * owners; place++) {
                sum = slots[place] < 0 ? Integer.MIN_VALUE / 2 : sum + slots[place];
            }
            if (sum != problem.slots[edge]) {
                throw new IllegalArgumentException("weights." + problem.edges().get(edge) + ": "
                        + byEdge.get(problem.edges().get(edge)) + " (expected: none under 0, " + problem.slots[edge]
                        + " in all)");
            }
        }
        return new Weights(problem, slots);
    }

    /** What they solve. */
    public SteeringProblem problem() {
        return problem;
    }

    /** The owners of an edge's slots with how many each has, none of them 0; IllegalArgumentException if unknown. */
    public SortedMap<Owner, Integer> of(EdgeId edge) {
        int row = problem.indexOf(edge) * problem.owners();
        return ownersOf(problem, slots, row);
    }

    /** How many slots of an edge an owner has; throws IllegalArgumentException if one of them is unknown. */
    public int of(EdgeId edge, Owner owner) {
        return slots[problem.indexOf(edge) * problem.owners() + indexOf(problem, owner)];
    }

    /** What these weights come to at the problem's demand. */
    public Totals totals() {
        double[] share = new double[slots.length];
        for (int i = 0; i < share.length; i++) {
            share[i] = slots[i] / (double) Slots.COUNT;
        }
        return Totals.of(problem, share);
    }

    /** Requests/s in each region, with what it carries besides. */
    double[] loadRps() {
        int owners = problem.owners();
        double[] load = problem.loadRps.clone();
        for (int edge = 0; edge < problem.demandRps.length; edge++) {
            double slotRps = problem.demandRps[edge] / Slots.COUNT;
            for (int region = 0; region < load.length; region++) {
                load[region] += slots[edge * owners + region] * slotRps;
            }
        }
        return load;
    }

    static SortedMap<Owner, Integer> ownersOf(SteeringProblem problem, int[] slots, int row) {
        SortedMap<Owner, Integer> byOwner = new TreeMap<>();
        for (int i = 0; i < problem.owners(); i++) {
            if (slots[row + i] > 0) {
                boolean shed = i == problem.regions().size();
                byOwner.put(shed ? Owner.SHED : Owner.of(problem.regions().get(i)), slots[row + i]);
            }
        }
        return Collections.unmodifiableSortedMap(byOwner);
    }

    static int indexOf(SteeringProblem problem, Owner owner) {
        return owner.region().map(problem::indexOf).orElse(problem.regions().size());
    }
}
