package dev.drover.decision.solve;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.Slots;

/** The optimum of a problem: exactly, and in whole slots. Immutable. */
public final class Solution {

    /** Of the edge's demand, by edge and owner, shed last. */
    final double[] share;

    private final SteeringProblem problem;
    private final double peakAllowed;
    private final long[] worthOfRoom;
    private final Weights weights;

    Solution(SteeringProblem problem, Spread spread) {
        this.problem = problem;
        int owners = problem.owners();
        share = new double[problem.edges().size() * owners];
        int[] slots = new int[share.length];
        for (int row = 0; row < spread.lot.edges().length; row++) {
            int at = spread.lot.edges()[row] * owners;
            for (int owner = 0; owner < owners; owner++) {
                share[at + owner] = spread.exact[row * owners + owner] / Slots.COUNT;
            }
            System.arraycopy(spread.slots, row * owners, slots, at, owners);
        }
        weights = new Weights(problem, slots);
        peakAllowed = spread.goals.peak();
        worthOfRoom = spread.goals.worthOfRoom();
    }

    /** What was solved. */
    public SteeringProblem problem() {
        return problem;
    }

    /** The part of an edge's demand that an owner gets, 0 to 1; throws IllegalArgumentException if one is unknown. */
    public double share(EdgeId edge, Owner owner) {
        return share[problem.indexOf(edge) * problem.owners() + Weights.indexOf(problem, owner)];
    }

    /** What the shares come to. */
    public Totals totals() {
        return Totals.of(problem, share);
    }

    /** The shares in whole slots. No region is above its maximum. */
    public Weights weights() {
        return weights;
    }

    /** The utilization within which nearness decides: the target, or as much more as demand forces. */
    public double peakAllowed() {
        return peakAllowed;
    }

    /**
     * What one more request/s of room in a region would save, in ms of latency: 0 if it is not a bottleneck. Throws
     * IllegalArgumentException if it is unknown.
     */
    public double worthOfRoomMs(RegionId region) {
        return Units.msOf(worthOfRoom[problem.indexOf(region)]);
    }
}
