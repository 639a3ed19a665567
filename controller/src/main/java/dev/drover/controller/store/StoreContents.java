package dev.drover.controller.store;

import dev.drover.api.fleet.ClusterId;
import dev.drover.api.order.Orders;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a controller needs of the store, read together after a sync.
 *
 * @param cluster whose store it is
 * @param epoch the highest that was taken; 0 if none
 * @param leader who took it; absent if nobody
 * @param orders with the version that a change must name
 * @param steeringPolicy as {@code SteeringPolicies.write} wrote it, with its version; empty text if none is stored yet
 * @param current the publication in force with the version of the pointer to it; empty in a new store
 */
public record StoreContents(
        ClusterId cluster,
        long epoch,
        @Nullable String leader,
        Versioned<Orders> orders,
        Versioned<String> steeringPolicy,
        Optional<Versioned<Publication>> current) {

    /** The version that the next publication must name: of the pointer, or -1 in a new store. */
    public int pointerVersion() {
        return current.map(Versioned::version).orElse(-1);
    }
}
