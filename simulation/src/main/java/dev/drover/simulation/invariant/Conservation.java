package dev.drover.simulation.invariant;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.slot.Slots;
import dev.drover.edge.AgentStatus;
import dev.drover.simulation.fleet.SimulatedFleet;
import dev.drover.simulation.history.Fact;
import java.util.function.Consumer;

/** I5: an agent routes each slot once, with and without an overlay. */
final class Conservation implements Invariant {

    private final SimulatedFleet fleet;

    Conservation(SimulatedFleet fleet) {
        this.fleet = fleet;
    }

    @Override
    public String id() {
        return "I5";
    }

    @Override
    public String promise() {
        return "what an agent sends to regions and sheds adds up to all of its slots, under overlays too";
    }

    @Override
    public void saw(Fact fact, long nanos, Consumer<String> broken) {
        if (fact instanceof Fact.OverlayTurned turned) {
            check(turned.agent(), broken);
        }
    }

    private void check(AgentId agent, Consumer<String> broken) {
        fleet.agent(agent).status().filter(AgentStatus::ready).ifPresent(status -> {
            int sum = status.weights().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            if (sum != Slots.COUNT) {
                broken.accept(agent + " routes " + sum + " slots: " + status.weights());
            }
        });
    }
}
