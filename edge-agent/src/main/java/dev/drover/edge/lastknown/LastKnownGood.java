package dev.drover.edge.lastknown;

import dev.drover.api.routing.PolicyId;
import dev.drover.api.routing.SealedPolicy;
import io.vertx.core.Future;

/**
 * What an agent keeps across restarts: its last known good policies, and the newest publication that it ever applied.
 *
 * <p>Nothing here blocks the caller. A failed write leaves what was kept before as it was.
 */
public interface LastKnownGood {

    /** What was kept; never fails: what cannot be read is left out and told of in {@link Remembered#faults}. */
    Future<Remembered> load();

    /** Keeps a policy that has proved itself; fails if it cannot be kept durably. */
    Future<Void> keep(PolicyId id, SealedPolicy policy);

    /** Keeps durably that this publication was applied; fails if it cannot be kept. */
    Future<Void> applied(PolicyId id);
}
