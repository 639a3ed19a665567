package dev.drover.controller.loop;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.order.Evacuation;
import dev.drover.api.order.OrderId;
import dev.drover.api.order.Orders;
import dev.drover.api.order.Pace;
import dev.drover.api.order.Restoration;
import dev.drover.api.problem.FieldFault;
import dev.drover.api.problem.ProblemException;
import dev.drover.api.problem.ProblemType;
import dev.drover.api.rest.EvacuationRequest;
import dev.drover.api.rest.EvacuationState;
import dev.drover.api.rest.EvacuationView;
import dev.drover.api.rest.Prediction;
import dev.drover.api.rest.RestoreRequest;
import dev.drover.api.routing.RoutingPolicy;
import dev.drover.api.slot.Owner;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.controller.session.KnownAgent;
import dev.drover.controller.store.StoreException;
import dev.drover.controller.store.Versioned;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes operators' orders on any replica: checked, predicted, committed to the store, then followed. */
final class Evacuations {

    /** How often an order is tried again after somebody else's came first. */
    private static final int TRIES = 5;

    private static final Duration EXPIRES_IN = Duration.ofHours(4);

    private final LoopSettings settings;
    private final LoopPorts ports;
    private final SteeringLoop loop;

    Evacuations(LoopSettings settings, LoopPorts ports, SteeringLoop loop) {
        this.settings = settings;
        this.ports = ports;
        this.loop = loop;
    }

    /** Every order that is kept, newest first. */
    List<EvacuationView> all() {
        List<EvacuationView> views = new ArrayList<>();
        for (Evacuation order : orders().evacuations()) {
            views.add(0, view(order, null));
        }
        return views;
    }

    Optional<EvacuationView> find(OrderId id) {
        return orders().find(id).map(order -> view(order, null));
    }

    Optional<Evacuation> activeFor(RegionId region) {
        Instant now = ports.clock().instant();
        return orders().evacuations().stream()
                .filter(order -> order.region().equals(region) && order.isActive(now))
                .findFirst();
    }

    Future<EvacuationView> evacuate(EvacuationRequest request) {
        try {
            Evacuation order = order(request);
            Prediction prediction = prediction(order);
            if (Boolean.TRUE.equals(request.dryRun())) {
                return Future.succeededFuture(
                        new EvacuationView(order, EvacuationState.PREDICTED, slotsLeft(order), 0, 0, prediction));
            }
            return commit(TRIES, orders -> added(orders, order)).map(committed -> view(order, prediction));
        } catch (ProblemException e) {
            return Future.failedFuture(e);
        }
    }

    Future<EvacuationView> restore(OrderId id, RestoreRequest request) {
        try {
            Restoration end = new Restoration(request.author(), ports.clock().instant());
            return commit(TRIES, orders -> ended(orders, id, end))
                    .map(committed -> view(committed.find(id).orElseThrow(), null));
        } catch (ProblemException e) {
            return Future.failedFuture(e);
        }
    }

    private interface Change {
        Orders of(Orders orders);
    }

    /** Changes the orders by compare-and-set; what came in between is read, and the change checked against it anew. */
    private Future<Orders> commit(int tries, Change change) {
        Versioned<Orders> known = replica().orders();
        Orders next = change.of(known.value());
        return ports.store()
                .replaceOrders(known.version(), next)
                .map(version -> {
                    loop.ordered(new Versioned<>(next, version));
                    return next;
                })
                .recover(failure -> isConflict(failure) && tries > 1
                        ? reread().compose(read -> commit(tries - 1, change))
                        : Future.failedFuture(failure));
    }

    private Future<Orders> reread() {
        return ports.store().read(settings.service()).map(contents -> {
            loop.ordered(contents.orders());
            return contents.orders().value();
        });
    }

    private static boolean isConflict(Throwable failure) {
        return failure instanceof StoreException refusal && refusal.kind() == StoreException.Kind.CONFLICT;
    }

    private Orders added(Orders orders, Evacuation order) {
        Instant now = ports.clock().instant();
        orders.evacuations().stream()
                .filter(other -> other.region().equals(order.region()) && other.isActive(now))
                .findFirst()
                .ifPresent(other -> {
                    throw new ProblemException(
                            ProblemType.CONFLICT,
                            order.region() + " is being evacuated already, by order " + other.id() + " of "
                                    + other.author() + "; restore that one first to order another");
                });
        List<Evacuation> kept = new ArrayList<>(orders.evacuations());
        while (kept.size() >= Orders.MAX) {
            Evacuation oldest = kept.stream()
                    .filter(other -> !other.isActive(now))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(
                            ProblemType.CONFLICT, Orders.MAX + " orders are active (expected: fewer)"));
            kept.remove(oldest);
        }
        kept.add(order);
        return new Orders(kept);
    }

    private Orders ended(Orders orders, OrderId id, Restoration end) {
        Evacuation order = orders.find(id)
                .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "there is no order " + id));
        if (!order.isActive(end.at())) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "order " + id + " has ended already, "
                            + (order.restoration() == null
                                    ? "at " + order.expiresAt()
                                    : "by " + order.restoration().author()));
        }
        return new Orders(orders.evacuations().stream()
                .map(other -> other.id().equals(id) ? other.restored(end) : other)
                .toList());
    }

    private Evacuation order(EvacuationRequest request) {
        SteeringPolicy policy = policy();
        if (!policy.regions().containsKey(request.region())) {
            String fault = "unknown region " + request.region() + " (expected: one of "
                    + policy.regions().keySet() + ")";
            throw new ProblemException(ProblemType.INVALID_REQUEST, fault, List.of(new FieldFault("/region", fault)));
        }
        Instant now = ports.clock().instant();
        return new Evacuation(
                OrderId.of(ports.ids().get()),
                settings.service(),
                request.region(),
                request.pace() == null ? Pace.PLANNED : request.pace(),
                request.author(),
                request.reason(),
                now,
                now.plus(request.expiresIn() == null ? EXPIRES_IN : request.expiresIn()),
                null);
    }

    /** What the order leads to; throws ProblemException with the numbers if a guard would hold it back. */
    private Prediction prediction(Evacuation order) {
        Replica replica = replica();
        return Foresight.of(
                replica, loop.gathering().observations(), order, ports.clock().instant());
    }

    private EvacuationView view(Evacuation order, @Nullable Prediction prediction) {
        List<KnownAgent> live =
                ports.sessions().agents().stream().filter(KnownAgent::connected).toList();
        long done = live.stream().filter(agent -> isDone(order, agent)).count();
        long slotsLeft = slotsLeft(order);
        return new EvacuationView(
                order, state(order, slotsLeft, done, live.size()), slotsLeft, (int) done, live.size(), prediction);
    }

    private EvacuationState state(Evacuation order, long slotsLeft, long done, int live) {
        if (!order.isActive(ports.clock().instant())) {
            return EvacuationState.ENDED;
        }
        boolean answered = loop.steersman()
                .decision()
                .map(decision -> decision.next().memory().regions().get(order.region()))
                .filter(state -> state.access().mark() != dev.drover.api.routing.Mark.OPEN)
                .isPresent();
        if (!answered) {
            return EvacuationState.COMMITTED;
        }
        return slotsLeft == 0 && done == live ? EvacuationState.CONVERGED : EvacuationState.PUBLISHED;
    }

    /** Whether the agent serves by the policy in force, and that one gives the region none of its users. */
    private boolean isDone(Evacuation order, KnownAgent agent) {
        return inForce()
                .filter(policy -> policy.id().equals(agent.applied()))
                .map(policy -> policy.edges().get(agent.id().edge()))
                .filter(table -> table.weightOf(Owner.of(order.region())) == 0)
                .isPresent();
    }

    private long slotsLeft(Evacuation order) {
        Owner owner = Owner.of(order.region());
        return inForce()
                .map(policy -> policy.edges().values().stream()
                        .mapToLong(table -> table.weightOf(owner))
                        .sum())
                .orElse(0L);
    }

    private Optional<RoutingPolicy> inForce() {
        return loop.replica()
                .flatMap(replica -> Optional.ofNullable(replica.publication()))
                .map(publication -> publication.policy());
    }

    private Orders orders() {
        return loop.replica().map(replica -> replica.orders().value()).orElse(Orders.NONE);
    }

    private Replica replica() {
        return loop.replica()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNAVAILABLE, "the store has not been read yet; try again in a second"));
    }

    private SteeringPolicy policy() {
        SteeringPolicy policy = replica().policy();
        if (policy == null) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "there is no steering policy yet: start a controller with --policy FILE");
        }
        return policy;
    }
}
