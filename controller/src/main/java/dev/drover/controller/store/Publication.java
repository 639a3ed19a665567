package dev.drover.controller.store;

import dev.drover.api.cause.Cause;
import dev.drover.api.receipt.Receipt;
import dev.drover.api.routing.RoutingPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One publication, as it is stored and read back.
 *
 * @param publicationId made once for each attempt to publish, a UUID, so that an attempt whose answer was lost can be
 *     recognised
 * @param controller who published it
 * @param policy what is in force
 * @param causes why; one at least
 * @param decisionState where the decision stood, as JSON; opaque to the store
 * @param receipt what decided it; absent if an older build published it
 */
public record Publication(
        String publicationId,
        String controller,
        RoutingPolicy policy,
        List<Cause> causes,
        String decisionState,
        @Nullable Receipt receipt) {

    /** Copies the causes; throws IllegalArgumentException if there is none. */
    public Publication {
        causes = List.copyOf(causes);
        if (causes.isEmpty()) {
            throw new IllegalArgumentException("causes: none (expected: one at least)");
        }
    }
}
