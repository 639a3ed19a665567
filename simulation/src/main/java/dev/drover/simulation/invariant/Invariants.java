package dev.drover.simulation.invariant;

import dev.drover.simulation.fleet.SimulatedFleet;
import dev.drover.simulation.history.Fact;
import dev.drover.simulation.history.Witness;
import java.time.Duration;
import java.util.List;

/** Every promise that is checked, looking at every fact. */
public final class Invariants implements Witness {

    private final SimulatedFleet fleet;
    private final List<Invariant> all;

    /**
     * All of them, for a fleet that is healed at that time.
     *
     * @param healed after which time nothing is broken any more
     */
    public Invariants(SimulatedFleet fleet, Duration healed) {
        this.fleet = fleet;
        this.all = List.of(
                new AppliedInOrder(),
                new SingleWriter(),
                new StoredBeforeApplied(),
                new NeverEmpty(fleet),
                new Conservation(fleet),
                new EvacuationHonoured(),
                new WithinCapacity(fleet),
                new StepLimit(fleet),
                new BoundedAutomation(fleet),
                new Evidence(),
                new BlindIsNotDown(fleet),
                new NoLiveDeletion(),
                new Durability(fleet),
                new HonestCounts(fleet),
                new Bounds(fleet),
                new Quiescence(fleet, healed),
                new OneLeader(healed),
                new Convergence(fleet, healed));
    }

    /** All of them, in the order of their ids. */
    public List<Invariant> all() {
        return all;
    }

    @Override
    public void saw(Fact fact, long nanos) {
        for (Invariant invariant : all) {
            invariant.saw(fact, nanos, what -> fleet.history().violated(invariant.id(), what));
        }
    }
}
