package dev.drover.decision;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.order.Evacuation;
import dev.drover.api.order.Restoration;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.decision.observe.Observations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a decision is made from, beside where the last one stood.
 *
 * @param policy in force
 * @param policySha256 of its text
 * @param observations of all edges
 * @param evacuations all orders, ended ones too, oldest first
 */
public record Inputs(
        SteeringPolicy policy, String policySha256, Observations observations, List<Evacuation> evacuations) {

    /** Copies the list. */
    public Inputs {
        evacuations = List.copyOf(evacuations);
    }

    /** The evacuation that holds for a region; the oldest if there are several. */
    Optional<Evacuation> activeFor(RegionId region, Instant now) {
        return evacuations.stream()
                .filter(order -> order.region().equals(region)
                        && order.service().equals(policy.service())
                        && order.isActive(now))
                .findFirst();
    }

    /** The newest evacuation of a region, whether it holds or not. */
    Optional<Evacuation> newestFor(RegionId region) {
        return evacuations.stream()
                .filter(order ->
                        order.region().equals(region) && order.service().equals(policy.service()))
                .reduce((older, newer) -> newer);
    }

    /** When an operator last restored a region. */
    Optional<Instant> restoredAt(RegionId region) {
        return newestFor(region).map(Evacuation::restoration).map(Restoration::at);
    }
}
