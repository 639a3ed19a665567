package dev.drover.simulation.invariant;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.routing.Mark;
import dev.drover.api.routing.RoutingPolicy;
import dev.drover.api.slot.Owner;
import dev.drover.api.slot.SlotTable;
import dev.drover.api.slot.Slots;
import dev.drover.simulation.fleet.SimulatedFleet;
import dev.drover.simulation.history.Fact;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** I4: there is always somewhere to send users. */
final class NeverEmpty implements Invariant {

    private final SortedSet<EdgeId> edges;

    NeverEmpty(SimulatedFleet fleet) {
        this.edges = new TreeSet<>(fleet.settings().policy().edges().keySet());
    }

    @Override
    public String id() {
        return "I4";
    }

    @Override
    public String promise() {
        return "every publication has slots for every edge, sends users somewhere, and keeps a region in rotation";
    }

    @Override
    public void saw(Fact fact, long nanos, Consumer<String> broken) {
        if (fact instanceof Fact.Published published) {
            RoutingPolicy policy = published.publication().policy();
            if (!policy.edges().keySet().containsAll(edges)) {
                broken.accept(policy.id() + " has slots for " + policy.edges().keySet() + " only, of " + edges);
            }
            if (policy.edges().values().stream().allMatch(NeverEmpty::isShed)) {
                broken.accept(policy.id() + " sheds everybody everywhere");
            }
            if (policy.regions().values().stream().allMatch(region -> region.mark() == Mark.CLOSED)) {
                broken.accept(policy.id() + " has no region in rotation");
            }
        }
    }

    private static boolean isShed(SlotTable table) {
        return table.weightOf(Owner.SHED) == Slots.COUNT;
    }
}
