package dev.drover.simulation.invariant;

import dev.drover.controller.session.KnownAgent;
import dev.drover.simulation.fleet.SimulatedFleet;
import dev.drover.simulation.history.Fact;
import dev.drover.simulation.node.SimulatedController;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** I17: what is counted of an agent is what it said, once; nobody counts for more than he saw. */
final class HonestCounts implements Invariant {

    private static final long EVERY_SECONDS = 10;

    private final SimulatedFleet fleet;
    private final SortedMap<String, Long> reported = new TreeMap<>();

    HonestCounts(SimulatedFleet fleet) {
        this.fleet = fleet;
    }

    @Override
    public String id() {
        return "I17";
    }

    @Override
    public String promise() {
        return "a report counts once, however often it comes: no controller counts more users than an agent reported";
    }

    @Override
    public void saw(Fact fact, long nanos, Consumer<String> broken) {
        if (fact instanceof Fact.Reported report) {
            reported.merge(report.boot(), report.report().users().arrived(), Long::sum);
        } else if (fact instanceof Fact.SecondPassed && nanos / 1_000_000_000 % EVERY_SECONDS == 0) {
            fleet.controllers().forEach(controller -> check(controller, broken));
        }
    }

    private void check(SimulatedController controller, Consumer<String> broken) {
        for (KnownAgent agent : controller.agents()) {
            long said = reported.getOrDefault(agent.bootId(), 0L);
            if (agent.users().arrived() > said) {
                broken.accept(controller.node().name() + " counts "
                        + agent.users().arrived() + " users at " + agent.id() + ", which reported " + said);
            }
        }
    }
}
