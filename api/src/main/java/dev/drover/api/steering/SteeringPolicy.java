package dev.drover.api.steering;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.settings.AgentSettings;
import dev.drover.api.settings.Check;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What people write and review: regions, capacities, allowed regions, and every named parameter.
 *
 * <p>Its defaults, each with its reason, are in {@code steering-defaults.yaml}; a policy file says what differs.
 *
 * @param service what is steered
 * @param utilization how full regions may be
 * @param moveCostMs what it costs to move a user, in ms of latency; 0 to 60,000
 * @param regions by name; 1 to {@link #MAX_REGIONS}
 * @param edges by name; 1 to {@link #MAX_EDGES}
 * @param agents the agents' parameters
 * @param judge when the leader concludes what
 * @param ramp how fast users are handed over
 * @param guards what may not be done
 */
public record SteeringPolicy(
        ServiceId service,
        Utilization utilization,
        double moveCostMs,
        SortedMap<RegionId, SteeredRegion> regions,
        SortedMap<EdgeId, SteeredEdge> edges,
        AgentSettings agents,
        JudgeSettings judge,
        RampSettings ramp,
        GuardSettings guards) {

    /** The most regions of a service. */
    public static final int MAX_REGIONS = 100;
    /** The most edges of a service. */
    public static final int MAX_EDGES = 20_000;

    /**
     * Checks that the parts agree.
     *
     * @throws IllegalArgumentException naming the part that does not
     */
    public SteeringPolicy {
        regions = Collections.unmodifiableSortedMap(new TreeMap<>(regions));
        edges = Collections.unmodifiableSortedMap(new TreeMap<>(edges));
        Check.within("moveCostMs", moveCostMs, 0, 60_000);
        Check.within("number of regions", regions.size(), 1, MAX_REGIONS);
        Check.within("number of edges", edges.size(), 1, MAX_EDGES);
        for (EdgeId edge : edges.keySet()) {
            SteeredEdge steered = edges.get(edge);
            if (steered == null) {
                throw new IllegalArgumentException("edge " + edge + ": nothing said of it");
            }
            for (RegionId region : steered.latencyMs().keySet()) {
                if (!regions.containsKey(region)) {
                    throw new IllegalArgumentException("edge " + edge + ": latencyMs names unknown region " + region
                            + " (expected: one of " + regions.keySet() + ")");
                }
            }
        }
    }
}
