package dev.drover.controller.loop;

import dev.drover.api.cause.Cause;
import dev.drover.api.json.Json;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.routing.RoutingPolicy;
import dev.drover.controller.metrics.ControllerMeters;
import dev.drover.controller.metrics.WriteOutcome;
import dev.drover.controller.store.Fence;
import dev.drover.controller.store.Publication;
import dev.drover.controller.store.SteeringStore;
import dev.drover.controller.store.StoreException;
import dev.drover.decision.Decider;
import dev.drover.decision.Decision;
import dev.drover.decision.DecisionState;
import dev.drover.decision.Inputs;
import dev.drover.decision.Memory;
import dev.drover.decision.Receipts;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides in every turn; publishes what it decided while it leads.
 *
 * <p>A follower decides too when it is asked, from what is stored, and publishes nothing: so it can show what the
 * leader sees.
 */
final class Steersman {

    private static final Logger LOG = LoggerFactory.getLogger(Steersman.class);

    private final LoopSettings settings;
    private final LoopPorts ports;
    private final SteeringStore store;
    private final Gathering gathering;
    private final InstantSource clock;
    private final ControllerMeters meters;

    private @Nullable Leading leading;
    private @Nullable Decision decision;
    private @Nullable Watching watching;
    private @Nullable String held;
    private Instant movedAt = Instant.EPOCH;
    private Instant tidiedAt = Instant.EPOCH;
    private boolean fenced;

    Steersman(LoopSettings settings, LoopPorts ports, Gathering gathering) {
        this.settings = settings;
        this.ports = ports;
        this.store = ports.store();
        this.gathering = gathering;
        this.clock = ports.clock();
        this.meters = ports.meters();
    }

    boolean isLeading() {
        return leading != null;
    }

    Optional<Fence> fence() {
        return Optional.ofNullable(leading).map(Leading::fence);
    }

    /** What was decided last, published or not; a follower decides when it is asked. */
    Optional<Decision> decision() {
        Watching seen = watching;
        if (seen != null) {
            watching = null;
            decision = Decider.decide(seen.state(), seen.inputs(), clock.instant());
        }
        return Optional.ofNullable(decision);
    }

    /** Why nothing is published though it might lead. */
    Optional<String> held() {
        return Optional.ofNullable(held);
    }

    void hold(String reason) {
        held = reason;
    }

    void connected(boolean storeConnected) {
        meters.storeConnected(storeConnected);
    }

    Future<Fence> takeEpoch() {
        fenced = false;
        return store.takeEpoch(settings.controller());
    }

    /** Leads from now on, where the last leader left off. */
    Replica begin(Fence fence, Replica fresh) {
        List<Cause> announcements = fresh.publication() == null
                ? List.of()
                : List.of(new Cause.LeaderElected(settings.controller(), fence.epoch()));
        leading = new Leading(fence, clock.instant(), fresh.decisionState(), announcements, null);
        held = null;
        tidiedAt = clock.instant();
        meters.leading(true, fence.epoch());
        LOG.atInfo().addKeyValue("epoch", fence.epoch()).log("leading");
        return fresh;
    }

    void stepDown(String reason) {
        if (leading != null) {
            LOG.atInfo()
                    .addKeyValue("epoch", leading.fence().epoch())
                    .addKeyValue("reason", reason)
                    .log("stepped down");
            meters.leading(false, leading.fence().epoch());
        }
        leading = null;
    }

    /** Steps down if the store knows of a higher epoch. */
    void checkFence(Replica read) {
        if (leading != null && read.epoch() > leading.fence().epoch()) {
            stepDown("epoch " + read.epoch() + " was taken");
        }
        meters.inForce(
                read.publication() == null
                        ? 0
                        : read.publication().policy().id().revision());
    }

    /** Whether it stepped down because of its fence since this was last asked. */
    boolean takeFenced() {
        boolean taken = fenced;
        fenced = false;
        return taken;
    }

    /** Gather, decide, store, publish. */
    Future<Replica> steer(Replica replica) {
        Optional<Inputs> inputs = replica.inputs(gathering.observations());
        if (inputs.isEmpty()) {
            return Future.succeededFuture(replica);
        }
        Leading now = leading;
        if (now == null) {
            watch(replica, inputs.get());
            return Future.succeededFuture(replica);
        }
        Leading.Attempt attempt = now.attempt();
        if (attempt != null) {
            return publish(now, attempt, replica);
        }
        return decide(now, inputs.get(), replica)
                .map(next -> publish(now, next, replica))
                .orElse(Future.succeededFuture(replica));
    }

    /** Now and then a leader removes what nobody needs any more; what fails is tried again the next time. */
    Future<Replica> tidy(Replica replica) {
        Leading now = leading;
        Instant instant = clock.instant();
        if (now == null || tidiedAt.plus(LoopSettings.TIDY_EVERY).isAfter(instant)) {
            return Future.succeededFuture(replica);
        }
        tidiedAt = instant;
        return store.clean(now.fence(), settings.service(), instant)
                .map(replica)
                .otherwise(failure -> untidied(failure, replica));
    }

    private static Replica untidied(Throwable failure, Replica replica) {
        LOG.atInfo().addKeyValue("reason", failure.getMessage()).log("store not cleaned");
        return replica;
    }

    /** What a leader would decide from; most of it nobody asks for. */
    private record Watching(DecisionState state, Inputs inputs) {}

    private void watch(Replica replica, Inputs inputs) {
        if (replica.publication() != null) {
            watching = new Watching(replica.decisionState(), inputs);
        }
    }

    private Optional<Leading.Attempt> decide(Leading now, Inputs inputs, Replica replica) {
        Instant instant = clock.instant();
        boolean warm = gathering.hasHeardAll(inputs.policy(), instant)
                || !now.since().plus(LoopSettings.WARM_UP).isAfter(instant);
        boolean restating = !now.announcements().isEmpty();
        if (!warm && !restating) {
            return Optional.empty();
        }
        long startNanos = System.nanoTime();
        Decision made = warm ? Decider.decide(now.state(), inputs, instant) : unchanged(now.state(), inputs, instant);
        meters.decided(System.nanoTime() - startNanos, made.isNews());
        decision = made;
        watching = null;
        List<Cause> causes = new ArrayList<>(now.announcements());
        causes.addAll(made.causes());
        if (causes.isEmpty() || isTooSoon(causes, instant)) {
            leading = now.with(
                    causes.isEmpty()
                            ? made.next()
                            : remembering(now.state(), made.next().memory()));
            return Optional.empty();
        }
        return Optional.of(new Leading.Attempt(publication(now, made, causes, replica, inputs), made.next()));
    }

    /** Slots that move for gain alone wait; what was judged meanwhile is kept. */
    private boolean isTooSoon(List<Cause> causes, Instant now) {
        return causes.stream().allMatch(cause -> cause instanceof Cause.Rebalanced || cause instanceof Cause.Shedding)
                && movedAt.plus(LoopSettings.REBALANCE_EVERY).isAfter(now);
    }

    private static DecisionState remembering(DecisionState state, Memory memory) {
        return new DecisionState(state.tables(), memory);
    }

    private static Decision unchanged(DecisionState state, Inputs inputs, Instant now) {
        Decision made = Decider.decide(state, inputs, now);
        return new Decision(state, List.of(), List.of(), made.notes(), made.fleet());
    }

    private Publication publication(Leading now, Decision made, List<Cause> causes, Replica replica, Inputs inputs) {
        PolicyId id = new PolicyId(replica.cluster(), now.fence().epoch(), replica.nextRevision());
        RoutingPolicy routing = made.routingPolicy(inputs.policy(), id, clock.instant());
        return new Publication(
                ports.ids().get(),
                settings.controller(),
                routing,
                causes,
                Json.write(made.next().memory()),
                Receipts.of(now.state(), inputs, made, routing.publishedAt()));
    }

    private Future<Replica> publish(Leading now, Leading.Attempt attempt, Replica replica) {
        leading = now.attempting(attempt);
        long startNanos = System.nanoTime();
        return store.publish(now.fence(), replica.pointerVersion(), attempt.publication())
                .map(version -> published(now, attempt, replica, version, startNanos))
                .recover(failure -> refused(failure, now, replica, startNanos));
    }

    private Replica published(
            Leading now, Leading.Attempt attempt, Replica replica, int pointerVersion, long startNanos) {
        Publication publication = attempt.publication();
        meters.published(WriteOutcome.STORED, System.nanoTime() - startNanos);
        meters.inForce(publication.policy().id().revision());
        movedAt = clock.instant();
        if (leading != null && leading.fence().equals(now.fence())) {
            leading = leading.published(attempt.state());
        }
        ports.sessions().publish(publication.policy());
        LOG.atInfo()
                .addKeyValue("service", settings.service())
                .addKeyValue("epoch", publication.policy().id().epoch())
                .addKeyValue("revision", publication.policy().id().revision())
                .addKeyValue(
                        "causes",
                        publication.causes().stream().map(Cause::sentence).toList())
                .log("published");
        return replica.withPublication(publication, pointerVersion, attempt.state());
    }

    private Future<Replica> refused(Throwable failure, Leading now, Replica replica, long startNanos) {
        if (!(failure instanceof StoreException refusal)) {
            return Future.failedFuture(failure);
        }
        meters.published(WriteOutcome.of(refusal), System.nanoTime() - startNanos);
        boolean stillLeads = leading != null && leading.fence().equals(now.fence());
        return switch (refusal.kind()) {
            case FENCED -> {
                fenced = true;
                stepDown("its fence does not hold any more");
                yield Future.succeededFuture(replica);
            }
            case UNAVAILABLE -> Future.failedFuture(refusal);
            case CONFLICT -> {
                fenced = true;
                stepDown("the store holds another publication than it expected");
                yield Future.succeededFuture(replica);
            }
            case TOO_LARGE, CORRUPT -> {
                leading = stillLeads ? now : leading;
                hold(String.valueOf(refusal.getMessage()));
                LOG.atError().setCause(refusal).log("publication refused by the store");
                yield Future.succeededFuture(replica);
            }
        };
    }
}
