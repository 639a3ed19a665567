package dev.drover.controller.store;

import dev.drover.api.cause.Cause;
import dev.drover.api.routing.RoutingPolicy;
import java.util.List;

/**
 * One publication, as it is stored and read back.
 *
 * @param publicationId made once for each attempt to publish, a UUID, so that an attempt whose answer was lost can be
 *     recognised
 * @param controller who published it
 * @param policy what is in force
 * @param causes why; one at least
 * @param decisionState where the decision stood, as JSON; opaque to the store
 */
public record Publication(
        String publicationId, String controller, RoutingPolicy policy, List<Cause> causes, String decisionState) {

    /** Copies the causes; throws IllegalArgumentException if there is none. */
    public Publication {
        causes = List.copyOf(causes);
        if (causes.isEmpty()) {
            throw new IllegalArgumentException("causes: none (expected: one at least)");
        }
    }
}
