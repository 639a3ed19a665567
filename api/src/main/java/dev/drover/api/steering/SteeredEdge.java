package dev.drover.api.steering;

import dev.drover.api.fleet.RegionId;
import dev.drover.api.settings.Check;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An edge as people describe it.
 *
 * @param expectedDemandRps requests/s that count while its agents are silent; 0 to 1e9
 * @param latencyMs to each region that its users may be sent to; a region not named here is not allowed; one at least
 */
public record SteeredEdge(double expectedDemandRps, SortedMap<RegionId, Double> latencyMs) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the field
     */
    public SteeredEdge {
        latencyMs = Collections.unmodifiableSortedMap(new TreeMap<>(latencyMs));
        Check.within("expectedDemandRps", expectedDemandRps, 0, 1e9);
        if (latencyMs.isEmpty()) {
            throw new IllegalArgumentException("latencyMs: empty (expected: one allowed region at least)");
        }
        for (Map.Entry<RegionId, Double> entry : latencyMs.entrySet()) {
            Check.within("latencyMs/" + entry.getKey(), entry.getValue(), 0, 60_000);
        }
    }
}
