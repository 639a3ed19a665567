package dev.drover.simulation.fleet;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.order.OrderId;
import dev.drover.api.order.Pace;
import dev.drover.api.rest.EvacuationRequest;
import dev.drover.api.steering.SteeredEdge;
import dev.drover.api.steering.SteeringPolicies;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.simulation.engine.Dice;
import dev.drover.simulation.engine.Node;
import dev.drover.simulation.engine.VirtualTime;
import dev.drover.simulation.ensemble.Ensemble;
import dev.drover.simulation.ensemble.StoreConnection;
import dev.drover.simulation.history.Fact;
import dev.drover.simulation.history.History;
import dev.drover.simulation.network.Network;
import dev.drover.simulation.node.Liar;
import dev.drover.simulation.node.Origins;
import dev.drover.simulation.node.SimulatedAgent;
import dev.drover.simulation.node.SimulatedController;
import dev.drover.simulation.region.Answer;
import dev.drover.simulation.region.RegionFault;
import dev.drover.simulation.region.SimulatedRegion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A whole fleet in virtual time: controllers, their store, agents, users, regions and the network between them, given a
 * steering policy and a seed. What happens to it is asked for by {@link #at}, and seen by the witnesses of its history.
 *
 * <p>Confined to one thread. The same settings, seed and happenings give the same history.
 */
public final class SimulatedFleet {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long NEVER = Long.MAX_VALUE;

    private final FleetSettings settings;
    private final VirtualTime time;
    private final History history;
    private final Network network;
    private final Ensemble ensemble;
    private final SortedMap<RegionId, SimulatedRegion> regions = new TreeMap<>();
    private final List<SimulatedController> controllers = new ArrayList<>();
    private final SortedMap<AgentId, SimulatedAgent> agents = new TreeMap<>();
    private final List<OrderId> orders = new ArrayList<>();
    private Demand demand = Demand.STEADY;

    /** A fleet that is off; the history must be of that time. */
    public SimulatedFleet(FleetSettings settings, long seed, VirtualTime time, History history) {
        this.settings = settings;
        this.time = time;
        this.history = history;
        Dice dice = new Dice(seed);
        SteeringPolicy policy = settings.policy();
        network = new Network(time, dice.of("network"), settings.network());
        ensemble = new Ensemble(time, history, policy.service());
        policy.regions()
                .forEach((id, steered) -> regions.put(
                        id,
                        new SimulatedRegion(
                                id, steered.capacityRps(), settings.baseErrors(), time, dice.of("region " + id))));
        String text = SteeringPolicies.write(policy);
        for (int i = 1; i <= settings.controllers(); i++) {
            Dice own = dice.of("c" + i);
            controllers.add(new SimulatedController(
                    new Node(time, "c" + i),
                    policy.service(),
                    text,
                    own,
                    new StoreConnection.Surroundings(ensemble, network, history, own.of("store"))));
        }
        SimulatedAgent.Surroundings around = new SimulatedAgent.Surroundings(
                policy.service(), settings.agentTick(), network, history, List.copyOf(controllers));
        for (AgentId id : settings.agents()) {
            Node node = new Node(time, id.toString());
            agents.put(id, new SimulatedAgent(id, node, around, new FromEdge(id), dice.of(id.toString())));
        }
    }

    /** What an agent meets when it turns to the regions. */
    private final class FromEdge implements Origins {
        private final AgentId agent;
        private final SteeredEdge edge;
        private final long agentsAtEdge;

        FromEdge(AgentId agent) {
            this.agent = agent;
            this.edge = edgeOf(agent.edge());
            this.agentsAtEdge = settings.agents().stream()
                    .filter(other -> other.edge().equals(agent.edge()))
                    .count();
        }

        @Override
        public Answer probe(RegionId region) {
            return reach(region).map(SimulatedRegion::probed).orElse(new Answer(Answer.Kind.SILENT, 0));
        }

        @Override
        public Answer request(RegionId region) {
            return reach(region).map(SimulatedRegion::requested).orElse(new Answer(Answer.Kind.SILENT, 0));
        }

        private Optional<SimulatedRegion> reach(RegionId region) {
            boolean blocked = network.isBlocked(agent.toString(), region.value());
            return blocked ? Optional.empty() : Optional.ofNullable(regions.get(region));
        }

        @Override
        public long lastsNanos(RegionId region, Answer answer) {
            double latencyMillis = edge.latencyMs().getOrDefault(region, 0.0);
            return answer.kind() == Answer.Kind.SILENT
                    ? NEVER
                    : (long) (latencyMillis * NANOS_PER_MILLI) + answer.serviceNanos();
        }

        @Override
        public double demandRps() {
            double factor = demand.factor(agent.edge(), time.nanos() / NANOS_PER_SECOND);
            return edge.expectedDemandRps() * factor / agentsAtEdge;
        }
    }

    private SteeredEdge edgeOf(EdgeId edge) {
        SteeredEdge steered = settings.policy().edges().get(edge);
        if (steered == null) {
            throw new IllegalArgumentException("edge: " + edge + " (expected: one of the policy)");
        }
        return steered;
    }

    /** Turns everything on. */
    public void boot() {
        controllers.forEach(SimulatedController::boot);
        agents.values().forEach(SimulatedAgent::boot);
        second();
    }

    private void second() {
        history.tell(new Fact.SecondPassed(
                controllers.stream().map(SimulatedController::view).toList()));
        time.after(SECOND.toNanos(), this::second);
    }

    /** Has that happen so long after the beginning. */
    public void at(Duration when, Happening happening) {
        time.after(when.toNanos() - time.nanos(), () -> {
            history.tell(new Fact.Happened(happening.what()));
            happening.effect().accept(this);
        });
    }

    /** Lets time pass until then; stops early once a promise is broken. */
    public void runUntil(Duration until) {
        for (long next = time.nanos();
                next < until.toNanos() && history.violation().isEmpty(); ) {
            next = Math.min(until.toNanos(), next + SECOND.toNanos());
            time.runUntil(next);
        }
    }

    /** An operator asks a controller for an evacuation. */
    void evacuate(SimulatedController controller, RegionId region, Pace pace, Duration expiresIn) {
        String what = "evacuation of " + region;
        controller
                .evacuate(new EvacuationRequest(region, "a drill", "operator", pace, expiresIn, false))
                .onSuccess(view -> {
                    orders.add(view.evacuation().id());
                    history.tell(new Fact.OrderAcknowledged(view.evacuation()));
                })
                .onFailure(failure -> history.tell(new Fact.OrderFailed(what, String.valueOf(failure.getMessage()))));
    }

    /** An operator asks a controller to restore every evacuation that he knows of. */
    void restoreAll(SimulatedController controller) {
        for (OrderId order : List.copyOf(orders)) {
            controller
                    .restore(order)
                    .onSuccess(view -> {
                        orders.remove(order);
                        history.tell(new Fact.OrderAcknowledged(view.evacuation()));
                    })
                    .onFailure(failure -> history.tell(
                            new Fact.OrderFailed("restore of " + order, String.valueOf(failure.getMessage()))));
        }
    }

    /** From now on that many users come. */
    public void setDemand(Demand newDemand) {
        demand = newDemand;
    }

    /** Every fault is over: machines run, links are whole, regions serve, agents tell the truth, clocks are right. */
    void heal() {
        network.healAll();
        ensemble.setQuorum(true);
        ensemble.setSlow(Duration.ZERO);
        ensemble.setElectionRight();
        regions.values().forEach(region -> region.set(RegionFault.NONE));
        for (SimulatedController controller : controllers) {
            controller.connection().ifPresent(connection -> connection.loseAnswers(0));
            revive(controller.node(), controller::boot);
        }
        for (SimulatedAgent agent : agents.values()) {
            agent.lie(Liar.HONEST);
            agent.disk().setFull(false);
            revive(agent.node(), agent::boot);
        }
    }

    private static void revive(Node node, Runnable boot) {
        node.resume();
        if (!node.isUp()) {
            boot.run();
        }
    }

    /** How it was set up. */
    public FleetSettings settings() {
        return settings;
    }

    /** The time in which it lives. */
    public VirtualTime time() {
        return time;
    }

    /** What has happened to it. */
    public History history() {
        return history;
    }

    /** Who reaches whom. */
    public Network network() {
        return network;
    }

    /** Where controllers remember. */
    public Ensemble ensemble() {
        return ensemble;
    }

    /** That region; throws IllegalArgumentException if there is none. */
    public SimulatedRegion region(RegionId id) {
        SimulatedRegion region = regions.get(id);
        if (region == null) {
            throw new IllegalArgumentException("region: " + id + " (expected: one of " + regions.keySet() + ")");
        }
        return region;
    }

    /** All regions, in the order of their names. */
    public Collection<SimulatedRegion> regions() {
        return Collections.unmodifiableCollection(regions.values());
    }

    /** All controllers. */
    public List<SimulatedController> controllers() {
        return Collections.unmodifiableList(controllers);
    }

    /** That agent; throws IllegalArgumentException if there is none. */
    public SimulatedAgent agent(AgentId id) {
        SimulatedAgent agent = agents.get(id);
        if (agent == null) {
            throw new IllegalArgumentException("agent: " + id + " (expected: one of " + agents.keySet() + ")");
        }
        return agent;
    }

    /** All agents, in the order of their names. */
    public Collection<SimulatedAgent> agents() {
        return Collections.unmodifiableCollection(agents.values());
    }

    /** The controller that leads, as far as it knows; the first if there are several. */
    public Optional<SimulatedController> leader() {
        return controllers.stream()
                .filter(controller -> controller.view().leads())
                .findFirst();
    }
}
