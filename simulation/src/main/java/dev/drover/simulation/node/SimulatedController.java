package dev.drover.simulation.node;

import dev.drover.api.cause.Note;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.order.OrderId;
import dev.drover.api.rest.EvacuationRequest;
import dev.drover.api.rest.EvacuationView;
import dev.drover.api.rest.RestoreRequest;
import dev.drover.controller.loop.LiveDesk;
import dev.drover.controller.loop.LoopPorts;
import dev.drover.controller.loop.LoopSettings;
import dev.drover.controller.loop.LoopSettings.Bootstrap;
import dev.drover.controller.loop.SteeringLoop;
import dev.drover.controller.metrics.ControllerMeters;
import dev.drover.controller.rest.Desk;
import dev.drover.controller.session.AgentSession;
import dev.drover.controller.session.AgentSessions;
import dev.drover.controller.session.KnownAgent;
import dev.drover.decision.Decision;
import dev.drover.simulation.engine.Dice;
import dev.drover.simulation.engine.Node;
import dev.drover.simulation.ensemble.SimulatedElection;
import dev.drover.simulation.ensemble.SimulatedStore;
import dev.drover.simulation.ensemble.StoreConnection;
import dev.drover.simulation.history.Fact;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A controller: production's loop, sessions and desk, wired as production wires them, in a shell of virtual time. */
public final class SimulatedController {

    private static final Duration SWEEP_EVERY = Duration.ofSeconds(1);

    private final Node node;
    private final Dice dice;
    private final LoopSettings settings;
    private final StoreConnection.Surroundings around;
    private final ControllerMeters meters = new ControllerMeters(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    private final List<Wire> wires = new ArrayList<>();
    private @Nullable Running running;

    /** What lives from boot to crash. */
    private record Running(
            StoreConnection connection,
            SimulatedElection election,
            AgentSessions sessions,
            SteeringLoop loop,
            Desk desk) {}

    /**
     * A controller that is off.
     *
     * @param policy the steering policy that it brings along, as text
     */
    public SimulatedController(
            Node node, ServiceId service, String policy, Dice dice, StoreConnection.Surroundings around) {
        this.node = node;
        this.dice = dice;
        this.settings = new LoopSettings(node.name(), service, Bootstrap.WHEN_NOBODY_KNOWS_BETTER, policy);
        this.around = around;
    }

    /** Its process. */
    public Node node() {
        return node;
    }

    /** Starts its process. */
    public void boot() {
        node.start();
        StoreConnection connection = new StoreConnection(node, around);
        Later later = new Later();
        SimulatedStore store = new SimulatedStore(connection, later);
        AgentSessions sessions =
                new AgentSessions(node.name(), node::steady, node::nanos, dice.generator(), meters.sessions());
        LoopPorts ports = new LoopPorts(store, sessions, node::steady, node::after, this::newId, meters);
        SteeringLoop loop = new SteeringLoop(settings, ports);
        later.loop = loop;
        SimulatedElection election = new SimulatedElection(connection);
        running = new Running(
                connection,
                election,
                sessions,
                loop,
                new LiveDesk(settings, ports, loop, "simulated", SimulatedController::atOnce));
        connection.start();
        loop.start();
        election.join(loop).onFailure(failure -> {
            throw new AssertionError(failure);
        });
        sweep(sessions);
    }

    private static <T> Future<T> atOnce(Callable<T> work) {
        try {
            return Future.succeededFuture(work.call());
        } catch (Exception e) {
            return Future.failedFuture(e);
        }
    }

    /** The loop knows the store, and the store tells what the loop decided. */
    private static final class Later implements Supplier<Optional<Decision>> {
        private @Nullable SteeringLoop loop;

        @Override
        public Optional<Decision> get() {
            return loop == null ? Optional.empty() : loop.decision();
        }
    }

    private String newId() {
        return new UUID(dice.generator().nextLong(), dice.generator().nextLong()).toString();
    }

    private void sweep(AgentSessions sessions) {
        sessions.sweep();
        node.after(SWEEP_EVERY, () -> sweep(sessions));
    }

    /** An agent calls. */
    AgentSession accept(Wire wire) {
        Running now = running;
        if (now == null) {
            throw new IllegalStateException(node.name() + " is off (expected: on)");
        }
        wires.removeIf(Wire::isClosed);
        wires.add(wire);
        return now.sessions.open(wire);
    }

    /** Ends its process without a word; its machine may be gone too. */
    public void crash() {
        boolean silently = dice.chance(0.3);
        node.crash();
        wires.forEach(wire -> wire.controllerDied(silently));
        wires.clear();
        running = null;
    }

    /** Ends its process as it should end: leadership first, then goodbyes, then the store. */
    public void stop() {
        Running now = running;
        if (now != null && !node.isPaused()) {
            now.loop.stop();
            now.election.leave().onComplete(left -> now.sessions.stop("it restarts"));
            now.connection.close();
            node.after(Duration.ofMillis(500), this::crash);
        }
    }

    /** Its connection to the store; nothing while it is off. */
    public Optional<StoreConnection> connection() {
        return Optional.ofNullable(running).map(Running::connection);
    }

    /** An operator asks it for an evacuation. */
    public Future<EvacuationView> evacuate(EvacuationRequest request) {
        return isServing() ? desk().evacuate(request) : Future.failedFuture(node.name() + " does not answer");
    }

    /** An operator asks it for a restore. */
    public Future<EvacuationView> restore(OrderId order) {
        return isServing()
                ? desk().restore(order, new RestoreRequest("operator"))
                : Future.failedFuture(node.name() + " does not answer");
    }

    private boolean isServing() {
        return running != null && !node.isPaused();
    }

    private Desk desk() {
        if (running == null) {
            throw new IllegalStateException(node.name() + " is off (expected: on)");
        }
        return running.desk;
    }

    /** What it knows of the agents; nothing while it is off. */
    public List<KnownAgent> agents() {
        return running == null ? List.of() : running.sessions.agents();
    }

    /** What it decided last. */
    public Optional<Decision> decision() {
        return Optional.ofNullable(running).flatMap(now -> now.loop.decision());
    }

    /** It at a glance. */
    public Fact.ControllerView view() {
        Running now = running;
        if (now == null) {
            return new Fact.ControllerView(node.name(), false, false, "", List.of());
        }
        boolean leads = now.loop.isLeading();
        List<Note> notes = leads ? now.loop.decision().map(Decision::notes).orElse(List.of()) : List.of();
        return new Fact.ControllerView(node.name(), true, leads, now.loop.held().orElse(""), notes);
    }
}
