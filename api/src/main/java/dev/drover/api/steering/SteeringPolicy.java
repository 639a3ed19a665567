package dev.drover.api.steering;

import dev.drover.api.fleet.EdgeId;
import dev.drover.api.fleet.RegionId;
import dev.drover.api.fleet.ServiceId;
import dev.drover.api.settings.AgentSettings;
import dev.drover.api.settings.Check;
import java.util.Collections;
import java.util.Map;
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
 * @param guards what may not be done; the least number in rotation is at most the number of regions
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
        count("regions", regions.size(), MAX_REGIONS);
        count("edges", edges.size(), MAX_EDGES);
        for (Map.Entry<EdgeId, SteeredEdge> edge : edges.entrySet()) {
            for (RegionId region : edge.getValue().latencyMs().keySet()) {
                known("edges/" + edge.getKey() + "/latencyMs", region, regions);
            }
        }
        if (guards.lastResort() != null) {
            known("guards/lastResort", guards.lastResort(), regions);
        }
        for (RegionId region : guards.observedRegions()) {
            known("guards/observedRegions", region, regions);
        }
        if (guards.minInRotation() > regions.size()) {
            throw new IllegalArgumentException("guards/minInRotation: " + guards.minInRotation()
                    + " (expected: at most the number of regions, " + regions.size() + ")");
        }
    }

    private static void known(String name, RegionId region, SortedMap<RegionId, SteeredRegion> regions) {
        if (!regions.containsKey(region)) {
            throw new IllegalArgumentException(
                    name + "/" + region + ": unknown region (expected: one of " + regions.keySet() + ")");
        }
    }

    private static void count(String name, int number, int most) {
        if (number < 1 || number > most) {
            throw new IllegalArgumentException(name + ": " + number + " of them (expected: 1 to " + most + ")");
        }
    }
}
