package dev.drover.edge;

import dev.drover.api.routing.EdgePolicy;
import dev.drover.api.routing.SealedPolicy;
import dev.drover.edge.route.RouteTable;
import java.time.Duration;

/**
 * The policy in force, as it came and as it is used.
 *
 * @param sealed as it came
 * @param routes where users go by it and the overlay
 * @param sinceNanos since when
 * @param worth whether it has been kept, or is yet to prove itself
 */
record InForce(EdgePolicy policy, SealedPolicy sealed, RouteTable routes, long sinceNanos, Worth worth) {

    enum Worth {
        UNPROVEN,
        KEPT
    }

    InForce routedBy(RouteTable changed) {
        return new InForce(policy, sealed, changed, sinceNanos, worth);
    }

    InForce kept() {
        return new InForce(policy, sealed, routes, sinceNanos, Worth.KEPT);
    }

    boolean hasProved(long nanos, Duration after) {
        return worth == Worth.UNPROVEN && nanos - sinceNanos >= after.toNanos();
    }
}
