package dev.drover.simulation.invariant;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.steering.GuardSettings;
import dev.drover.decision.Memory;
import dev.drover.decision.rotate.Access;
import dev.drover.simulation.fleet.SimulatedFleet;
import dev.drover.simulation.history.Fact;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** I10: automation takes out no more regions than it may, and never the last. */
final class BoundedAutomation implements Invariant {

    private final GuardSettings guards;
    private @Nullable Memory before;

    BoundedAutomation(SimulatedFleet fleet) {
        this.guards = fleet.settings().policy().guards();
    }

    @Override
    public String id() {
        return "I10";
    }

    @Override
    public String promise() {
        return "automation takes out at most maxAutoEvacuated regions at a time, and minInRotation stay in rotation";
    }

    @Override
    public void saw(Fact fact, long nanos, Consumer<String> broken) {
        if (fact instanceof Fact.StoreReplaced) {
            before = null;
        } else if (fact instanceof Fact.Published published) {
            published.decision().map(decision -> decision.next().memory()).ifPresent(next -> {
                check(next, broken);
                before = next;
            });
        }
    }

    private void check(Memory next, Consumer<String> broken) {
        int open = 0;
        int byAutomation = 0;
        boolean taken = false;
        for (var entry : next.regions().entrySet()) {
            Access access = entry.getValue().access();
            open += access.isClosed() ? 0 : 1;
            byAutomation += access.isClosedByAutomation() ? 1 : 0;
            taken |= access.isClosedByAutomation() && !wasClosed(entry.getKey());
        }
        if (open < guards.minInRotation() && !next.regions().isEmpty()) {
            broken.accept("only " + open + " regions are in rotation");
        }
        if (taken && byAutomation > guards.maxAutoEvacuated()) {
            broken.accept(byAutomation + " regions are out by automation");
        }
    }

    /** Who was out by order, and fails when the order ends, stays out. */
    private boolean wasClosed(RegionId region) {
        Memory last = before;
        return last != null
                && last.regions().containsKey(region)
                && last.regions().get(region).access().isClosed();
    }
}
