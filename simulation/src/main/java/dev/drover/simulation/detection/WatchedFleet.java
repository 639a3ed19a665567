package dev.drover.simulation.detection;

import dev.drover.api.fleet.AgentId;
import dev.drover.api.fleet.ClusterId;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.routing.PolicyId;
import dev.drover.api.routing.RoutingPolicy;
import dev.drover.api.routing.SealedPolicy;
import dev.drover.api.session.AgentMessage.Report;
import dev.drover.api.steering.SteeringPolicies;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.api.verdict.Verdict;
import dev.drover.controller.loop.Gathering;
import dev.drover.decision.Decider;
import dev.drover.decision.Decision;
import dev.drover.decision.DecisionState;
import dev.drover.decision.Inputs;
import dev.drover.edge.Effect;
import dev.drover.simulation.engine.Dice;
import dev.drover.simulation.engine.Node;
import dev.drover.simulation.engine.VirtualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Edges with real agent cores, and a leader that is nothing but the decision: no store, no election, no loss on the way.
 * What is measured here is judgement alone.
 */
final class WatchedFleet implements WatchedEdge.Surroundings {

    /** As often as the controller's loop decides without an event. */
    private static final long EVALUATE_NANOS = 500_000_000;

    private static final String REGIONS =
            """
            service: homepage
            utilization: {target: 0.75, max: 0.95}
            regions:
              on-trial: {capacityRps: 100000, origins: ["http://on-trial:80"]}
              other-1: {capacityRps: 100000, origins: ["http://other-1:80"]}
              other-2: {capacityRps: 100000, origins: ["http://other-2:80"]}
            edges:
            """;
    private static final ClusterId CLUSTER = ClusterId.of("00000000-0000-4000-8000-000000000001");

    /** A verdict that turned, and when. */
    record Turn(long nanos, RegionId region, Verdict verdict) {}

    private final VirtualTime time;
    private final SteeringPolicy policy;
    private final Weather weather;
    private final List<WatchedEdge> edges = new ArrayList<>();
    private final Gathering gathering = new Gathering();
    private final List<Turn> turns = new ArrayList<>();
    private DecisionState state = DecisionState.blank();
    private long revision;

    WatchedFleet(int edgeCount, Weather weather, VirtualTime time, Dice dice) {
        this.time = time;
        this.weather = weather;
        StringBuilder text = new StringBuilder(REGIONS);
        for (int edge = 0; edge < edgeCount; edge++) {
            text.append("  e").append(edge).append(": {expectedDemandRps: 20, latencyMs: ");
            text.append("{on-trial: 5, other-1: 50, other-2: 60}}\n");
        }
        policy = SteeringPolicies.read("detection", text.toString());
        for (EdgeId edge : policy.edges().keySet()) {
            edges.add(new WatchedEdge(edge, time, dice.of(edge.toString()), this));
        }
    }

    void start(double usersRps) {
        decide();
        for (WatchedEdge edge : edges) {
            edge.start();
            if (usersRps > 0) {
                edge.users(usersRps);
            }
        }
        evaluate();
    }

    List<WatchedEdge> edges() {
        return edges;
    }

    /** Every turn of a verdict so far, in order. */
    List<Turn> turns() {
        return turns;
    }

    /** The turns since this was asked last. */
    List<Turn> takeTurns() {
        List<Turn> taken = List.copyOf(turns);
        turns.clear();
        return taken;
    }

    private void evaluate() {
        decide();
        time.after(EVALUATE_NANOS, this::evaluate);
    }

    private void decide() {
        Instant now = now();
        Inputs inputs = new Inputs(policy, "detection", gathering.observations(), List.of());
        Decision decision = Decider.decide(state, inputs, now);
        tell(state, decision.next());
        state = decision.next();
        if (decision.isNews()) {
            publish(decision, now);
        }
    }

    private void tell(DecisionState before, DecisionState after) {
        after.memory().regions().forEach((region, is) -> {
            var was = before.memory().regions().get(region);
            Verdict verdict = is.judgement().kind();
            if (was != null && was.judgement().kind() != verdict) {
                turns.add(new Turn(time.nanos(), region, verdict));
            }
        });
    }

    private void publish(Decision decision, Instant now) {
        RoutingPolicy routing = decision.routingPolicy(policy, new PolicyId(CLUSTER, 1, ++revision), now);
        for (WatchedEdge edge : edges) {
            SealedPolicy slice = SealedPolicy.seal(routing.sliceFor(edge.edge()).orElseThrow());
            time.after(WatchedEdge.ROUND_TRIP_NANOS / 2, () -> edge.offer(slice));
        }
    }

    @Override
    public WatchedEdge.Fate fateOf(RegionId region, EdgeId edge, long timeoutNanos, Dice dice) {
        return weather.fateOf(region, edge, timeoutNanos, dice);
    }

    @Override
    public void reported(AgentId agent, Effect.SendReport report) {
        time.after(WatchedEdge.ROUND_TRIP_NANOS / 2, () -> heard(agent, report.report()));
    }

    private void heard(AgentId agent, Report report) {
        if (gathering.add(agent, "boot", report, policy, now())) {
            decide();
        }
    }

    private Instant now() {
        return Node.START.plusNanos(time.nanos());
    }
}
