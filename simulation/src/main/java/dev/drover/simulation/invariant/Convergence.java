package dev.drover.simulation.invariant;

import dev.drover.api.routing.PolicyId;
import dev.drover.controller.store.Publication;
import dev.drover.controller.store.Versioned;
import dev.drover.simulation.fleet.SimulatedFleet;
import dev.drover.simulation.history.Fact;
import dev.drover.simulation.node.SimulatedAgent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** I24: once everything is healed, every agent serves by the publication in force. */
final class Convergence implements Invariant {

    /** Agents wait up to 30 s before they call again, and a controller up to 15 s before it gives one up. */
    private static final Duration WITHIN = Duration.ofMinutes(1);
    /** A publication is on its way to everybody for so long. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(5);

    private final SimulatedFleet fleet;
    private final long healedNanos;
    private @Nullable PolicyId inForce;
    private long inForceSinceNanos;

    Convergence(SimulatedFleet fleet, Duration healed) {
        this.fleet = fleet;
        this.healedNanos = healed.toNanos();
    }

    @Override
    public String id() {
        return "I24";
    }

    @Override
    public String promise() {
        return "once the faults are over, every agent reaches the publication in force within seconds";
    }

    @Override
    public void saw(Fact fact, long nanos, Consumer<String> broken) {
        if (!(fact instanceof Fact.SecondPassed) || nanos < healedNanos + WITHIN.toNanos()) {
            return;
        }
        Optional<PolicyId> stored = fleet.ensemble()
                .contents()
                .current()
                .map(Versioned::value)
                .map(Publication::policy)
                .map(policy -> policy.id());
        if (stored.isEmpty()) {
            broken.accept("nothing is published");
            return;
        }
        if (!stored.get().equals(inForce)) {
            inForce = stored.get();
            inForceSinceNanos = nanos;
        }
        if (nanos - inForceSinceNanos >= ON_ITS_WAY.toNanos()) {
            List<String> behind = fleet.agents().stream()
                    .filter(agent -> !isCurrent(agent))
                    .map(agent -> agent.id() + " at "
                            + agent.status().map(status -> status.policy()).orElse(null))
                    .toList();
            if (!behind.isEmpty()) {
                broken.accept(inForce + " is in force, but " + behind);
            }
        }
    }

    private boolean isCurrent(SimulatedAgent agent) {
        return agent.status()
                .filter(status -> status.policy() != null && status.policy().equals(inForce))
                .isPresent();
    }
}
