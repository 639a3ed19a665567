package dev.drover.controller.loop;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.rest.ContingencyReport;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.routing.RoutingPolicy;
import dev.drover.decision.Decision;
import dev.drover.decision.plan.Losses;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The N-1 report of what is in force, made when somebody asks, once for all who ask within 10 s of one publication.
 *
 * <p>Confined to the controller's context; the work itself is done in the background: it solves the fleet once for each
 * pair of regions, which is a second for the largest.
 */
final class Reports {

    private static final Duration KEPT = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final SteeringLoop loop;
    private final Background background;
    private @Nullable Kept kept;

    private record Kept(PolicyId policy, Instant since, Future<ContingencyReport> report) {

        boolean holds(PolicyId inForce, Instant now) {
            return policy.equals(inForce)
                    && !report.failed()
                    && since.plus(KEPT).isAfter(now);
        }
    }

    Reports(InstantSource clock, SteeringLoop loop, Background background) {
        this.clock = clock;
        this.loop = loop;
        this.background = background;
    }

    Future<Optional<ContingencyReport>> contingencies() {
        Optional<RoutingPolicy> inForce = inForce();
        Optional<Decision> decision = loop.steersman().decision();
        if (inForce.isEmpty() || decision.isEmpty()) {
            return Future.succeededFuture(Optional.empty());
        }
        return report(inForce.get(), decision.get()).map(Optional::of);
    }

    /** Of each region that has capacity; worked out at once, as it takes but a look at every slot. */
    SortedMap<RegionId, Double> shedIfLostRps() {
        Optional<RoutingPolicy> inForce = inForce();
        Optional<Decision> decision = loop.steersman().decision();
        return inForce.isEmpty() || decision.isEmpty()
                ? Collections.emptySortedMap()
                : new Losses(decision.get().fleet(), inForce.get().edges()).shedRps();
    }

    private Optional<RoutingPolicy> inForce() {
        return loop.replica()
                .flatMap(replica -> Optional.ofNullable(replica.publication()))
                .map(publication -> publication.policy());
    }

    private Future<ContingencyReport> report(RoutingPolicy inForce, Decision decision) {
        Instant now = clock.instant();
        Kept last = kept;
        if (last == null || !last.holds(inForce.id(), now)) {
            Instant understudiesAt = decision.next().memory().reviewedAt();
            last = new Kept(inForce.id(), now, background.run(() -> new Losses(decision.fleet(), inForce.edges())
                    .report(understudiesAt, now)));
            kept = last;
        }
        return last.report();
    }
}
