package dev.drover.decision.judge;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.session.AgentMessage.Report;
import dev.drover.api.session.RegionReport;
import dev.drover.api.session.UserTally;
import dev.drover.api.session.View;
import dev.drover.api.steering.SteeringPolicies;
import dev.drover.api.steering.SteeringPolicy;
import dev.drover.api.verdict.Tally;
import dev.drover.decision.observe.EdgeObservation;
import dev.drover.decision.observe.Observations;
import dev.drover.decision.observe.Reading;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Five edges that look at three regions, and say each second what they see. */
final class Eyes {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final RegionId EAST = RegionId.of("us-east-1");
    static final RegionId WEST = RegionId.of("us-west-2");
    static final RegionId EU = RegionId.of("eu-west-1");
    static final List<EdgeId> EDGES =
            List.of(EdgeId.of("fra"), EdgeId.of("gru"), EdgeId.of("iad"), EdgeId.of("nrt"), EdgeId.of("sfo"));

    static final RegionReport FINE = probes(View.GOOD, 0);
    static final RegionReport GONE = probes(View.LOST, 10);

    private static final String POLICY =
            """
            service: homepage
            regions:
              eu-west-1: {capacityRps: 280, origins: ["http://127.0.0.1:7201"]}
              us-east-1: {capacityRps: 280, origins: ["http://127.0.0.1:7202"]}
              us-west-2: {capacityRps: 280, origins: ["http://127.0.0.1:7203"]}
            edges:
              fra: {expectedDemandRps: 100, latencyMs: {eu-west-1: 5, us-east-1: 85, us-west-2: 140}}
              gru: {expectedDemandRps: 100, latencyMs: {eu-west-1: 190, us-east-1: 110, us-west-2: 170}}
              iad: {expectedDemandRps: 100, latencyMs: {eu-west-1: 80, us-east-1: 4, us-west-2: 60}}
              nrt: {expectedDemandRps: 100, latencyMs: {eu-west-1: 220, us-east-1: 150, us-west-2: 95}}
              sfo: {expectedDemandRps: 100, latencyMs: {eu-west-1: 140, us-east-1: 62, us-west-2: 20}}
            """;

    private final SteeringPolicy policy = SteeringPolicies.read("eyes.yaml", POLICY);
    private final SortedMap<EdgeId, EdgeObservation> edges = new TreeMap<>();
    private Instant now = NOON;
    private long sequence;

    /** Ten probes each second, of which so many fail; nobody's requests. */
    static RegionReport probes(View view, int failed) {
        return new RegionReport(view, new Tally(10, failed), Tally.NONE, 10);
    }

    /** Ten users' requests each second, of which so many fail; all probes succeed. */
    static RegionReport users(int failed) {
        return new RegionReport(View.GOOD, new Tally(10, 0), new Tally(10, failed), 10);
    }

    /** For so many seconds each of these edges reports what it sees of each region. */
    @CanIgnoreReturnValue
    Eyes see(int seconds, List<EdgeId> by, BiFunction<EdgeId, RegionId, RegionReport> what) {
        for (int second = 0; second < seconds; second++) {
            now = now.plusSeconds(1);
            sequence++;
            for (EdgeId edge : by) {
                SortedMap<RegionId, RegionReport> regions = new TreeMap<>();
                policy.regions().keySet().forEach(region -> regions.put(region, what.apply(edge, region)));
                edges.merge(edge, EdgeObservation.NONE, (known, none) -> known);
                edges.computeIfPresent(
                        edge, (name, known) -> known.with("1", "boot", report(regions), Reading.of(edge, policy), now));
            }
        }
        return this;
    }

    /** All edges see the same of the east, and all is well elsewhere. */
    @CanIgnoreReturnValue
    Eyes seeEast(int seconds, RegionReport east) {
        return see(seconds, EDGES, (edge, region) -> region.equals(EAST) ? east : FINE);
    }

    private Report report(SortedMap<RegionId, RegionReport> regions) {
        return new Report(sequence, now, 1_000, UserTally.NONE, regions, null, false);
    }

    /** Time passes and nobody says anything. */
    @CanIgnoreReturnValue
    Eyes pass(int seconds) {
        now = now.plusSeconds(seconds);
        return this;
    }

    Panel panel() {
        return new Panel(new Observations(edges), policy, Suspicion.NONE, now);
    }

    Instant now() {
        return now;
    }
}
