package dev.drover.simulation.invariant;

import dev.drover.simulation.fleet.SimulatedFleet;
import dev.drover.simulation.history.Fact;
import java.util.function.Consumer;

/** I18: nothing piles up. */
final class Bounds implements Invariant {

    private static final int MOST_EVENTS_PER_NODE = 2_000;

    private final SimulatedFleet fleet;

    Bounds(SimulatedFleet fleet) {
        this.fleet = fleet;
    }

    @Override
    public String id() {
        return "I18";
    }

    @Override
    public String promise() {
        return "what waits anywhere is bounded: a controller knows each agent once, and timers do not breed";
    }

    @Override
    public void saw(Fact fact, long nanos, Consumer<String> broken) {
        if (!(fact instanceof Fact.SecondPassed)) {
            return;
        }
        int agents = fleet.agents().size();
        int nodes = agents + fleet.controllers().size();
        if (fleet.time().waiting() > nodes * MOST_EVENTS_PER_NODE) {
            broken.accept(fleet.time().waiting() + " events wait for " + nodes + " nodes");
        }
        fleet.controllers().forEach(controller -> {
            if (controller.agents().size() > agents) {
                broken.accept(controller.node().name() + " knows "
                        + controller.agents().size() + " agents of " + agents);
            }
        });
    }
}
