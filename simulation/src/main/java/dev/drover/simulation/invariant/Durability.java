package dev.drover.simulation.invariant;

import dev.drover.api.order.Evacuation;
import dev.drover.api.order.OrderId;
import dev.drover.api.order.Orders;
import dev.drover.simulation.fleet.SimulatedFleet;
import dev.drover.simulation.history.Fact;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** I15: an order that was acknowledged is in the store, and stays there. */
final class Durability implements Invariant {

    private final SimulatedFleet fleet;
    private final SortedMap<String, Evacuation> acknowledged = new TreeMap<>();

    Durability(SimulatedFleet fleet) {
        this.fleet = fleet;
    }

    @Override
    public String id() {
        return "I15";
    }

    @Override
    public String promise() {
        return "an acknowledged order, or restore, is in the store from then on, whatever crashes";
    }

    @Override
    public void saw(Fact fact, long nanos, Consumer<String> broken) {
        if (fact instanceof Fact.StoreReplaced) {
            acknowledged.clear();
        } else if (fact instanceof Fact.OrderAcknowledged order) {
            acknowledged.put(order.order().id().value(), order.order());
            check(fleet.ensemble().contents().orders().value(), broken);
        } else if (fact instanceof Fact.OrdersReplaced replaced) {
            check(replaced.after(), broken);
        }
    }

    private void check(Orders stored, Consumer<String> broken) {
        acknowledged.values().forEach(order -> {
            OrderId id = order.id();
            boolean kept = stored.find(id)
                    .filter(found -> order.restoration() == null || found.restoration() != null)
                    .isPresent();
            if (!kept && stored.evacuations().size() < Orders.MAX) {
                broken.accept("order " + id + " was acknowledged" + (order.restoration() == null ? "" : " as restored")
                        + " and is not in the store");
            }
        });
    }
}
