package dev.drover.api.order;

import java.util.List;
import java.util.Optional;

/**
 * The list of orders, as it lies in the store: one value with one version, so that no two orders slip under a guard.
 *
 * @param evacuations oldest first; at most {@link #MAX}
 */
public record Orders(List<Evacuation> evacuations) {

    /** How many orders are kept; ended ones beyond it are dropped, oldest first. */
    public static final int MAX = 100;

    /** No orders. */
    public static final Orders NONE = new Orders(List.of());

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if there are more than {@link #MAX}
     */
    public Orders {
        evacuations = List.copyOf(evacuations);
        if (evacuations.size() > MAX) {
            throw new IllegalArgumentException(
                    "evacuations: " + evacuations.size() + " of them (expected: at most " + MAX + ")");
        }
    }

    /** The order of that id. */
    public Optional<Evacuation> find(OrderId id) {
        return evacuations.stream().filter(order -> order.id().equals(id)).findFirst();
    }
}
