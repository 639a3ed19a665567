package dev.drover.controller.rest.vertx;

import dev.drover.api.cause.Cause;
import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.order.Evacuation;
import dev.drover.api.order.OrderId;
import dev.drover.api.order.Pace;
import dev.drover.api.order.Restoration;
import dev.drover.api.problem.ProblemException;
import dev.drover.api.problem.ProblemType;
import dev.drover.api.rest.AgentView;
import dev.drover.api.rest.ContingencyReport;
import dev.drover.api.rest.EdgeView;
import dev.drover.api.rest.EvacuationRequest;
import dev.drover.api.rest.EvacuationState;
import dev.drover.api.rest.EvacuationView;
import dev.drover.api.rest.PublicationView;
import dev.drover.api.rest.RegionView;
import dev.drover.api.rest.RestoreRequest;
import dev.drover.api.rest.StatusView;
import dev.drover.api.routing.Mark;
import dev.drover.api.routing.RoutingPolicy;
import dev.drover.api.session.UserTally;
import dev.drover.api.slot.Owner;
import dev.drover.api.verdict.Evidence;
import dev.drover.api.verdict.RegionVerdict;
import dev.drover.api.verdict.Verdict;
import dev.drover.controller.rest.Desk;
import dev.drover.controller.session.Fleet;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A desk with one region, one edge, one agent; it fails with what it is told to. */
final class FakeDesk implements Desk {

    volatile boolean ready = true;
    volatile boolean published = true;
    volatile @Nullable RuntimeException failure;
    final List<EvacuationView> orders = Collections.synchronizedList(new ArrayList<>());

    private void failIfTold() {
        RuntimeException told = failure;
        if (told != null) {
            throw told;
        }
    }

    @Override
    public StatusView status() {
        failIfTold();
        return new StatusView(
                "c1", "1.0", Fleet.CLUSTER, ServiceId.of("homepage"), true, 7L, "c1", true, Fleet.id(3), List.of());
    }

    @Override
    public List<RegionView> regions() {
        failIfTold();
        RegionVerdict verdict = new RegionVerdict(Verdict.HEALTHY, Fleet.NOON, Evidence.NONE);
        return List.of(new RegionView(Fleet.EAST, verdict, Mark.OPEN, 1_000, 400, 0.4, 10_000, null));
    }

    @Override
    public List<EdgeView> edges() {
        return List.of(
                new EdgeView(EdgeId.of("fra"), 400, 1, new TreeMap<>(Map.of(Owner.of(Fleet.EAST), 10_000)), List.of()));
    }

    @Override
    public List<AgentView> agents() {
        return List.of(
                new AgentView(AgentId.of("fra/1"), "1.0", true, 10L, Fleet.id(3), null, null, false, UserTally.NONE));
    }

    @Override
    public Optional<PublicationView> current() {
        return published ? Optional.of(view(3)) : Optional.empty();
    }

    private static PublicationView view(long revision) {
        RoutingPolicy policy = Fleet.policy(revision, "fra");
        List<Cause> causes = List.of(new Cause.Bootstrapped());
        return new PublicationView(
                policy.service(),
                policy.id(),
                policy.publishedAt(),
                causes,
                causes.stream().map(Cause::sentence).toList(),
                policy.regions(),
                policy.edges(),
                null);
    }

    @Override
    public Future<Optional<PublicationView>> publication(long revision) {
        RuntimeException told = failure;
        if (told != null) {
            return Future.failedFuture(told);
        }
        return Future.succeededFuture(revision <= 3 ? Optional.of(view(revision)) : Optional.empty());
    }

    @Override
    public Future<Optional<ContingencyReport>> contingencies() {
        ContingencyReport.Outcome outcome = new ContingencyReport.Outcome(0, 0.4, Fleet.EAST);
        return Future.succeededFuture(
                published
                        ? Optional.of(new ContingencyReport(Fleet.NOON, Fleet.NOON, outcome, List.of()))
                        : Optional.empty());
    }

    @Override
    public SortedMap<RegionId, Double> shedIfLostRps() {
        return new TreeMap<>(Map.of(Fleet.EAST, 0.0));
    }

    @Override
    public List<EvacuationView> evacuations() {
        return List.copyOf(orders);
    }

    @Override
    public Optional<EvacuationView> evacuation(OrderId id) {
        return orders.stream()
                .filter(order -> order.evacuation().id().equals(id))
                .findFirst();
    }

    @Override
    public Future<EvacuationView> evacuate(EvacuationRequest request) {
        RuntimeException told = failure;
        if (told != null) {
            return Future.failedFuture(told);
        }
        boolean dryRun = request.dryRun() != null && request.dryRun();
        Duration expiry = request.expiresIn() == null ? Duration.ofHours(4) : request.expiresIn();
        Evacuation order = new Evacuation(
                OrderId.of("o" + (orders.size() + 1)),
                ServiceId.of("homepage"),
                request.region(),
                request.pace() == null ? Pace.PLANNED : request.pace(),
                request.author(),
                request.reason(),
                Fleet.NOON,
                Fleet.NOON.plus(expiry),
                null);
        EvacuationState state = dryRun ? EvacuationState.PREDICTED : EvacuationState.COMMITTED;
        EvacuationView view = new EvacuationView(order, state, 10_000, 0, 1, null);
        if (!dryRun) {
            orders.add(view);
        }
        return Future.succeededFuture(view);
    }

    @Override
    public Future<EvacuationView> restore(OrderId id, RestoreRequest request) {
        return evacuation(id)
                .map(view -> new EvacuationView(
                        view.evacuation().restored(new Restoration(request.author(), Fleet.NOON)),
                        EvacuationState.ENDED,
                        0,
                        1,
                        1,
                        null))
                .map(Future::succeededFuture)
                .orElseGet(
                        () -> Future.failedFuture(new ProblemException(ProblemType.NOT_FOUND, "no evacuation " + id)));
    }

    @Override
    public boolean isReady() {
        return ready;
    }
}
