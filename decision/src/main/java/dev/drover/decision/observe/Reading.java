package dev.drover.decision.observe;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.steering.SlowSettings;
import dev.drover.api.steering.SteeringPolicy;

/**
 * How the reports of an edge are read.
 *
 * @param expectedRps demand that an agent is taken to have before its own figures are known
 * @param slow what counts as a slow answer
 */
public record Reading(double expectedRps, SlowSettings slow) {

    /** As a steering policy has it; of an edge that it does not name nothing is expected. */
    public static Reading of(EdgeId edge, SteeringPolicy policy) {
        var steered = policy.edges().get(edge);
        return new Reading(
                steered == null ? 0 : steered.expectedDemandRps(),
                policy.judge().slow());
    }
}
