package dev.drover.benchmarks.decide;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.json.Json;
import dev.drover.api.session.AgentMessage.Report;
import dev.drover.api.session.RegionReport;
import dev.drover.api.session.UserTally;
import dev.drover.api.session.View;
import dev.drover.api.steering.SteeringPolicies;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.api.verdict.Tally;
import dev.drover.decision.Decider;
import dev.drover.decision.Decision;
import dev.drover.decision.DecisionState;
import dev.drover.decision.Inputs;
import dev.drover.decision.observe.EdgeObservation;
import dev.drover.decision.observe.Observations;
import dev.drover.decision.observe.Reading;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A fleet in which all is well: every edge has reported once a second for a minute, and the decisions have come to rest.
 *
 * <p>Edges lie on a line, and so do regions; at 60 % of all capacity each edge is where it is nearest.
 */
final class SteadyFleet {

    private static final String DEFAULTS =
            """
            service: homepage
            utilization: {target: 0.75, max: 0.95}
            regions: {region-0: {capacityRps: 1, origins: ["http://127.0.0.1:7100"]}}
            edges: {edge-0: {expectedDemandRps: 1, latencyMs: {region-0: 1}}}
            """;

    private static final double UTILIZATION = 0.6;
    private static final double EDGE_RPS = 100;
    private static final double LINE_MS = 150;
    private static final int SECONDS = 60;

    private final SteeringPolicy policy;
    private final SortedMap<EdgeId, EdgeObservation> edges = new TreeMap<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private DecisionState state = DecisionState.blank();

    private SteadyFleet(SteeringPolicy policy) {
        this.policy = policy;
        for (int second = 1; second <= SECONDS; second++) {
            now = now.plusSeconds(1);
            report(second);
            state = decide().next();
        }
        if (decide().isNews()) {
            throw new IllegalStateException("fleet: something changes after " + SECONDS + " s (expected: nothing)");
        }
    }

    /** A fleet of a size that is written as {@code 20x1000}: regions, then edges. */
    static SteadyFleet of(String size) {
        String[] numbers = size.split("x", -1);
        return new SteadyFleet(policy(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])));
    }

    /** The same decision each time. */
    Decision decide() {
        return Decider.decide(state, new Inputs(policy, "0".repeat(64), new Observations(edges), List.of()), now);
    }

    private void report(long sequence) {
        policy.edges().keySet().forEach(edge -> {
            EdgeObservation known = edges.getOrDefault(edge, EdgeObservation.NONE);
            edges.put(edge, known.with("1", "boot", reportOfASecond(sequence), Reading.of(edge, policy), now));
        });
    }

    private Report reportOfASecond(long sequence) {
        SortedMap<RegionId, RegionReport> regions = new TreeMap<>();
        policy.regions()
                .keySet()
                .forEach(region -> regions.put(
                        region, new RegionReport(View.GOOD, new Tally(1, 0), new Tally((long) EDGE_RPS, 0), 10)));
        return new Report(sequence, now, 1_000, new UserTally((long) EDGE_RPS, 0, 0, 0), regions, null, false);
    }

    /** Laid over a small policy as a tree, for as YAML the largest would be longer than people may write. */
    private static SteeringPolicy policy(int regions, int edges) {
        ObjectNode policy = (ObjectNode) Json.toTree(SteeringPolicies.read("fleet.yaml", DEFAULTS));
        ObjectNode someRegion = (ObjectNode) policy.path("regions").path("region-0");
        ObjectNode allRegions = policy.putObject("regions");
        for (int region = 0; region < regions; region++) {
            allRegions.set(
                    "region-" + region,
                    someRegion.deepCopy().put("capacityRps", EDGE_RPS * edges / regions / UTILIZATION));
        }
        ObjectNode allEdges = policy.putObject("edges");
        for (int edge = 0; edge < edges; edge++) {
            ObjectNode latencies = allEdges.putObject("edge-" + edge)
                    .put("expectedDemandRps", EDGE_RPS)
                    .putObject("latencyMs");
            for (int region = 0; region < regions; region++) {
                double apart = Math.abs((edge + 0.5) / edges - (region + 0.5) / regions);
                latencies.put("region-" + region, 1 + LINE_MS * apart);
            }
        }
        return Json.readWritten(policy, SteeringPolicy.class);
    }
}
