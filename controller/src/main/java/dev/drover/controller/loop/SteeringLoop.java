package dev.drover.controller.loop;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.order.Orders;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.session.AgentMessage.Hello;
import dev.drover.api.session.AgentMessage.Report;
import dev.drover.controller.election.Election;
import dev.drover.controller.session.AgentSessions;
import dev.drover.controller.store.SteeringStore;
import dev.drover.controller.store.SteeringStore.Connection;
import dev.drover.controller.store.StoreContents;
import dev.drover.controller.store.Versioned;
import dev.drover.decision.Decision;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The controller's loop: one turn at a time, each {@code read, lead, decide and publish}, started by a timer and by
 * whatever happens. What happens only wakes it; what is true is looked at anew in each turn.
 *
 * <p>Confined to the controller's context.
 */
public final class SteeringLoop implements SteeringStore.Listener, Election.Listener, AgentSessions.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(SteeringLoop.class);

    private final LoopSettings settings;
    private final SteeringStore store;
    private final AgentSessions sessions;
    private final InstantSource clock;
    private final Scheduler scheduler;
    private final Steersman steersman;
    private final Gathering gathering = new Gathering();
    private final FleetClaims claims = new FleetClaims();

    private Connection connection = Connection.SUSPENDED;
    private @Nullable Replica replica;
    private Instant readAt = Instant.EPOCH;
    private Instant turnedAt = Instant.EPOCH;
    private Instant candidateFrom = Instant.MAX;
    private boolean stale = true;
    private boolean turning;
    private boolean wanted;
    private boolean stopped;

    /** A loop that stands still until {@link #start}. */
    public SteeringLoop(LoopSettings settings, LoopPorts ports) {
        this.settings = settings;
        this.store = ports.store();
        this.sessions = ports.sessions();
        this.clock = ports.clock();
        this.scheduler = ports.scheduler();
        this.steersman = new Steersman(settings, ports, gathering);
    }

    /** Listens to everybody and begins to turn. */
    public void start() {
        sessions.listen(this);
        store.listen(this);
        tick();
    }

    /** Turns no more. */
    public void stop() {
        stopped = true;
        steersman.stepDown("it stops");
    }

    private void tick() {
        if (!stopped) {
            wake();
            scheduler.after(LoopSettings.EVALUATE_EVERY, this::tick);
        }
    }

    private void wake() {
        wanted = true;
        if (turning || stopped) {
            return;
        }
        turning = true;
        wanted = false;
        turn().onComplete(turned -> {
            turning = false;
            turnedAt = clock.instant();
            if (turned.failed()) {
                stale = true;
                LOG.atWarn()
                        .addKeyValue("reason", turned.cause().getMessage())
                        .log("turn failed; the store is read again");
            } else if (wanted) {
                wake();
            }
        });
    }

    /** The story of a controller: know, lead, decide, publish. */
    private Future<Void> turn() {
        if (connection != Connection.CONNECTED) {
            return Future.succeededFuture();
        }
        return read().compose(this::seed)
                .compose(this::lead)
                .compose(steersman::steer)
                .compose(steersman::tidy)
                .compose(this::keep);
    }

    private Future<Replica> read() {
        Instant now = clock.instant();
        boolean slept = turnedAt.plus(LoopSettings.LONGEST_NAP).isBefore(now);
        boolean old = readAt.plus(LoopSettings.READ_EVERY).isBefore(now);
        Replica known = replica;
        if (known != null && !stale && !slept && !old) {
            return Future.succeededFuture(known);
        }
        stale = false;
        return store.read(settings.service()).map(this::understood).onSuccess(this::hasRead);
    }

    private Replica understood(StoreContents contents) {
        return Replica.of(contents, replica);
    }

    private void hasRead(Replica read) {
        if (replica != null && read.isBehind(replica)) {
            steersman.stepDown("the store holds less than it did: it was replaced");
        }
        replica = read;
        readAt = clock.instant();
        if (read.policy() != null) {
            gathering.keepOnly(read.policy());
        }
        sessions.serve(read.cluster());
        if (read.publication() != null) {
            sessions.publish(read.publication().policy());
        }
        steersman.checkFence(read);
    }

    /** A store without a steering policy gets the one that this controller was started with. */
    private Future<Replica> seed(Replica read) {
        if (read.policy() != null || settings.firstPolicy().isEmpty()) {
            return Future.succeededFuture(read);
        }
        stale = true;
        return store.replaceSteeringPolicy(settings.service(), -1, settings.firstPolicy())
                .compose(version -> read());
    }

    private Future<Replica> lead(Replica read) {
        boolean due = !candidateFrom.isAfter(clock.instant());
        if (!due || steersman.isLeading()) {
            return Future.succeededFuture(read);
        }
        Optional<String> doubt = claims.against(read, settings, clock.instant());
        if (doubt.isPresent()) {
            steersman.hold(doubt.get());
            return Future.succeededFuture(read);
        }
        return steersman.takeEpoch().compose(fence -> store.read(settings.service())
                .map(this::understood)
                .onSuccess(this::hasRead)
                .map(fresh -> steersman.begin(fence, fresh)));
    }

    private Future<Void> keep(Replica after) {
        replica = after;
        if (steersman.takeFenced()) {
            stale = true;
            candidateFrom = candidateFrom.equals(Instant.MAX)
                    ? Instant.MAX
                    : clock.instant().plus(LoopSettings.RETRY_EPOCH_AFTER);
        }
        return Future.succeededFuture();
    }

    @Override
    public void onChange() {
        stale = true;
        wake();
    }

    @Override
    public void onConnection(Connection now) {
        connection = now;
        steersman.connected(now == Connection.CONNECTED);
        if (now != Connection.CONNECTED) {
            steersman.stepDown("the store does not answer");
        }
        onChange();
    }

    @Override
    public void onElected() {
        candidateFrom = clock.instant();
        onChange();
    }

    @Override
    public void onDeposed() {
        candidateFrom = Instant.MAX;
        steersman.stepDown("another may lead");
    }

    @Override
    public void onHello(Hello hello) {
        claims.heard(hello.agent(), hello.applied(), clock.instant());
    }

    @Override
    public void onReport(AgentId agent, String bootId, Report report) {
        boolean turned =
                gathering.add(agent, bootId, report, replica == null ? null : replica.policy(), clock.instant());
        if (turned) {
            wake();
        }
    }

    @Override
    public void onApplied(AgentId agent, PolicyId policy) {
        claims.heard(agent, policy, clock.instant());
    }

    @Override
    public void onRefused(AgentId agent, @Nullable PolicyId policy, String reason) {
        LOG.atInfo()
                .addKeyValue("agent", agent)
                .addKeyValue("policy", policy)
                .addKeyValue("reason", reason)
                .log("policy refused");
    }

    @Override
    public void onGone(AgentId agent) {
        claims.gone(agent);
    }

    /** What is known of the store; empty until it was read. */
    Optional<Replica> replica() {
        return Optional.ofNullable(replica);
    }

    /** Orders were committed by this replica: they are acted on at once. */
    void ordered(Versioned<Orders> orders) {
        if (replica != null) {
            replica = replica.withOrders(orders);
        }
        wake();
    }

    /** What was decided last, published or not; what a follower would decide now. Empty before there is anything. */
    public Optional<Decision> decision() {
        return steersman.decision();
    }

    /** Whether it leads, as far as it knows. */
    public boolean isLeading() {
        return steersman.isLeading();
    }

    /** Why it publishes nothing though it might lead, in words; empty if it may. */
    public Optional<String> held() {
        return steersman.held();
    }

    Steersman steersman() {
        return steersman;
    }

    Gathering gathering() {
        return gathering;
    }

    boolean isConnected() {
        return connection == Connection.CONNECTED;
    }
}
