package dev.drover.simulation.invariant;

import dev.drover.api.cause.Cause;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.slot.SlotTable;
import dev.drover.controller.store.Publication;
import dev.drover.decision.Decision;
import dev.drover.decision.plan.Fleet;
import dev.drover.decision.plan.Moved;
import dev.drover.simulation.fleet.SimulatedFleet;
import dev.drover.simulation.history.Fact;
import dev.drover.simulation.node.SimulatedController;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** I21: where nothing changes nothing moves; verdicts do not flap. */
final class Quiescence implements Invariant {

    /** Whoever reacts late to a change has done so by then: what could be better is looked at every ten seconds. */
    private static final Duration REACTS_WITHIN = Duration.ofSeconds(30);
    /** Ramps and damped regions are done with so long after the healing. */
    private static final Duration VERDICTS_AFTER = Duration.ofMinutes(4);

    private final SimulatedFleet fleet;
    private final long healedNanos;
    private @Nullable Fleet planned;
    private long plannedSinceNanos;
    private SortedMap<EdgeId, SlotTable> before = new TreeMap<>();

    Quiescence(SimulatedFleet fleet, Duration healed) {
        this.fleet = fleet;
        this.healedNanos = healed.toNanos();
    }

    @Override
    public String id() {
        return "I21";
    }

    @Override
    public String promise() {
        return "with nothing broken no verdict changes, and where demand and capacities stay no slot changes owner";
    }

    @Override
    public void saw(Fact fact, long nanos, Consumer<String> broken) {
        if (nanos < healedNanos) {
            return;
        }
        if (fact instanceof Fact.SecondPassed) {
            fleet.leader()
                    .flatMap(SimulatedController::decision)
                    .map(Decision::fleet)
                    .ifPresent(now -> {
                        if (!now.equals(planned)) {
                            planned = now;
                            plannedSinceNanos = nanos;
                        }
                    });
        } else if (fact instanceof Fact.Published published) {
            Publication publication = published.publication();
            if (nanos >= healedNanos + VERDICTS_AFTER.toNanos()) {
                verdicts(publication, broken);
            }
            boolean isUnchanged = published
                    .decision()
                    .map(Decision::fleet)
                    .filter(now -> now.equals(planned))
                    .isPresent();
            if (isUnchanged && nanos - plannedSinceNanos >= REACTS_WITHIN.toNanos()) {
                owners(publication, broken);
            }
            before = publication.policy().edges();
        }
    }

    private static void verdicts(Publication publication, Consumer<String> broken) {
        publication.causes().stream()
                .filter(cause -> cause instanceof Cause.RegionLost
                        || cause instanceof Cause.RegionDown
                        || cause instanceof Cause.RegionDegraded)
                .findFirst()
                .ifPresent(cause -> broken.accept(publication.policy().id() + ": " + cause.sentence()));
    }

    private void owners(Publication publication, Consumer<String> broken) {
        boolean isStep = publication.causes().stream()
                .anyMatch(cause -> cause instanceof Cause.EvacuationEnded
                        || cause instanceof Cause.RampStep
                        || cause instanceof Cause.StepBack
                        || cause instanceof Cause.EvacuationStep);
        publication.policy().edges().forEach((edge, table) -> {
            SlotTable last = before.get(edge);
            if (last != null && !isStep && Moved.slots(last, table) > 0) {
                broken.accept(publication.policy().id() + " moves slots of " + edge + " from " + last.weights() + " to "
                        + table.weights() + " though nothing has changed: " + publication.causes());
            }
        });
    }
}
